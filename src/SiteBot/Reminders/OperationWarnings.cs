using NodaTime;
using SiteBot.Directory;
using SiteBot.Gate.Running;
using SiteBot.Outbox;
using SiteBot.Visits;

namespace SiteBot.Reminders;

/// <summary>A running operation nears the moment to roll back, or its end: to the engineer at any hour, and to the managers where its end has passed.</summary>
internal static class OperationWarnings
{
    private static readonly Duration BeforeRollBack = Duration.FromMinutes(30);
    private static readonly Duration BeforeEnd = Duration.FromMinutes(15);

    // Told later than this it helps nobody.
    private static readonly Duration StillWorthTelling = Duration.FromHours(2);

    public static IEnumerable<OutgoingMessage> Of(VisitSetting setting)
    {
        if (setting.Visit.Running is not { } run)
        {
            yield break;
        }

        var expected = RunningOperation.Of(setting.Visit)!.ExpectedEnd;
        (string What, Instant? At, Instant? About, bool ManagersToo)[] moments =
        [
            ("roll-back-soon", run.RollBackBy - BeforeRollBack, run.RollBackBy, false),
            ("roll-back-now", run.RollBackBy, run.RollBackBy, false),
            ("end-soon", run.EndBy - BeforeEnd, run.EndBy, false),
            ("end-over", run.EndBy, run.EndBy, true),

            // One that ends with its window is warned of by that.
            ("takes-longer", expected < run.EndBy || run.EndBy is null ? expected : null, expected, false),
        ];
        foreach (var (what, moment, about, managersToo) in moments)
        {
            if (moment is not { } at || at <= run.StartedAt || at < setting.Now - StillWorthTelling)
            {
                continue;
            }

            var day = setting.Clock.DateOf(at);
            var people = DutyOwner.Person(setting, setting.Visit.Lead, day).People.AsEnumerable();
            if (managersToo)
            {
                people = people.Concat(DutyOwner.HeadsOf(setting, day));
                if (DutyOwner.Product(setting) is { } product)
                {
                    people = people.Concat(setting.Directory.HoldersForProduct(Role.RemoteSupport, product, day).Select(holder => holder.Person.Id));
                }
            }

            var number = setting.Visit.Operations.Length;
            foreach (var person in people.Distinct(StringComparer.OrdinalIgnoreCase))
            {
                yield return Agenda.Message(
                    setting, ReminderMessages.Operation, person, at, what == "takes-longer" ? $"operation/{number}/{what}/{at.ToUnixTimeSeconds()}" : $"operation/{number}/{what}", Urgency.Urgent,
                    new ReminderData(setting.Visit.Id, What: what, Operation: number, At: about));
            }
        }
    }
}
