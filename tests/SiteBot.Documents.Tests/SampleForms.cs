using SiteBot.Forms;
using SiteBot.Tests.Forms;
using SiteBot.Visits;

namespace SiteBot.Documents.Tests;

/// <summary>Every form of the standard and the slip, in both languages, of visits that are told to their end.</summary>
internal static class SampleForms
{
    public static IEnumerable<(string Name, FormContent Content)> All { get; } =
    [
        .. SampleVisits.Place.Standard.Forms.SelectMany(form => Languages.Select(language => ($"{form.Id}.{language.Code()}", Of(form.Id, language)))),
        .. Languages.Select(language => ($"slip.{language.Code()}", VisitSlip.Of(SampleVisits.Facts(BeforeTheDoor(language), SampleVisits.At(0, 23), language), language))),
    ];

    private static Language[] Languages => [Language.Zh, Language.En];

    private static Visit BeforeTheDoor(Language language)
    {
        var told = SampleVisits.Told("upgrade", language).Steps;
        return SampleVisits.Planned("upgrade", language) with { Steps = told.RemoveRange(told.Keys.Where(step => step != "rollback_ready")) };
    }

    /// <summary>What is signed before the operation is drawn up before it, the daily record on its day, all else at the end.</summary>
    public static FormContent Of(string form, Language language)
    {
        var service = SampleVisits.ServiceOf(form);
        var told = SampleVisits.Told(service, language);
        var (visit, now) = form switch
        {
            "service_request_report" => (told with { Operations = [], DataChanges = [], Left = null, Steps = told.Steps.Remove("request_signed").Remove("escort") }, SampleVisits.At(0, 23)),
            "daily_work_record" => (told with { Left = null }, SampleVisits.At(1, 17)),
            "service_weekly_report" or "project_weekly_report" => (told with { Left = null }, SampleVisits.At(8, 9)),
            _ => (told, SampleVisits.At(4, 10)),
        };
        var facts = SampleVisits.Facts(visit, now, language) with { Decisions = [SampleVisits.Decision(visit.Id)] };
        return FormDraft.Of(SampleVisits.Place.Standard.FindForm(form)!, facts, language);
    }
}
