using System.Collections.Immutable;
using SiteBot.Directory;
using SiteBot.Escalation;
using SiteBot.Ledger;
using SiteBot.Oversight;
using SiteBot.People;
using SiteBot.Standing;
using SiteBot.Visits;
using NodaTime;

namespace SiteBot.ManagersTab;

/// <summary>What a person sees at a moment.</summary>
/// <param name="Sight">What they may see.</param>
/// <param name="Overview">What there is of it.</param>
/// <param name="Unreadable">Visits and alarms with facts of a kind that this host does not know: nothing is told of them.</param>
/// <param name="Language">The language that they chose, else the directory's.</param>
/// <param name="Workplace">What it was computed by.</param>
/// <param name="Now">Business time.</param>
internal sealed record Sighting(Sight Sight, Overview Overview, int Unreadable, Language Language, Workplace Workplace, Instant Now);

/// <summary>Reads once what a person may see, and computes the rest.</summary>
internal sealed class Sightings(ILedger ledger, IWorkplace workplace, IBusinessClock clock)
{
    /// <summary>Looks now.</summary>
    public async ValueTask<Sighting> Look(Person person, CancellationToken cancellation)
    {
        var (current, now) = (workplace.Current, clock.Now);
        var sight = Sight.Of(person, current, now);
        var view = await ledger.Read(new LedgerQuery(null, null, [StreamId.Standing, StreamId.Person(person.Id)], sight.Labels, Snapshot.ShapeNow), cancellation);
        var visits = ImmutableArray.CreateBuilder<Visit>();
        var alarms = ImmutableArray.CreateBuilder<Alarm>();
        var language = person.Language;
        var unreadable = 0;
        foreach (var stream in view.Streams)
        {
            try
            {
                switch (stream.Stream.Noun)
                {
                    case "visit" when VisitStream.Read(stream) is { } visit && sight.Sees(visit):
                        visits.Add(visit);
                        break;
                    case "alarm" when AlarmStream.Read(stream) is { } alarm && sight.Sees(alarm):
                        alarms.Add(alarm);
                        break;
                    case "person":
                        language = PersonStream.Read(stream).Language ?? language;
                        break;
                    case "standing":
                        current = current with { Standing = StandingStream.Read(stream) };
                        break;
                }
            }
            catch (UnknownFactException)
            {
                unreadable++;
            }
        }

        return new Sighting(sight, Overview.Of(visits, alarms, current, now), unreadable, language, current, now);
    }
}
