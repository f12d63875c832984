using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using SiteBot.Ledger;

namespace SiteBot.Escalation;

/// <summary>Where an alarm stands.</summary>
public enum AlarmState
{
    /// <summary>Nobody has acknowledged it: it climbs.</summary>
    Open,

    /// <summary>Somebody of the chain has seen it or looks after it.</summary>
    Acknowledged,

    /// <summary>The trouble is over.</summary>
    Resolved,

    /// <summary>It was a false alarm.</summary>
    TakenBack,
}

/// <summary>One report of the trouble.</summary>
/// <param name="By">Who reported it.</param>
/// <param name="At">When it was told.</param>
/// <param name="Visit">The reporter's visit, or null.</param>
/// <param name="Words">As told.</param>
public sealed record AlarmReport(string By, Instant At, string? Visit, PrivateText Words);

/// <summary>An alarm as its facts make it.</summary>
public sealed record Alarm
{
    /// <summary>The alarm's id: short, unique.</summary>
    public required string Id { get; init; }

    /// <summary>How many facts it has; what a commit expects.</summary>
    public long Version { get; init; }

    /// <summary>What is wrong.</summary>
    public Trouble Trouble { get; init; }

    /// <summary>How bad.</summary>
    public AlarmSeverity Severity { get; init; }

    /// <summary>The visit's id, or null.</summary>
    public string? Visit { get; init; }

    /// <summary>The site's id, or null.</summary>
    public string? Site { get; init; }

    /// <summary>The regional office's id.</summary>
    public string Office { get; init; } = "";

    /// <summary>The product's id, or null.</summary>
    public string? Product { get; init; }

    /// <summary>An exercise.</summary>
    public bool Drill { get; init; }

    /// <summary>Who is told, level by level, as it was at the moment of the alarm.</summary>
    public ImmutableArray<ChainLevel> Chain { get; init; } = [];

    /// <summary>After how long without acknowledgement it climbs.</summary>
    public int AcknowledgeMinutes { get; init; }

    /// <summary>Every report of it, oldest first.</summary>
    public ImmutableArray<AlarmReport> Reports { get; init; } = [];

    /// <summary>Since when it is so, or null where nobody has said.</summary>
    public Instant? Since { get; init; }

    /// <summary>What is affected, or null.</summary>
    public PrivateText? Affected { get; init; }

    /// <summary>Counts how often it was raised: 1, and one more for each relapse.</summary>
    public int Round { get; init; }

    /// <summary>When this round began.</summary>
    public Instant RoundAt { get; init; }

    /// <summary>When it was raised first.</summary>
    public Instant RaisedAt { get; init; }

    /// <summary>The level that it was called up to before its time; the clock may have taken it higher, see <see cref="LevelAt"/>.</summary>
    public int CalledLevel { get; init; }

    /// <summary>When it was acknowledged in this round, or null.</summary>
    public Instant? AcknowledgedAt { get; init; }

    /// <summary>Who acknowledged it first in this round, or null.</summary>
    public string? AcknowledgedBy { get; init; }

    /// <summary>Who looks after it, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>People outside the chain whom it was handed to.</summary>
    public ImmutableArray<string> Drawn { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public AlarmState State { get; init; }

    /// <summary>When it was resolved or taken back, or null.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>What was done, or null while it is not resolved.</summary>
    public PrivateText? WhatWasDone { get; init; }

    /// <summary>The last moment at which anything was told.</summary>
    public Instant LastToldAt { get; init; }

    /// <summary>True while it is neither resolved nor taken back.</summary>
    [JsonIgnore]
    public bool IsOpen => State is AlarmState.Open or AlarmState.Acknowledged;

    /// <summary>Who reported it first.</summary>
    [JsonIgnore]
    public string RaisedBy => Reports[0].By;

    /// <summary>The stream that it is kept in.</summary>
    [JsonIgnore]
    public StreamId Stream => StreamId.Alarm(Id);

    /// <summary>The highest level of the chain that was told by <paramref name="now"/>: one more for each stretch without acknowledgement.</summary>
    public int LevelAt(Instant now)
    {
        var until = Instant.Min(now, Instant.Min(AcknowledgedAt ?? Instant.MaxValue, EndedAt ?? Instant.MaxValue));
        var climbed = AcknowledgeMinutes > 0 && until > RoundAt ? (int)Math.Min((until - RoundAt).TotalMinutes / AcknowledgeMinutes, Chain.Length) : 0;
        return Math.Clamp(Math.Max(climbed, CalledLevel), 0, Math.Max(0, Chain.Length - 1));
    }

    /// <summary>Everybody who was told by <paramref name="now"/>, each once: the chain up to its level, and who was drawn in.</summary>
    public ImmutableArray<string> ReachedBy(Instant now) =>
        [.. Chain.Take(LevelAt(now) + 1).SelectMany(level => level.People).Concat(Drawn).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>True for people of the chain, on whatever level, and whom it was handed to: only they act on it.</summary>
    public bool IsOfChain(string person) =>
        Chain.SelectMany(level => level.People).Concat(Drawn).Contains(person, StringComparer.OrdinalIgnoreCase);

    /// <summary>True for those who reported it.</summary>
    public bool IsReporter(string person) => Reports.Any(report => string.Equals(report.By, person, StringComparison.OrdinalIgnoreCase));
}
