namespace SiteBot.Teams.Cards;

/// <summary>What the head of a card tells before a word is read.</summary>
internal enum Tone
{
    /// <summary>Something to know.</summary>
    Calm,

    /// <summary>It went well, or it may begin.</summary>
    Good,

    /// <summary>It has to wait, or it is to be minded.</summary>
    Warning,

    /// <summary>It must not be, or it is urgent.</summary>
    Attention,
}

/// <summary>Writes what the part <c>header</c> looks for.</summary>
internal static class CardHeads
{
    /// <summary>The head of a card.</summary>
    /// <param name="data">Where to.</param>
    /// <param name="tone">How it looks.</param>
    /// <param name="title">What it says first; words of ours, times and ids.</param>
    /// <param name="subtitle">What it is about.</param>
    public static CardData Head(this CardData data, Tone tone, string title, string subtitle = "") => data.Object("header", head => head
        .Put("style", tone switch { Tone.Good => "good", Tone.Warning => "warning", Tone.Attention => "attention", _ => "emphasis" })
        .Put("title", ShownText.Markdown(title))
        .Put("subtitle", subtitle));

    /// <summary>A list of labels and what stands beside them; what is empty is left out.</summary>
    public static CardData Facts(this CardData data, params IEnumerable<(string Label, string Text)> facts) =>
        data.List("facts", facts.Where(fact => fact.Text.Length > 0), static (to, fact) => to.Put("label", fact.Label).Put("text", fact.Text));
}
