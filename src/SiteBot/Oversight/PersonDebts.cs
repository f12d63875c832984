using System.Collections.Immutable;
using NodaTime;
using SiteBot.Approvals;
using SiteBot.Reminders;
using SiteBot.Visits;

namespace SiteBot.Oversight;

/// <summary>Something that a person owes.</summary>
/// <param name="Visit">In which visit.</param>
/// <param name="Title">The line.</param>
/// <param name="Provisions">The provisions that ask for it.</param>
/// <param name="Since">Since when it is owed.</param>
/// <param name="Overdue">Its time is over.</param>
public sealed record Debt(Visit Visit, Text Title, ImmutableArray<string> Provisions, Instant Since, bool Overdue);

/// <summary>What a person owes in open visits: debts of the visits, and requests for consent to be answered.</summary>
/// <param name="Person">The person's id; empty where the regional office has nobody who could do it.</param>
/// <param name="Debts">All of it: overdue first, then the oldest.</param>
public sealed record PersonDebts(string Person, ImmutableArray<Debt> Debts)
{
    /// <summary>How many are overdue.</summary>
    public int Overdue => Debts.Count(debt => debt.Overdue);

    /// <summary>Since when the oldest is owed.</summary>
    public Instant Oldest => Debts.Min(debt => debt.Since);

    /// <summary>Everybody who owes something.</summary>
    internal static ImmutableArray<PersonDebts> Of(IEnumerable<VisitStanding> visits, IEnumerable<PendingConsent> consents, Instant now)
    {
        var debts = visits.SelectMany(visit => visit.Debts.SelectMany(line => Each(line.Owners, new Debt(visit.Visit, line.Title, line.Provisions, line.Since, line.Overdue))))
            .Concat(consents.SelectMany(consent => Each(
                consent.Owners, new Debt(consent.Visit, WhatIsDue.Waited(consent.Request.Role), ["6.5-3"], consent.Request.AskedAt, consent.IsOverdueAt(now)))));
        return
        [
            .. debts.GroupBy(one => one.Owner, one => one.Debt, StringComparer.OrdinalIgnoreCase)
                .Select(one => new PersonDebts(one.Key, [.. one.OrderByDescending(debt => debt.Overdue).ThenBy(debt => debt.Since)]))
                .OrderByDescending(one => one.Overdue).ThenBy(one => one.Oldest).ThenBy(one => one.Person, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<(string Owner, Debt Debt)> Each(ImmutableArray<string> owners, Debt debt) => owners.IsEmpty ? [("", debt)] : owners.Select(owner => (owner, debt));
}
