using SiteBot.Teams.Actions;

namespace SiteBot.Teams.Cards;

/// <summary>The greeting in a team: which regional office's field-service channel this is.</summary>
internal static class BindChannelCard
{
    /// <summary>Draws it; the choice stands on the regional office that the channel is bound to already.</summary>
    public static Card Draw(CardDeck deck, Workplace workplace, string? team, string? channel, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var bound = workplace.Standing.Channels.FirstOrDefault(pair => pair.Value.Channel == channel).Key
            ?? workplace.Directory.Offices.FirstOrDefault(office => office.Channel?.ChannelId == channel)?.Id;
        var office = new CardField("f_office", InputKind.Menu, pen.Word("bind.office"))
        {
            Value = bound ?? "",
            Error = pen.Word("bind.choose"),
            Choices = [.. workplace.Directory.Offices.Select(known => (known.Id, ShownText.Name(known.Name.In(language))))],
        };
        return TextCard.Draw(
            pen, Tone.Calm, pen.Word("bind.title"), "", [pen.Word("bind.what")], [],
            questions: [new CardQuestion(pen.Word("bind.open"), new CardButton(pen.Word("bind.press"), CardVerbs.BindChannel, ("team", team), ("channel", channel)) { Style = ButtonStyle.Positive }, office)]);
    }
}
