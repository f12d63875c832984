namespace SiteBot.Teams.Cards;

/// <summary>A notice: what happened and what to press next.</summary>
internal static class TextCard
{
    /// <summary>Draws a notice.</summary>
    /// <param name="deck">The templates.</param>
    /// <param name="workplace">The words.</param>
    /// <param name="tone">How it looks.</param>
    /// <param name="title">What it says first, in words of ours.</param>
    /// <param name="lines">What it says below.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="buttons">What can be pressed, the next press first.</param>
    public static Card Draw(CardDeck deck, Workplace workplace, Tone tone, Text title, IEnumerable<Text> lines, Language language, params IEnumerable<CardButton> buttons) =>
        Draw(new Pen(deck, workplace, language), tone, title.In(language), "", lines.Select(line => line.In(language)), [], buttons);

    /// <summary>Draws a notice in the pen's language.</summary>
    internal static Card Draw(
        Pen pen, Tone tone, string title, string subtitle, IEnumerable<string> lines, IEnumerable<(string Label, string Text)> facts,
        IEnumerable<CardButton>? buttons = null, IEnumerable<CardQuestion>? questions = null, IEnumerable<CardCall?>? calls = null)
    {
        var all = lines.ToList();
        Action<CardData> Fields(int length, int most) => data => data
            .Head(tone, title, subtitle)
            .Lines("lines", all.Take(most).Select(line => ShownText.Clip(line, length)))
            .Facts(facts)
            .Presses(buttons, questions, calls);

        return pen.Draw("text", Pen.Dotted(title, subtitle, ShownText.Clip(all.FirstOrDefault(), 200)), Fields(ShownText.ParagraphLength, int.MaxValue), Fields(200, 20), Fields(100, 8));
    }
}
