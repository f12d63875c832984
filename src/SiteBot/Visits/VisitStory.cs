using System.Collections.Immutable;
using NodaTime;
using SiteBot.Procedures;
using SiteBot.Windows;

namespace SiteBot.Visits;

/// <summary>A line of a visit's history.</summary>
/// <param name="At">When it happened.</param>
/// <param name="ToldAt">When it was told.</param>
/// <param name="When">The moment on the site's clock with its offset, for people; with the moment of telling where it was told late.</param>
/// <param name="What">What happened, with the names of people; private words stand as they are now, blanked ones as removed.</param>
public sealed record VisitStoryLine(Instant At, Instant ToldAt, Text When, Text What)
{
    /// <summary>The line as it is read.</summary>
    public Text Line => new($"{When.Zh} {What.Zh}", $"{When.En} {What.En}");
}

/// <summary>The history of a visit, for people and for reports: every fact in the order in which things happened.</summary>
public static class VisitStory
{
    private static readonly Duration Late = Duration.FromMinutes(2);

    /// <summary>The lines, in order of happening; of what happened at one moment in order of telling.</summary>
    /// <param name="id">The visit's id.</param>
    /// <param name="facts">All its facts, in order.</param>
    /// <param name="workplace">For names; of steps by the version of the procedure that the visit kept at the time.</param>
    public static ImmutableArray<VisitStoryLine> Of(string id, IEnumerable<VisitFact> facts, Workplace workplace)
    {
        var lines = new List<VisitStoryLine>();
        var visit = VisitFold.Begin(id);
        foreach (var fact in facts)
        {
            var before = visit;
            visit = VisitFold.After(visit, fact);
            var words = new StoryWords(before, visit, workplace, Clock(visit, workplace, fact.HappenedAt));
            lines.Add(new VisitStoryLine(fact.HappenedAt, fact.ToldAt, When(fact, words.Clock), words.Of(fact)));
        }

        return [.. lines.OrderBy(line => line.At)];
    }

    private static Text When(VisitFact fact, SiteClock clock)
    {
        var at = StoryWords.Moment(clock, fact.HappenedAt);
        if (fact.ToldAt - fact.HappenedAt < Late)
        {
            return Text.Same(at);
        }

        var told = StoryWords.Moment(clock, fact.ToldAt);
        return new Text($"{at}（{told} 补报）", $"{at} (told {told})");
    }

    private static SiteClock Clock(Visit visit, Workplace workplace, Instant around) => new(
        workplace.Directory.FindSite(visit.Site)?.Zone ?? workplace.Directory.FindOffice(visit.Office)?.Zone ?? DateTimeZone.Utc, around);
}
