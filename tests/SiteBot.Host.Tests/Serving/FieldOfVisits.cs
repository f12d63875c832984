using NodaTime;
using SiteBot.Escalation;
using SiteBot.Ledger;
using SiteBot.Visits;

namespace SiteBot.Host.Tests.Serving;

/// <summary>Puts open visits and alarms of the sample's regional offices into a host's store.</summary>
internal static class FieldOfVisits
{
    /// <summary>A visit in Beijing on Li Ming's account, and one in Berlin on Anna Berg's; each with an alarm.</summary>
    public static async Task BothOffices(HostOnTrial trial)
    {
        await Visit(trial, "bj1", "BJ-042", "li.ming");
        await Visit(trial, "ber1", "BER-001", "anna.berg");
        await Alarm(trial, "abj", "BJ", "BJ-042", "li.ming", "wang.fang");
        await Alarm(trial, "aber", "BER", "BER-001", "anna.berg", "karl.weiss");
    }

    public static async Task Visit(HostOnTrial trial, string id, string site, string lead, string equipment = "MSC-1")
    {
        var workplace = trial.Get<IWorkplace>().Current;
        var (now, place, procedure) = (trial.Get<IBusinessClock>().Now, workplace.Directory.FindSite(site)!, workplace.Procedures.InForce("upgrade")!);
        var change = VisitChange.Of(VisitFold.Begin(id))
            .Tell(new VisitEvent.Started("upgrade", procedure.ContentHash, place.Office, site, place.Customer, lead, null, null), now, now, lead)
            .Tell(
                new VisitEvent.Planned(
                    new WorkPlan { Operation = "upgrade", Equipment = equipment, Product = "MSC", TargetVersion = "V3.08.21", From = now + Duration.FromHours(8), To = now + Duration.FromHours(12), DurationMinutes = 60 },
                    null),
                now, now, lead);
        Assert.IsType<CommitOutcome.Kept>(await trial.Get<ILedger>().Commit(new Commit { Streams = [VisitStream.Write(change.Before, change.After, change.Facts)] }));
    }

    private static async Task Alarm(HostOnTrial trial, string id, string office, string site, string by, string head)
    {
        var workplace = trial.Get<IWorkplace>().Current;
        var change = RaiseAlarm.Decide(id, new TroubleTelling(Trouble.Interruption, new PrivateText("down"), site), null, [], workplace, trial.Get<IBusinessClock>().Now, by).Change!;
        Assert.Equal(office, change.After.Office);
        Assert.True(change.After.IsOfChain(head));
        Assert.IsType<CommitOutcome.Kept>(await trial.Get<ILedger>().Commit(new Commit { Streams = [AlarmStream.Write(change)] }));
    }
}
