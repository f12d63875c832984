namespace SiteBot.Ledger;

/// <summary>The name of a stream of facts: <c>visit/…</c>, <c>person/…</c>, <c>alarm/…</c>, <c>question/…</c>, <c>standing</c>. A stream is the unit of concurrency.</summary>
/// <param name="Value">At most 200 characters, no white space.</param>
public readonly record struct StreamId(string Value)
{
    /// <summary>The stream of freezes, released versions, channel bindings and policies kept by chat; they hold for everybody.</summary>
    public static StreamId Standing { get; } = new("standing");

    /// <summary>One visit.</summary>
    public static StreamId Visit(string id) => new("visit/" + id);

    /// <summary>One person: language and the like.</summary>
    public static StreamId Person(string id) => new("person/" + id);

    /// <summary>One alarm (6.5-1), with or without a visit.</summary>
    public static StreamId Alarm(string id) => new("alarm/" + id);

    /// <summary>One open question passed on to product support or the regional office (4.4-12).</summary>
    public static StreamId Question(string id) => new("question/" + id);

    /// <summary>True for what may be the id of a stream's thing: 1 to 100 characters, no white space. What a card or a link says may be anything.</summary>
    public static bool IsId(string text) => text.Length is > 0 and <= 100 && !text.Any(char.IsWhiteSpace);

    /// <summary>What stands after the first slash; the whole value where there is none.</summary>
    public string Id => Value[(Value.IndexOf('/') + 1)..];

    /// <summary>What stands before the first slash; the whole value where there is none.</summary>
    public string Noun => Value.IndexOf('/') is var slash && slash < 0 ? Value : Value[..slash];

    /// <inheritdoc />
    public override string ToString() => Value;
}
