using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Outbox;

namespace SiteBot.Ledger;

/// <summary>The day's head over all streams of facts, posted to each regional office's channel: whoever cuts facts off later cannot take it back out of there.</summary>
public static class AuditHead
{
    /// <summary>The message's kind.</summary>
    public const string Kind = "audit-head";

    private static readonly LocalTime Morning = new(8, 30);

    /// <summary>The regional offices whose day has begun, with the day: from 08:30 there.</summary>
    public static ImmutableArray<(RegionalOffice Office, LocalDate Day)> Due(CompanyDirectory directory, Instant now) =>
    [
        .. directory.Offices.Select(office => (Office: office, Local: now.InZone(office.Zone).LocalDateTime))
            .Where(due => due.Local.TimeOfDay >= Morning).Select(due => (due.Office, due.Local.Date)),
    ];

    /// <summary>The message for one regional office and day; a second one of that day has the same key and is left out.</summary>
    public static OutgoingMessage Tell(RegionalOffice office, LocalDate day, string head, Instant now) => new(
        $"{Kind}/{day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}/{office.Id}", Recipient.Channel(office.Id), Urgency.Routine, now, Kind, StreamId.Standing,
        JsonSerializer.Serialize(new AuditHeadData(day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), head), AuditHeadJson.Instance.AuditHeadData), Slot: null);

    /// <summary>The message's words.</summary>
    /// <param name="data">As the message carries it.</param>
    public static Text Words(string data)
    {
        var told = JsonSerializer.Deserialize(data, AuditHeadJson.Instance.AuditHeadData)!;
        return new($"{told.Day} 的记录校验值：{told.Head}。请勿删除，审计时用来核对有没有记录被截去。", $"Head of the records on {told.Day}: {told.Head}. Keep this message; an audit compares it to see that nothing was cut off.");
    }
}

/// <summary>What drawing the message needs; JSON in <see cref="OutgoingMessage.Data"/>.</summary>
/// <param name="Day">The local date, <c>yyyy-MM-dd</c>.</param>
/// <param name="Head">As <see cref="ChainAuditReport.Head"/>.</param>
public sealed record AuditHeadData(string Day, string Head);

/// <summary>The source-generated JSON of the message.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AuditHeadData))]
internal sealed partial class AuditHeadJson : JsonSerializerContext
{
    public static AuditHeadJson Instance { get; } = new(FactJson.Options());
}
