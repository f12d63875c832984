using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Reading;

namespace SiteBot.Directory;

/// <summary>What administrators are told when a changed directory file is refused and the one before stays in force.</summary>
public static class DirectoryRefused
{
    /// <summary>The message's kind.</summary>
    public const string Kind = "directory-refused";

    private const int MostLines = 8;

    /// <summary>A message to each administrator of the directory in force.</summary>
    /// <param name="inForce">The directory that stays.</param>
    /// <param name="file">The refused file's path; of it only the name is told.</param>
    /// <param name="faults">What is wrong; of it only the lines are told, since a fault may quote a person's number.</param>
    /// <param name="content">Hash of the refused text: the same text is told once.</param>
    /// <param name="now">Business time.</param>
    public static ImmutableArray<OutgoingMessage> Tell(CompanyDirectory inForce, string file, IReadOnlyList<Fault> faults, string content, Instant now)
    {
        var data = JsonSerializer.Serialize(
            new DirectoryRefusedData(Path.GetFileName(file), faults.Count, [.. faults.Select(fault => fault.Line).Where(line => line > 0).Distinct().Take(MostLines)]),
            DirectoryRefusedJson.Instance.DirectoryRefusedData);
        var version = $"{inForce.ContentHash[..12]}/{(content.Length > 12 ? content[..12] : "unreadable")}";
        return
        [
            .. inForce.Holders(Role.Administrator, now.InUtc().Date).Select(holder => new OutgoingMessage(
                $"{Kind}/{version}/{holder.Person.Id}", Recipient.Person(holder.Person.Id), Urgency.Urgent, now, Kind, StreamId.Standing, data, Kind)),
        ];
    }

    /// <summary>The message's words.</summary>
    /// <param name="data">As the message carries it.</param>
    public static Text Words(string data)
    {
        var told = JsonSerializer.Deserialize(data, DirectoryRefusedJson.Instance.DirectoryRefusedData)!;
        var lines = string.Join(", ", told.Lines.Select(line => line.ToString(CultureInfo.InvariantCulture)));
        return new(
            $"请改正目录文件 {told.File}：有 {told.Faults} 处错误{(lines.Length > 0 ? $"（第 {lines.Replace(", ", "、", StringComparison.Ordinal)} 行）" : "")}，新内容没有生效，仍按原来的执行。用 sitebot directory check 可以看到每一处。",
            $"Correct the directory file {told.File}: it has {told.Faults} {(told.Faults == 1 ? "fault" : "faults")}{(lines.Length > 0 ? $" (line {lines})" : "")}; the change was refused and the former directory stays in force. sitebot directory check shows each of them.");
    }
}

/// <summary>What drawing the message needs; JSON in <see cref="OutgoingMessage.Data"/>.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Faults">How many faults.</param>
/// <param name="Lines">The lines of the first of them.</param>
public sealed record DirectoryRefusedData(string File, int Faults, ImmutableArray<int> Lines);

/// <summary>The source-generated JSON of the message.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DirectoryRefusedData))]
internal sealed partial class DirectoryRefusedJson : JsonSerializerContext
{
    public static DirectoryRefusedJson Instance { get; } = new(FactJson.Options());
}
