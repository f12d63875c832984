using SiteBot.Teams.Actions;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>A lesser trouble is noted and followed until closed (6.5-7); one press makes an alarm of it where it is worse than it sounded.</summary>
internal static class LesserTroubleCard
{
    /// <summary>Draws it.</summary>
    public static Card Draw(CardDeck deck, Workplace workplace, Visit visit, string words, Language language)
    {
        var pen = new Pen(deck, workplace, language);
        return TextCard.Draw(
            pen, Tone.Warning, pen.Word("lesser.title"), pen.About(visit), [pen.Word("lesser.what", ("words", ShownText.Clip(words, 200))), pen.Word("lesser.worse")], [],
            [
                Raise("interruption"), Raise("severe_degradation"), Raise("billing"),
            ]);

        CardButton Raise(string trouble) => new(pen.Word("lesser." + trouble), CardVerbs.AlarmRaise, ("trouble", trouble), ("visit", visit.Id), ("words", ShownText.Carried(words, 1000)));
    }
}
