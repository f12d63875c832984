using System.Collections.Immutable;
using NodaTime;
using SiteBot.Approvals;
using SiteBot.Procedures;
using SiteBot.Visits;

namespace SiteBot.Reminders;

/// <summary>Something that somebody owes now.</summary>
/// <param name="Visit">The visit's id.</param>
/// <param name="Site">The site's id.</param>
/// <param name="Duty">The duty's id; null for a consent that is waited for.</param>
/// <param name="Occasion">Which time of the duty; null for a consent.</param>
/// <param name="Request">The request for consent; null for a duty.</param>
/// <param name="Title">The line.</param>
/// <param name="Provisions">The provisions that it carries.</param>
/// <param name="Owners">Who owes it, by id.</param>
/// <param name="PassedOnFrom">Who owed it and has left the directory, or null.</param>
/// <param name="Since">Since when it is owed.</param>
/// <param name="Until">When it lapses, exclusive; null where it never does.</param>
/// <param name="Overdue">True from that moment on.</param>
public sealed record DueLine(
    string Visit, string Site, string? Duty, string? Occasion, string? Request, Text Title, ImmutableArray<string> Provisions,
    ImmutableArray<string> Owners, string? PassedOnFrom, Instant Since, Instant? Until, bool Overdue);

/// <summary>Lists what is due: overdue first, then by the time at which it lapses, then by age.</summary>
public static class WhatIsDue
{
    private static readonly Duration LookingBack = Duration.FromDays(30);

    private static readonly Text ProductSupport = new("等待产品用服同意", "Consent of product support is waited for");
    private static readonly Text Office = new("等待办事处负责人同意", "Consent of the head of the regional office is waited for");

    /// <summary>What is owed now in open visits.</summary>
    /// <param name="visits">The visits.</param>
    /// <param name="person">Whose; null for everybody's.</param>
    /// <param name="workplace">What decisions may look at.</param>
    /// <param name="now">Business time.</param>
    public static ImmutableArray<DueLine> Of(IEnumerable<Visit> visits, string? person, Workplace workplace, Instant now) =>
    [
        .. visits.Where(visit => visit.IsOpen).SelectMany(visit => Of(visit, workplace, now))
            .Where(line => person is null || line.Owners.Contains(person, StringComparer.OrdinalIgnoreCase))
            .OrderByDescending(line => line.Overdue).ThenBy(line => line.Until ?? Instant.MaxValue).ThenBy(line => line.Since),
    ];

    private static IEnumerable<DueLine> Of(Visit visit, Workplace workplace, Instant now)
    {
        var procedure = workplace.Procedures.Of(visit.Service, visit.Procedure);
        var setting = new VisitSetting(visit, procedure, workplace, now);
        foreach (var line in Duties(setting, now - LookingBack))
        {
            yield return line;
        }

        foreach (var request in visit.Consents.Where(request => request.State == ConsentState.Open && request.Scope.To > now))
        {
            yield return new DueLine(
                visit.Id, visit.Site, null, null, request.Id, Waited(request.Role), ["6.5-3"], WhoAnswers(setting, request),
                Present(request, workplace).IsEmpty ? request.AskedOf.FirstOrDefault() : null, request.AskedAt, request.Scope.From, request.Scope.From <= now);
        }
    }

    /// <summary>The line of a consent that is waited for.</summary>
    internal static Text Waited(ApproverRole role) => role == ApproverRole.OfficeHead ? Office : ProductSupport;

    /// <summary>Who is to answer a request, by id: who was asked and is still there, else the heads of the regional office.</summary>
    internal static ImmutableArray<string> WhoAnswers(Visit visit, ConsentRequest request, Workplace workplace, Instant now) => WhoAnswers(VisitSetting.Of(visit, workplace, now), request);

    private static ImmutableArray<string> WhoAnswers(VisitSetting setting, ConsentRequest request) =>
        Present(request, setting.Workplace) is { IsEmpty: false } asked ? asked : DutyOwner.HeadsOf(setting, setting.Clock.DateOf(setting.Now));

    private static ImmutableArray<string> Present(ConsentRequest request, Workplace workplace) => [.. request.AskedOf.Where(id => workplace.Directory.FindPerson(id) is not null)];

    /// <summary>The duties of a visit that are owed now.</summary>
    /// <param name="setting">The visit.</param>
    /// <param name="from">Occasions that ended before are left out.</param>
    internal static IEnumerable<DueLine> Duties(VisitSetting setting, Instant from)
    {
        var (visit, now) = (setting.Visit, setting.Now);
        foreach (var occasion in setting.Procedure.Duties.SelectMany(duty => DutyOccasions.Of(setting, duty, from, now + Duration.FromTicks(1))))
        {
            // The hour of an appointment that has passed is nobody's duty any more.
            if (!occasion.IsDone && occasion.OwedFrom <= now && !(occasion.Duty.Every == Rhythm.Ahead && occasion.LapsesAt <= now))
            {
                var owner = DutyOwner.Of(setting, occasion.Duty, now);
                yield return new DueLine(
                    visit.Id, visit.Site, occasion.Duty.Id, occasion.Occasion, null, occasion.Duty.Title, occasion.Duty.Provisions,
                    owner.People, owner.PassedOnFrom, occasion.OwedFrom, occasion.LapsesAt, occasion.IsOverdueAt(now));
            }
        }
    }
}
