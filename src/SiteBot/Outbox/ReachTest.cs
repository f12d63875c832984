using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Ledger;

namespace SiteBot.Outbox;

/// <summary>Whom an alarm would not reach: each regional office's channel, and everybody who is asked for consent or alarmed.</summary>
public static class ReachTest
{
    /// <summary>The message's kind.</summary>
    public const string Kind = "reach-test";

    private const int MostNamed = 12;

    /// <summary>Everybody and every channel that must be reachable.</summary>
    public static ImmutableArray<Recipient> Wanted(CompanyDirectory directory) =>
    [
        .. directory.Offices.Select(office => Recipient.Channel(office.Id)),
        .. directory.People.Where(person => person.Is(Role.OfficeHead) || person.Is(Role.ProductSupport) || person.Is(Role.RemoteSupport) || person.Is(Role.Administrator))
            .Select(person => Recipient.Person(person.Id)),
    ];

    /// <summary>To each administrator who can be reached, once a day while it is so.</summary>
    /// <param name="directory">The directory in force.</param>
    /// <param name="unreached">Those without a way to them; at least one.</param>
    /// <param name="now">Business time.</param>
    public static ImmutableArray<OutgoingMessage> Tell(CompanyDirectory directory, IReadOnlyList<Recipient> unreached, Instant now)
    {
        var day = now.InUtc().Date;
        var data = JsonSerializer.Serialize(new ReachTestData([.. unreached.Take(MostNamed).Select(one => one.Value)], unreached.Count), ReachTestJson.Instance.ReachTestData);
        return
        [
            .. directory.Holders(Role.Administrator, day).Select(holder => Recipient.Person(holder.Person.Id)).Where(to => !unreached.Contains(to)).Select(to => new OutgoingMessage(
                $"{Kind}/{day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}/{to}", to, Urgency.Routine, now, Kind, StreamId.Standing, data, Slot: Kind)),
        ];
    }

    /// <summary>The message's words, with the names that the directory has.</summary>
    public static Text Words(string data, CompanyDirectory directory)
    {
        var told = JsonSerializer.Deserialize(data, ReachTestJson.Instance.ReachTestData)!;
        var names = told.Unreached.Select(value => Name(new Recipient(value), directory)).ToList();
        var more = told.Count - names.Count;
        return new(
            $"请安排以下人员给我发一条消息、在频道里添加我，否则告警和审批到不了：{string.Join("、", names.Select(name => name.Zh))}{(more > 0 ? $" 等 {told.Count} 个" : "")}。",
            $"Have these people write to me, and add me to these channels; until then no alarm and no request reaches them: {string.Join(", ", names.Select(name => name.En))}{(more > 0 ? $" and {more} more" : "")}.");
    }

    private static Text Name(Recipient recipient, CompanyDirectory directory) =>
        recipient.IsChannel
            ? directory.FindOffice(recipient.Id) is { } office ? new Text($"{office.Name.Zh}频道", $"the channel of {office.Name.En}") : Text.Same(recipient.Id)
            : directory.FindPerson(recipient.Id)?.Name ?? Text.Same(recipient.Id);
}

/// <summary>What drawing the message needs; JSON in <see cref="OutgoingMessage.Data"/>.</summary>
/// <param name="Unreached">The first of them.</param>
/// <param name="Count">How many there are.</param>
public sealed record ReachTestData(ImmutableArray<string> Unreached, int Count);

/// <summary>The source-generated JSON of the message.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ReachTestData))]
internal sealed partial class ReachTestJson : JsonSerializerContext
{
    public static ReachTestJson Instance { get; } = new(FactJson.Options());
}
