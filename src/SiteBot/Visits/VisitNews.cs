using System.Collections.Immutable;
using NodaTime;
using SiteBot.Approvals;
using SiteBot.Directory;
using SiteBot.Gate;
using SiteBot.Outbox;
using SiteBot.Procedures;
using SiteBot.Reminders;

namespace SiteBot.Visits;

/// <summary>What others must hear at once of a change of a visit: cards of consents in place, a line of its own for what must be noticed, and always the visit's card in
/// its channel. Pure; goes into the commit of the facts.</summary>
public static class VisitNews
{
    /// <summary>The messages of a change; empty where it has no facts.</summary>
    public static ImmutableArray<OutgoingMessage> Of(VisitChange change, Workplace workplace, Instant now)
    {
        if (!change.HasFacts)
        {
            return [];
        }

        var people = new NewsPeople(change.After, workplace, now);
        var news = new List<OutgoingMessage>();
        var visit = change.Before;
        foreach (var fact in change.Facts)
        {
            var after = VisitFold.After(visit, fact);
            news.AddRange(Of(fact, visit, after, people, workplace, now));
            visit = after;
        }

        news.AddRange(ConsentNews.Of(change, people, now));
        news.Add(new OutgoingMessage(
            $"visit/{change.After.Id}/{change.After.Version}/card", Recipient.Channel(change.After.Office), Urgency.Routine, now, ReminderMessages.VisitCard,
            change.After.Stream, new ReminderData(change.After.Id).Json(), VisitMessages.Slot(change.After.Id)));
        return [.. news.DistinctBy(message => message.Key)];
    }

    private static IEnumerable<OutgoingMessage> Of(VisitFact fact, Visit before, Visit after, NewsPeople people, Workplace workplace, Instant now) => fact.Event switch
    {
        VisitEvent.DoneWithoutGo e => Messages(
            after, VisitMessages.DoneWithoutGo, people.Heads.Except(fact.By), Urgency.Urgent, now,
            new VisitMessageData(after.Id, after.Version, fact.By, Run: after.Operations.Length, Decision: e.Decision)),
        VisitEvent.HandedOver e => Messages(
            after, VisitMessages.HandedOver, new[] { e.To, before.Lead }.Except(fact.By), Urgency.Urgent, now, new VisitMessageData(after.Id, after.Version, fact.By)),
        VisitEvent.OperationEnded e => Completion(after, fact, people, e.Outcome == OperationOutcome.Done ? Urgency.Routine : Urgency.Urgent, now),
        VisitEvent.StepTold { Outcome: StepOutcome.Done } e when TellsCompletion(after, e.Step, workplace) && after.Operations.Length > 0 =>
            Completion(after, fact, people, Urgency.Routine, now),
        VisitEvent.ServiceStateTold { State: ServiceState.Normal } when before.ServiceState != ServiceState.Normal => Messages(
            after, VisitMessages.ServiceRestored, people.ProductSupport.Concat(people.Heads).Append(after.Lead).Except(fact.By), Urgency.Urgent, now,
            new VisitMessageData(after.Id, after.Version, fact.By)),
        VisitEvent.Cancelled => Messages(
            after, VisitMessages.Cancelled, ConsentNews.Concerned(before).Append(after.Lead).Except(fact.By), Urgency.Routine, now, new VisitMessageData(after.Id, after.Version, fact.By)),
        _ when GoLapses.Of(before, after, workplace, fact.ToldAt) is { IsEmpty: false } lapses => Messages(
            after, VisitMessages.GoLapsed, new[] { after.Lead }.Except(fact.By), Urgency.Urgent, now,
            new VisitMessageData(after.Id, after.Version, fact.By, Run: after.Operations.Length, Checks: [.. lapses.Select(lapse => lapse.Check!)])),
        _ => [],
    };

    private static IEnumerable<OutgoingMessage> Completion(Visit after, VisitFact fact, NewsPeople people, Urgency urgency, Instant now) => Messages(
        after, VisitMessages.Completion, people.RemoteSupport.Concat(people.ProductSupport).Concat(people.Heads).Except(fact.By).Except(after.Lead), urgency, now,
        new VisitMessageData(after.Id, after.Version, fact.By, Run: after.Operations.Length), VisitMessages.CompletionSlot(after.Id, after.Operations.Length));

    // The step in which completion and open issues are reported; the other one of 6.5-4 tells remote support beforehand, and gives the gate that.
    private static bool TellsCompletion(Visit visit, string step, Workplace workplace) =>
        workplace.Procedures.Of(visit.Service, visit.Procedure).FindStep(step) is { Gives: null } known && known.Provisions.Contains("6.5-4");

    internal static IEnumerable<OutgoingMessage> Messages(
        Visit visit, string kind, IEnumerable<string> people, Urgency urgency, Instant now, VisitMessageData data, string? slot = null) =>
        people.Distinct(StringComparer.OrdinalIgnoreCase).Select(Recipient.Person).Select(to => new OutgoingMessage(
            $"visit/{visit.Id}/{visit.Version}/{kind}{(data.Request is { } request ? "/" + request : "")}/{to}", to, urgency, now, kind, visit.Stream, data.Json(), slot));

    internal static IEnumerable<string> Except(this IEnumerable<string> people, string? person) => people.Where(one => !RightTo.Same(one, person));
}

/// <summary>Who hears of a visit by role, today.</summary>
internal sealed class NewsPeople(Visit visit, Workplace workplace, Instant now)
{
    private readonly LocalDate _day = RightTo.DayAt(visit, workplace, now);

    public IEnumerable<string> Heads => Ids(workplace.Directory.HoldersForOffice(Role.OfficeHead, visit.Office, _day));

    public IEnumerable<string> ProductSupport => OfProduct(Role.ProductSupport);

    public IEnumerable<string> RemoteSupport => OfProduct(Role.RemoteSupport);

    private IEnumerable<string> OfProduct(Role role) => Ids(
        workplace.Directory.FindSite(visit.Site) is { } site && VersionRegister.ProductOf(visit.Plan, site) is { } product
            ? workplace.Directory.HoldersForProduct(role, product, _day)
            : workplace.Directory.Holders(role, _day));

    private static IEnumerable<string> Ids(IEnumerable<RoleHolder> holders) => holders.Select(holder => holder.Person.Id);
}
