using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Procedures;
using SiteBot.Windows;

namespace SiteBot.Visits;

/// <summary>A visit with the clock, the civil hours and the policy of its site: what reckoning its checklist and its reminders looks at.</summary>
internal sealed class VisitSetting
{
    private readonly Lazy<ConditionContext> _conditions;
    private readonly Lazy<Instant?> _firstArrival;
    private readonly Dictionary<Owner, ImmutableArray<string>> _owners = [];

    public VisitSetting(Visit visit, Procedure procedure, Workplace workplace, Instant now)
    {
        (Visit, Procedure, Workplace, Directory, Now) = (visit, procedure, workplace, workplace.Directory, now);
        _conditions = new(() => VisitConditions.Of(this));
        _firstArrival = new(() => Marked(Mark.Arrived).Select(record => (Instant?)record.HappenedAt).Append(Visit.ArrivedAt).Where(at => at is not null).Min());
        Site = Directory.FindSite(visit.Site);
        var office = Directory.FindOffice(visit.Office);
        var policy = Site is null ? null : Directory.PolicyOf(Site);

        // A site that left the directory keeps its regional office's clock.
        Clock = new SiteClock(Site?.Zone ?? office?.Zone ?? DateTimeZone.Utc, now);
        Civil = new CivilHours(Clock, policy?.CivilHours.Value ?? office?.Policy.CivilHours ?? new DayWindow(new LocalTime(8, 30), new LocalTime(18, 0)));
        WatchDays = Math.Max(1, policy?.WatchDays.Value ?? office?.Policy.WatchDays ?? 3);
        SilenceMinutes = policy?.SilenceMinutes.Value ?? office?.Policy.SilenceMinutes ?? 30;
        AcknowledgeMinutes = policy?.AcknowledgeMinutes.Value ?? office?.Policy.AcknowledgeMinutes ?? 15;
    }

    /// <summary>By the procedure that the visit keeps.</summary>
    public static VisitSetting Of(Visit visit, Workplace workplace, Instant now) =>
        new(visit, workplace.Procedures.Of(visit.Service, visit.Procedure), workplace, now);

    public Visit Visit { get; }

    public Procedure Procedure { get; }

    public Workplace Workplace { get; }

    public CompanyDirectory Directory { get; }

    public Instant Now { get; }

    public Site? Site { get; }

    public SiteClock Clock { get; }

    public CivilHours Civil { get; }

    public int WatchDays { get; }

    public int SilenceMinutes { get; }

    public int AcknowledgeMinutes { get; }

    /// <summary>The first moment of a local date.</summary>
    public Instant StartOf(LocalDate date) => Clock.At(date, LocalTime.Midnight);

    /// <summary>When a moment of the visit was, or null where it was not yet.</summary>
    public Instant? MomentOf(Anchor anchor) => anchor switch
    {
        Anchor.Started => Visit.StartedAt,
        Anchor.Appointment => Visit.Appointment ?? Visit.Plan.From,
        Anchor.Arrived => FirstArrival,
        Anchor.OperationEnded => OperationEnded,
        Anchor.Left => Visit.Left is { How: LeavingMode.ForGood } left ? left.At : null,
        _ => Visit.EndedAt,
    };

    // Who comes back each morning has arrived once: the first of what is on record counts.
    private Instant? FirstArrival => _firstArrival.Value;

    private Instant? OperationEnded =>
        Visit.Operations.Select(run => run.EndedAt).Where(at => at is not null).Max()
        ?? (Visit.Running is null ? Marked(Mark.Cutover).Select(record => (Instant?)record.HappenedAt).Max() : null);

    /// <summary>From when on, and every how many days, the customer is reported to more often than weekly (6.3-13); null where that was not asked for.</summary>
    public (Instant Since, int Days)? ShorterReports =>
        Marked(Mark.ReportInterval).Select(record => int.TryParse(record.Value("days"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and < 7
            ? (record.HappenedAt, days) : ((Instant Since, int Days)?)null).LastOrDefault();

    /// <summary>How the visit stands for conditions at a moment that may be ahead.</summary>
    public ConditionContext ConditionsAt(Instant moment) => _conditions.Value with { OverAWeek = VisitConditions.OverAWeek(this, moment) };

    /// <summary>Whose a step of this owner is at <see cref="Now"/>, by the procedure alone: found once, since a long checklist asks it of every line.</summary>
    public ImmutableArray<string> OwnersNow(Owner who)
    {
        if (!_owners.TryGetValue(who, out var people))
        {
            _owners[who] = people = DutyOwner.Of(this, who, Now).People;
        }

        return people;
    }

    /// <summary>The records of done steps that tell something about the visit.</summary>
    public IEnumerable<StepRecord> Marked(Mark mark) => Procedure.StepsMarked(mark)
        .Select(step => Visit.Steps.GetValueOrDefault(step.Id))
        .OfType<StepRecord>().Where(record => record.Outcome == StepOutcome.Done);
}
