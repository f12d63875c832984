using NodaTime;
using SiteBot.Procedures;
using SiteBot.Reminders;

namespace SiteBot.Visits;

/// <summary>A form was produced and its bytes are kept (they are not rendered again once signed). A daily or weekly one does the duty that asks for it.</summary>
public static class ProduceForm
{
    /// <summary>Decides. The same bytes are nothing new.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="form">The form's id.</param>
    /// <param name="file">Hash of the bytes, already kept.</param>
    /// <param name="language">The language that it is written in.</param>
    /// <param name="occasion">The day or week that it was asked for, <c>yyyy-MM-dd</c> as its duty names it; null for the one that is owed now.</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="now">When it was produced.</param>
    /// <param name="by">Who asked for it.</param>
    public static Decided Decide(Visit visit, string form, string file, Language language, string? occasion, Workplace workplace, Instant now, string by)
    {
        if (FormsOf.Find(visit, form, workplace) is not { } known)
        {
            return FormsOf.Unknown;
        }

        var procedure = workplace.Procedures.Of(visit.Service, visit.Procedure);
        var last = visit.Forms.GetValueOrDefault(known.Id)?.Last;
        if (last is { SignedAt: not null } && !FormsOf.Recurs(procedure, known.Id))
        {
            return Decided.Refused("form-signed", $"不用再生成：{known.Name.Zh}已签字，原件已存。", $"Nothing is left to do: the {known.Name.En} is signed, and its bytes are kept.");
        }

        var done = Done(VisitSetting.Of(visit, workplace, now), procedure, known.Id, occasion, by);
        return last?.File != file ? Decided.Facts([new VisitEvent.FormProduced(known.Id, file, language), .. done]) : Decided.Facts([.. done]);
    }

    /// <summary>The occasion that a daily or weekly form is drawn up for now: the one that is named, else the one that runs, else the oldest that is still owed; null where none is.</summary>
    public static DutyOccasion? OccasionOf(Visit visit, string form, string? occasion, Workplace workplace, Instant now)
    {
        var setting = VisitSetting.Of(visit, workplace, now);
        return Duties(setting.Procedure, form).Select(duty => Owed(setting, duty, occasion)).FirstOrDefault(owed => owed is not null);
    }

    // Who may not act on the duty may still have the paper; the duty then stays owed.
    private static IEnumerable<VisitEvent> Done(VisitSetting setting, Procedure procedure, string form, string? occasion, string by)
    {
        foreach (var duty in Duties(procedure, form))
        {
            if (DutyRights.Of(setting, duty.Id, by).Duty is not null && Owed(setting, duty, occasion) is { } owed)
            {
                yield return new VisitEvent.DutyDone(duty.Id, owed.Occasion, null);
            }
        }
    }

    // Where a step has the form too, it is the step that tells what became of it: works that stand still are not resumed by a paper.
    private static IEnumerable<Duty> Duties(Procedure procedure, string form) => procedure.Duties.Where(duty =>
        duty.Form == form && duty.Step is null && duty.Every is (Rhythm.Day or Rhythm.Week) && !procedure.Steps.Any(step => step.Form == form));

    private static DutyOccasion? Owed(VisitSetting setting, Duty duty, string? occasion)
    {
        var owed = DutyOccasions.Of(setting, duty, setting.Visit.StartedAt, setting.Now + Duration.FromTicks(1)).Where(one => !one.IsDone).ToList();
        return occasion is not null ? owed.Find(one => one.Occasion == occasion)
            : owed.FindLast(one => one.OwedFrom <= setting.Now && (one.LapsesAt is not { } end || setting.Now < end)) ?? owed.FirstOrDefault();
    }
}
