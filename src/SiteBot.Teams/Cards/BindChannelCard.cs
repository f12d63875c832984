using SiteBot.Teams.Actions;

namespace SiteBot.Teams.Cards;

/// <summary>The greeting in a team: whose field-service channel this is, asked where nobody has said so yet.</summary>
internal static class BindChannelCard
{
    /// <summary>Draws it; the choice stands on the regional office that the channel is bound to already.</summary>
    public static Card Draw(CardDeck deck, Workplace workplace, string? team, string? channel, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        var bound = workplace.Directory.FindOffice(
            workplace.Standing.Channels.FirstOrDefault(pair => pair.Value.Channel == channel).Key
            ?? workplace.Directory.Offices.FirstOrDefault(known => known.Channel?.ChannelId == channel)?.Id ?? "");
        var office = new CardField("f_office", InputKind.Menu, pen.Word("bind.office"))
        {
            Value = bound?.Id ?? "",
            Error = pen.Word("bind.choose"),
            Choices = [.. workplace.Directory.Offices.Select(known => (known.Id, ShownText.Name(known.Name.In(language))))],
        };
        return TextCard.Draw(
            pen, Tone.Calm, bound is null ? pen.Word("bind.title") : pen.Word("bind.title.bound", ("office", ShownText.Name(bound.Name.In(language)))), "", [pen.Word(bound is null ? "bind.what" : "bind.what.bound")], [],
            questions: [new CardQuestion(pen.Word(bound is null ? "bind.open" : "bind.open.bound"), new CardButton(pen.Word("bind.press"), CardVerbs.BindChannel, ("team", team), ("channel", channel)) { Style = ButtonStyle.Positive }, office)]);
    }
}
