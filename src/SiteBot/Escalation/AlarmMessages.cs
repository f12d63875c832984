using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using SiteBot.Ledger;
using SiteBot.Outbox;

namespace SiteBot.Escalation;

/// <summary>What is told of alarms to people outside the turn. Each is drawn from the alarm as it is when it is delivered.</summary>
public static class AlarmMessages
{
    /// <summary>The alarm with its presses and the numbers to call, in place by its slot.</summary>
    public const string Card = "alarm-card";

    /// <summary>Nobody has acknowledged: to the next level and to all before it again.</summary>
    public const string Climb = "alarm-climb";

    /// <summary>Help is asked for before its time.</summary>
    public const string Help = "alarm-help";

    /// <summary>Somebody has seen it or looks after it: to those who reported it.</summary>
    public const string Acknowledged = "alarm-acknowledged";

    /// <summary>The alarm is yours now, or was taken over from you.</summary>
    public const string HandedOn = "alarm-handed-on";

    /// <summary>It was a false alarm: to everybody whom it reached.</summary>
    public const string TakenBack = "alarm-taken-back";

    /// <summary>The trouble is over, and what was done: to everybody whom it reached and who reported it.</summary>
    public const string Resolved = "alarm-resolved";

    /// <summary>Nothing was heard: to who reported it, then to those who were told.</summary>
    public const string Silence = "alarm-silence";

    /// <summary>The slot of an alarm's card.</summary>
    public static string Slot(string alarm) => "alarm/" + alarm;

    /// <summary>True where a message need not be told any more: acknowledged since, another round, heard of since, over.</summary>
    public static bool IsOvertaken(OutgoingMessage message, Alarm alarm)
    {
        var data = AlarmMessageData.Read(message.Data);
        return message.Kind switch
        {
            Climb => alarm.State != AlarmState.Open || data.Round != alarm.Round,
            Help => !alarm.IsOpen || data.Round != alarm.Round,
            Silence => !alarm.IsOpen || data.Version != alarm.Version,
            Acknowledged or HandedOn => !alarm.IsOpen,
            _ => false,
        };
    }
}

/// <summary>What drawing an alarm's message needs beside the alarm; JSON in <see cref="OutgoingMessage.Data"/>.</summary>
/// <param name="Alarm">The alarm's id.</param>
/// <param name="Round">The round that the message belongs to.</param>
/// <param name="Version">The alarm's version when the message was decided.</param>
/// <param name="Level">For a climb: the level that it goes up to, from 0.</param>
/// <param name="Again">For a climb: true for those who were told before.</param>
public sealed record AlarmMessageData(string Alarm, int Round, long Version, int? Level = null, bool? Again = null)
{
    /// <summary>Reads a message's data.</summary>
    public static AlarmMessageData Read(string json) => JsonSerializer.Deserialize(json, AlarmMessageJson.Instance.AlarmMessageData)!;

    /// <summary>As the message carries it.</summary>
    public string Json() => JsonSerializer.Serialize(this, AlarmMessageJson.Instance.AlarmMessageData);
}

/// <summary>The source-generated JSON of what messages of alarms carry.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AlarmMessageData))]
internal sealed partial class AlarmMessageJson : JsonSerializerContext
{
    public static AlarmMessageJson Instance { get; } = new(FactJson.Options());
}
