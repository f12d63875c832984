using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SiteBot.Ledger;

namespace SiteBot.Escalation;

/// <summary>The source-generated JSON of an alarm's facts and snapshots.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Alarm))]
[JsonSerializable(typeof(AlarmEvent.Raised))]
[JsonSerializable(typeof(AlarmEvent.Joined))]
[JsonSerializable(typeof(AlarmEvent.DetailsTold))]
[JsonSerializable(typeof(AlarmEvent.Acknowledged), TypeInfoPropertyName = "EventAcknowledged")]
[JsonSerializable(typeof(AlarmEvent.TakenOver))]
[JsonSerializable(typeof(AlarmEvent.HelpAsked))]
[JsonSerializable(typeof(AlarmEvent.HandedOn))]
[JsonSerializable(typeof(AlarmEvent.Climbed))]
[JsonSerializable(typeof(AlarmEvent.TakenBack))]
[JsonSerializable(typeof(AlarmEvent.Resolved))]
[JsonSerializable(typeof(AlarmEvent.Relapsed))]
internal sealed partial class AlarmJson : JsonSerializerContext
{
    /// <summary>The context with the ledger's way of writing.</summary>
    public static AlarmJson Instance { get; } = new(FactJson.Options());
}

/// <summary>An alarm's stream: how it is read and written.</summary>
public static class AlarmStream
{
    private static readonly EventKinds<AlarmEvent> Kinds = new(
        ("alarm-raised", 1, AlarmJson.Instance.Raised),
        ("alarm-joined", 1, AlarmJson.Instance.Joined),
        ("alarm-details-told", 1, AlarmJson.Instance.DetailsTold),
        ("alarm-acknowledged", 1, AlarmJson.Instance.EventAcknowledged),
        ("alarm-taken-over", 1, AlarmJson.Instance.TakenOver),
        ("alarm-help-asked", 1, AlarmJson.Instance.HelpAsked),
        ("alarm-handed-on", 1, AlarmJson.Instance.HandedOn),
        ("alarm-climbed", 1, AlarmJson.Instance.Climbed),
        ("alarm-taken-back", 1, AlarmJson.Instance.TakenBack),
        ("alarm-resolved", 1, AlarmJson.Instance.Resolved),
        ("alarm-relapsed", 1, AlarmJson.Instance.Relapsed));

    private static readonly StreamFold<Alarm> Fold = new(
        AlarmJson.Instance.Alarm, stream => AlarmFold.Begin(stream.Id), alarm => alarm.Version, (alarm, recorded) => AlarmFold.After(alarm, Fact(recorded)));

    /// <summary>The types of events that have a name in the ledger.</summary>
    internal static IEnumerable<Type> Known => Kinds.Types;

    /// <summary>The alarm of a stream that was read; null where the stream has no facts.</summary>
    /// <exception cref="UnknownFactException">The stream holds a kind of fact that this host does not know.</exception>
    public static Alarm? Read(StreamView view) => view.Version == 0 ? null : Fold.Read(view);

    /// <summary>A recorded fact as the alarm knows it.</summary>
    /// <exception cref="UnknownFactException">Its kind is not known here.</exception>
    public static AlarmFact Fact(RecordedFact recorded) =>
        new(Kinds.FromFact(recorded), recorded.Fact.HappenedAt, recorded.Fact.ToldAt, recorded.Fact.By);

    /// <summary>What to keep for a change that has facts.</summary>
    public static StreamWrite Write(AlarmChange change) => new(
        change.After.Stream,
        change.Before.Version,
        [.. change.Facts.Select(fact => Kinds.ToFact(fact.Event, fact.HappenedAt, fact.ToldAt, fact.By))],
        Fold.Keep(change.After),
        AlarmLabels.Of(change.After));
}

/// <summary>What an alarm is found by in the one read of a turn.</summary>
public static class AlarmLabels
{
    /// <summary>Open alarms of a visit.</summary>
    public static string OpenOf(string visit) => "alarm-of-visit/" + visit;

    /// <summary>Open alarms at a site.</summary>
    public static string OpenAt(string site) => "alarm-at/" + site;

    /// <summary>Open alarms of a regional office.</summary>
    public static string OpenIn(string office) => "alarm-in/" + office;

    /// <summary>Open alarms that a person reported, was told of or looks after.</summary>
    public static string OpenFor(string person) => "alarm-for/" + person;

    /// <summary>Resolved alarms of a visit, for a relapse.</summary>
    public static string ResolvedOf(string visit) => "alarm-past-of-visit/" + visit;

    /// <summary>Resolved alarms at a site, for a relapse.</summary>
    public static string ResolvedAt(string site) => "alarm-past-at/" + site;

    /// <summary>Every alarm of a regional office that is over.</summary>
    public static string EndedIn(string office) => "alarm-ended-in/" + office;

    /// <summary>The labels that <paramref name="alarm"/> carries now.</summary>
    public static ImmutableArray<string> Of(Alarm alarm)
    {
        IEnumerable<string> labels = alarm.IsOpen
            ? [
                OpenIn(alarm.Office),
                .. alarm.Visit is { } visit ? [OpenOf(visit)] : Array.Empty<string>(),
                .. alarm.Site is { } site ? [OpenAt(site)] : Array.Empty<string>(),
                .. alarm.Chain.SelectMany(level => level.People).Concat(alarm.Drawn).Concat(alarm.Reports.Select(report => report.By)).Select(OpenFor),
                .. alarm.Reports.Select(report => report.Visit).OfType<string>().Select(OpenOf),
            ]
            : [
                EndedIn(alarm.Office),
                .. alarm.State == AlarmState.Resolved && alarm.Visit is { } past ? [ResolvedOf(past)] : Array.Empty<string>(),
                .. alarm.State == AlarmState.Resolved && alarm.Site is { } where ? [ResolvedAt(where)] : Array.Empty<string>(),
            ];
        return [.. labels.Distinct(StringComparer.Ordinal)];
    }
}
