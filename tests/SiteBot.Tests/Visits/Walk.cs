using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using SiteBot.Gate;
using SiteBot.Gate.Asking;
using SiteBot.Ledger;
using SiteBot.Procedures;
using SiteBot.Tests.Escalation;
using SiteBot.Visits;
using static SiteBot.Tests.Reminders.Nights;

namespace SiteBot.Tests.Visits;

/// <summary>Somebody who walks a visit from start to closed: does what is asked next, operates, watches, leaves, and does what is owed.</summary>
internal sealed class Walk
{
    public const string Lead = Night.Engineer;

    public Walk(string service, Workplace? workplace = null, string lead = Lead)
    {
        Workplace = workplace ?? Night.Place;
        By = lead;
        Now = At(0, 9);
        var started = StartVisit.Decide(Request(service, lead), [], Workplace, Now, lead);
        Change = VisitChange.Of(VisitFold.Begin("BJ-042-0310-1"));
        Do(_ => started);
    }

    public Workplace Workplace { get; }

    public string By { get; }

    public Instant Now { get; set; }

    public VisitChange Change { get; private set; }

    public Visit Visit => Change.After;

    public Checklist Checklist => Checklist.Of(Visit, Workplace, Now);

    public static VisitRequest Request(string service, string lead = Lead) => new(
        service, "BJ-042",
        new WorkPlan
        {
            Equipment = "MSC-1", TargetVersion = service == "upgrade" ? "V3.08.21" : null, From = At(1, 0), To = At(1, 4), DurationMinutes = 90, EngineerIsSure = false,
            HandlesHardware = true, ToolChanged = true,
            Operation = service == "maintenance" ? "service_affecting" : null,
        },
        new PrivateText("王工"), new PrivateText("+86 10 5550 1234"), lead);

    public void Do(Func<Visit, Decided> verb)
    {
        var decided = verb(Visit);
        Assert.True(decided.Refusal is null, $"{Visit.Service}: {decided.Refusal?.Code} {decided.Refusal?.Sentence.En}");
        Change = Change.Tell(decided, Now, By);
    }

    public void Put(VisitEvent e) => Change = Change.Tell(e, Now, Now, By);

    public string? RefusalOf(Func<Visit, Decided> verb) => verb(Visit).Refusal?.Code;

    /// <summary>An answer to everything that a line asks, as an engineer might give it.</summary>
    public StepTelling Answer(ChecklistLine line)
    {
        var telling = line.Step.Fields.Where(field => field.Required).Aggregate(new StepTelling(line.Step.Id), (told, field) => told.With(field.Id, field.Kind switch
        {
            FieldKind.Name => "张工",
            FieldKind.Time => InstantPattern.ExtendedIso.Format(field.Ahead ? Now + Duration.FromHours(20) : Now),
            FieldKind.Phone => "+86 10 5550 4321",
            FieldKind.Number => "INC-20260310",
            FieldKind.Minutes => "30",
            FieldKind.YesNo => "yes",
            FieldKind.Choice => field.Options[0].Id,
            FieldKind.Version => "V3.08.21",
            FieldKind.Location => "10.1.1.5:/bk",
            FieldKind.Equipment => "MSC-1",
            _ => "无",
        }));
        return line.AsksPhoto ? telling with { Files = ["hash-of-a-photo"] } : telling.With(StepTelling.Witness, line.Step.Evidence == SiteBot.Procedures.Evidence.Photo ? "李工" : null);
    }

    /// <summary>Goes on until a line is next, or to the end for null.</summary>
    public Walk Until(string? step)
    {
        for (var turns = 0; turns < 400 && Visit.IsOpen; turns++)
        {
            Now += Duration.FromMinutes(5);
            var list = Checklist;
            if (step is not null && list.Next?.Step.Id == step)
            {
                return this;
            }

            if (list.Next is { } next)
            {
                Tell(next);
            }
            else if (list.HoldsBack is { AwaitsOperation: true })
            {
                Operate();
            }
            else
            {
                Finish();
            }
        }

        Assert.True(step is null && !Visit.IsOpen, $"{Visit.Service} never came to {step ?? "its end"}: {Checklist.Next?.Step.Id}");
        return this;
    }

    private void Tell(ChecklistLine line)
    {
        if (TellStep.Decide(Visit, Answer(line), Workplace, Now, By).Refusal?.Code == "watch-owed")
        {
            Now += Duration.FromHours(24);
            DoDuties();
            return;
        }

        Do(visit => TellStep.Decide(visit, Answer(line), Workplace, Now, By));
        if (line.Step.Id is "clear_up" or "say_goodbye")
        {
            Leave();
        }
    }

    private void Leave()
    {
        var asking = new GateAsking(Visit, OperationKind.LeaveSite, null, Now, By, "d2") { Leaving = LeavingMode.ForGood };
        var answer = AskGate.Decide(asking, Workplace, []).Answer!;
        Do(visit => LeaveSite.Decide(visit, LeavingMode.ForGood, null, answer.Verdict, answer.Id, Workplace, Now, By));
    }

    private void Operate()
    {
        Put(new VisitEvent.OperationStarted(Visit.Plan.Operation!, "d1", null, null));
        Now += Duration.FromHours(1);
        Put(new VisitEvent.OperationEnded(OperationOutcome.Done, null));
    }

    private void Finish()
    {
        if (Visit.IsOnSite)
        {
            Leave();
        }

        DoDuties();
        if (CloseVisit.Decide(Visit, Workplace, Now, By).Refusal is null)
        {
            Do(visit => CloseVisit.Decide(visit, Workplace, Now, By));
        }
        else
        {
            Now += Duration.FromHours(24);
            Assert.True(Now < At(30, 0), string.Join("; ", ClosingLedger.Of(Visit, Workplace, Now).Select(line => line.Title.En)));
        }
    }

    private void DoDuties()
    {
        foreach (var duty in Workplace.Procedures.Of(Visit.Service, Visit.Procedure).Duties.Where(duty => duty.Step is null))
        {
            while (DoDuty.Decide(Visit, duty.Id, null, null, Workplace, Now, By) is { Refusal: null, Events.Length: > 0 } done)
            {
                Do(_ => done);
            }
        }
    }

    public static Verdict Go { get; } = new(VerdictKind.Go, null, null, null, [], new Text("可以离开。", "You may leave."));

    public static Verdict No(string provision) => new(
        VerdictKind.No, null, null, null, [new CheckResult(provision, CheckState.Missing, provision, FixedBy.Engineer, new Text("请确认。", "Confirm it."))], new Text("还缺。", "Still needed."));
}
