using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NodaTime;

namespace SiteBot.Ledger;

/// <summary>The kinds of facts that one sort of stream knows, and how each is written and read. Built once.</summary>
/// <typeparam name="TEvent">The closed set of events.</typeparam>
public sealed class EventKinds<TEvent>
    where TEvent : notnull
{
    private readonly FrozenDictionary<Type, (string Kind, int Version, JsonTypeInfo Json)> _byType;
    private readonly FrozenDictionary<(string Kind, int Version), JsonTypeInfo> _byKind;

    /// <summary>Names the kinds.</summary>
    /// <param name="kinds">Each event's name, the version of its shape, and how it is written.</param>
    public EventKinds(params ReadOnlySpan<(string Kind, int Version, JsonTypeInfo Json)> kinds)
    {
        var all = kinds.ToArray();
        _byType = all.ToFrozenDictionary(kind => kind.Json.Type);
        _byKind = all.ToFrozenDictionary(kind => (kind.Kind, kind.Version), kind => kind.Json);
    }

    /// <summary>The types that have a kind.</summary>
    public IEnumerable<Type> Types => _byType.Keys;

    /// <summary>An event as a fact to keep.</summary>
    public Fact ToFact(TEvent e, Instant happenedAt, Instant toldAt, string? by)
    {
        var (kind, version, json) = _byType[e.GetType()];
        var (data, values) = PrivateValues.TakeOut(JsonSerializer.SerializeToUtf8Bytes(e, json));
        return new Fact(kind, version, Microseconds.Rounded(happenedAt), Microseconds.Rounded(toldAt), by, data, values);
    }

    /// <summary>The event of a fact.</summary>
    /// <exception cref="UnknownFactException">The kind or its version is not known here: a newer host wrote it. Nothing may be decided on that stream.</exception>
    public TEvent FromFact(RecordedFact recorded)
    {
        var fact = recorded.Fact;
        if (!_byKind.TryGetValue((fact.Kind, fact.Version), out var json))
        {
            throw new UnknownFactException(recorded.Stream, fact.Kind, fact.Version);
        }

        var bytes = PrivateValues.PutBack(fact.Data, fact.Private);
        return (TEvent)(JsonSerializer.Deserialize(bytes.Span, json) ?? throw new UnknownFactException(recorded.Stream, fact.Kind, fact.Version));
    }
}

/// <summary>A stream holds a fact of a kind that this host does not know. It decides nothing on that stream.</summary>
public sealed class UnknownFactException(StreamId stream, string kind, int version)
    : Exception($"{stream} holds a fact '{kind}' of version {version} that this host does not know; a newer host wrote it.");
