using System.Text;
using NodaTime;
using SiteBot.Procedures;
using SiteBot.Texts;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>The checklist as plain text, for weak networks: what is left of the phase at work, and how to tell it by numbers.</summary>
internal static class ChecklistText
{
    private const int Most = 25;

    /// <summary>Writes it.</summary>
    public static string Write(Visit visit, Checklist checklist, Workplace workplace, Language language)
    {
        TextBook words = workplace.Texts;
        var text = new StringBuilder();
        text.AppendLine(words.Get("checklist.title", language, ("done", $"{checklist.Done}"), ("owed", $"{checklist.Owed}")) + $" · {visit.Id}");
        var open = checklist.Asked.Where(line => line.IsOpen).ToList();
        foreach (var line in open.Take(Most))
        {
            text.AppendLine($"{line.Number} {line.Step.Title.In(language)}");
        }

        if (open.Count > Most)
        {
            text.AppendLine(words.Get("more", language, ("count", $"{open.Count - Most}")));
        }

        foreach (var guard in checklist.HoldsBack?.Guards ?? [])
        {
            text.AppendLine(guard.Why.In(language));
        }

        return text.Append(words.Get(open.Count == 0 ? "checklist.all" : "checklist.short", language)).ToString();
    }
}
