using System.Collections.Immutable;
using NodaTime;
using SiteBot.Approvals;
using SiteBot.Approvals.Spoken;
using SiteBot.Escalation;
using SiteBot.Gate;
using SiteBot.Gate.Asking;
using SiteBot.Gate.Conflicts;
using SiteBot.Ledger;
using SiteBot.Procedures;
using SiteBot.Reminders;
using SiteBot.Standing;
using SiteBot.Teams.Cards;
using SiteBot.Understanding;
using SiteBot.Visits;

namespace SiteBot.Teams.Tests.Cards;

/// <summary>Every card as it looks with texts of people in it: the same drawings serve for the pictures, for both languages and for hostile texts.</summary>
internal static partial class Gallery
{
    private static readonly (string Name, Func<Scene, Card> Draw)[] Drawings =
    [
        ("text", s => TextCard.Draw(Sample.Deck, s.Place, Tone.Good, new Text("已记录", "It is on record"), [Text.Same(s.Words)], s.Language,
            new CardButton("OK", "help") { Style = ButtonStyle.Positive })),
        ("help-engineer", s => HelpCard.Draw(Sample.Deck, s.Place, s.Person("li.ming"), s.Visit, s.Language)),
        ("help-head", s => HelpCard.Draw(Sample.Deck, s.Place, s.Person("wang.fang"), null, s.Language)),
        ("greeting", s => GreetingCard.Draw(Sample.Deck, s.Place, s.Person("li.ming"), s.Language)),
        ("verdict-no", s => Verdict(s, s.Visit, Sample.Night)),
        ("verdict-no-some", s => Verdict(s, s.Prepared with { Steps = s.Prepared.Steps.Remove("backup") }, Sample.Night)),
        ("verdict-wait", s => Verdict(s, s.AllSet, Sample.Night)),
        ("verdict-go", s => Verdict(s, s.AllSet, Sample.Midnight + Duration.FromHours(1))),
        ("verdict-never", s => Verdict(s, s.AllSet with { Plan = s.AllSet.Plan with { TargetVersion = "V3.09.00" } }, Sample.Midnight + Duration.FromHours(1))),
        ("verdict-no-length", s => Verdict(s, s.AllSet with { Plan = s.AllSet.Plan with { DurationMinutes = null } }, Sample.Night)),
        ("verdict-ahead", s => Verdict(s, s.AllSet, Sample.Night, Sample.Midnight + Duration.FromHours(2))),
        ("verdict-on-site", s => Verdict(s, s.OnSite with { Steps = s.Prepared.Steps.Remove("backup") }, Sample.Night)),
        ("verdict-others", s => Verdict(s, s.Visit, Sample.Night, reader: "wang.fang")),
        ("step-backup", s => Step(s, s.Visit, "backup")),
        ("step-backup-told", s => Step(s, s.Prepared, "backup")),
        ("step-arrive", s => Step(s, s.Visit, "arrive")),
        ("step-ask-photo", s => Step(s, s.Visit, "ask_photo")),
        ("step-request", s => Step(s, s.Visit, "request_signed")),
        ("step-register", s => Step(s, s.Visit, "room_register")),
        ("step-expert", s => Step(s, s.Visit with { Plan = s.Visit.Plan with { EngineerIsSure = false } }, "expert_review")),
        ("checklist", s => ChecklistCard.Draw(Sample.Deck, s.Place, s.Prepared, Checklist.Of(s.Prepared, s.Place, Sample.Night), Sample.Night, s.Language)),
        ("checklist-new", s => ChecklistCard.Draw(Sample.Deck, s.Place, s.Visit, Checklist.Of(s.Visit, s.Place, Sample.Night), Sample.Night, s.Language)),
        ("status", s => StatusCard.Draw(Sample.Deck, s.Place, s.AllSet, Sample.Night, s.Language)),
        ("status-on-site", s => StatusCard.Draw(Sample.Deck, s.Place, s.OnSite with { Questions = [new CustomerQuestion("q1", new PrivateText(s.Words), new PrivateText(s.Words), Sample.Night)] }, Sample.Night, s.Language)),
        ("status-down", s => StatusCard.Draw(Sample.Deck, s.Place, s.OnSite with { ServiceState = ServiceState.Interrupted }, Sample.Night, s.Language)),
        ("status-procedure", s => StatusCard.Draw(Sample.Deck, Sample.Changed(s.Place), s.AllSet, Sample.Night, s.Language)),
        ("status-closed", s => StatusCard.Draw(Sample.Deck, s.Place, s.AllSet with { EndedAt = Sample.Night }, Sample.Night, s.Language)),
        ("service-choice", s => VisitFormCard.DrawChoice(Sample.Deck, s.Place, s.Language)),
        ("visit-form", s => VisitFormCard.Draw(Sample.Deck, s.Place, s.Person("li.ming"), new Dictionary<string, string> { ["service"] = "upgrade", ["site"] = "BJ-042", ["contact"] = s.Words, ["target"] = "V3.08.21" }, "f1", Sample.Night, s.Language)),
        ("visit-form-survey", s => VisitFormCard.Draw(Sample.Deck, s.Place, s.Person("li.ming"), new Dictionary<string, string> { ["service"] = "survey" }, "f1", Sample.Night, s.Language)),
        ("plan-form", s => PlanFormCard.Draw(Sample.Deck, s.Place, s.Visit, Sample.Night, s.Language)),
        ("visit-choice", s => VisitChoiceCard.Draw(Sample.Deck, s.Place, [s.Visit, s.Visit with { Id = "V9Q1", Service = "inspection", Site = "BJ-077", Plan = WorkPlan.Empty }], s.Words, Sample.Night, s.Language)),
        ("no-visit", s => NoVisitCard.Draw(Sample.Deck, s.Place, s.Person("li.ming"), s.Language)),
        ("unclear", s => UnclearCard.Draw(Sample.Deck, s.Place, [Intent.CanINow, Intent.RecordBackup, Intent.Status], s.Words, s.Language)),
        ("gate-question", s => GateQuestionCard.Draw(Sample.Deck, s.Place, s.Visit, GateQuestion.WhichOperation, s.Language)),
        ("gate-question-shelf", s => GateQuestionCard.Draw(Sample.Deck, s.Place, s.Visit, GateQuestion.ShelfInService, s.Language)),
        ("operation", s => OperationCard.Draw(Sample.Deck, s.Place, s.Running, Sample.Midnight + Duration.FromHours(1), s.Language)),
        ("operation-late", s => OperationCard.Draw(Sample.Deck, s.Place, s.Running, Sample.Midnight + Duration.FromHours(6), s.Language)),
        ("operation-failed", s => OperationCard.Draw(Sample.Deck, s.Place, s.Ended(OperationOutcome.Failed), Sample.Midnight + Duration.FromHours(4), s.Language)),
        ("operation-done", s => OperationCard.Draw(Sample.Deck, s.Place, s.Ended(OperationOutcome.Done), Sample.Midnight + Duration.FromHours(4), s.Language)),
        ("leave", s => LeaveCard.Draw(Sample.Deck, s.Place, s.OnSite, Sample.Night, s.Language)),
        ("before-door", s => BeforeDoorCard.Draw(Sample.Deck, s.Place, s.Prepared, null, Sample.Night, s.Language)),
        ("answer", s => AnswerCard.Draw(Sample.Deck, s.Place, s.Words, new(true, s.Language, Sample.Upgrade.Name.In(s.Language), ["6.3-9", "6.3-8", "6.5-3", "5.5-1", "6.3-6"], 0.9), s.Visit, s.Language)),
        ("answer-silent", s => AnswerCard.Draw(Sample.Deck, s.Place, s.Words, new(false, s.Language, s.Words, [], 0.9), null, s.Language)),
        ("provision", s => ProvisionCard.Draw(new Pen(Sample.Deck, s.Place, s.Language), "6.3-9")),
        ("provision-term", s => ProvisionCard.Draw(new Pen(Sample.Deck, s.Place, s.Language), "1-1")),
        ("due", s => Due(s, 4)),
        ("due-many", s => Due(s, 40)),
        ("due-none", s => Due(s, 0)),
        ("policy", s => PolicyCard.Draw(Sample.Deck, s.Frozen, PolicySummary.Of(s.Place.Directory.FindSite("BJ-042")!, s.Frozen, Sample.Night), Sample.Night, s.Language)),
        ("policy-which", s => PolicyCard.Which(Sample.Deck, s.Place, s.Language)),
        ("dependencies", s => DependenciesCard.Draw(Sample.Deck, s.Frozen, s.Language)),
        ("dependencies-none", s => DependenciesCard.Draw(Sample.Deck, s.Place, s.Language)),
        ("depend", s => StandingProposalCard.Draw(Sample.Deck, s.Place, new StandingProposal.Depend("BJ-077/HLR-1", "BJ-042/MSC-1"), "z4", Sample.Night, s.Language)),
        ("depend-no-more", s => StandingProposalCard.Draw(Sample.Deck, s.Frozen, new StandingProposal.Independent("BJ-077/HLR-1", "BJ-042/MSC-1"), "z5", Sample.Night, s.Language)),
        ("freeze", s => StandingProposalCard.Draw(Sample.Deck, s.Place, new StandingProposal.Freeze("office/BJ", Sample.Night, Sample.Night + Duration.FromDays(7), s.Words), "z1", Sample.Night, s.Language)),
        ("thaw", s => StandingProposalCard.Draw(Sample.Deck, s.Frozen, new StandingProposal.Thaw("z1"), "z2", Sample.Night, s.Language)),
        ("release", s => StandingProposalCard.Draw(Sample.Deck, s.Place, new StandingProposal.Release("MSC", "V3.08.22", "EX-7"), "z3", Sample.Night, s.Language)),
        ("ledger", s => LedgerCard.Draw(Sample.Deck, s.Place, s.Ended(OperationOutcome.Done), Sample.Night + Duration.FromDays(3), s.Language)),
        ("consent", s => Consent(s, s.Visit, "zhao.lei")),
        ("consent-urgent", s => Consent(s, s.Visit with { ServiceState = ServiceState.Interrupted, Consents = [Sample.Asked(s.Visit, ApproverRole.OfficeHead) with { Urgent = true }] }, "wang.fang")),
        ("consent-other", s => Consent(s, s.Visit, "li.ming")),
        ("consent-approved", s => Consent(s, s.AllSet, "zhao.lei")),
        ("consent-rejected", s => Consent(s, s.Visit with { Consents = [Sample.Asked(s.Visit, ApproverRole.ProductSupport) with { State = ConsentState.Rejected, AnsweredBy = "zhao.lei", AnsweredAt = Sample.Night, Reason = new PrivateText(s.Words) }] }, "li.ming")),
        ("consent-which", s => WhichConsentCard.Draw(Sample.Deck, s.Place, SpokenVerb.Reject,
            [.. Enumerable.Range(0, 3).Select(i => (s.Visit with { Id = $"{s.Visit.Id}{i}" }, Sample.Asked(s.Visit, i == 0 ? ApproverRole.OfficeHead : ApproverRole.ProductSupport), (ConsentAnswer?)new ConsentAnswer(false, Reason: new PrivateText(s.Words))))],
            5, Sample.Night, s.Language)),
        ("visit-channel-own", s => VisitChannelCard.Draw(Sample.Deck, s.Place, s.Visit with { Consents = [Sample.Asked(s.Visit, ApproverRole.OfficeHead)] }, Sample.Night, s.Language, "wang.fang")),
        ("visit-channel", s => VisitChannelCard.Draw(Sample.Deck, s.Place, s.Running, Sample.Midnight + Duration.FromHours(1), s.Language)),
        ("visit-channel-new", s => VisitChannelCard.Draw(Sample.Deck, s.Place, s.Visit, Sample.Night, s.Language)),
        ("visit-channel-closed", s => VisitChannelCard.Draw(Sample.Deck, s.Place, s.AllSet with { EndedAt = Sample.Night }, Sample.Night, s.Language)),
        ("alarm-chain", s => AlarmCard.Draw(Sample.Deck, s.Place, s.Alarm, "wang.fang", Sample.Night, s.Language)),
        ("alarm-reporter", s => AlarmCard.Draw(Sample.Deck, s.Place, s.Alarm, "li.ming", s.Alarm.RoundAt, s.Language)),
        ("alarm-channel", s => AlarmCard.Draw(Sample.Deck, s.Place, s.Alarm with { Drill = true }, null, Sample.Night, s.Language)),
        ("alarm-owned", s => AlarmCard.Draw(Sample.Deck, s.Place, s.Owned, "zhao.lei", Sample.Night, s.Language)),
        ("alarm-resolved", s => AlarmCard.Draw(Sample.Deck, s.Place, s.Owned with { State = AlarmState.Resolved, EndedAt = Sample.Night, WhatWasDone = new PrivateText(s.Words) }, "zhao.lei", Sample.Night, s.Language)),
        ("operation-warning", s => OperationCard.Draw(Sample.Deck, s.Place, s.Running, "roll-back-soon", "li.ming", Sample.Midnight + Duration.FromHours(5), s.Language)),
        ("operation-roll-back-now", s => OperationCard.Draw(Sample.Deck, s.Place, s.Running, "roll-back-now", "li.ming", Sample.Midnight + Duration.FromHours(6), s.Language)),
        ("operation-end-soon", s => OperationCard.Draw(Sample.Deck, s.Place, s.Running, "end-soon", "li.ming", Sample.Midnight + Duration.FromHours(6), s.Language)),
        ("operation-longer", s => OperationCard.Draw(Sample.Deck, s.Place, s.Running, "takes-longer", "li.ming", Sample.Midnight + Duration.FromHours(3), s.Language)),
        ("operation-over", s => OperationCard.Draw(Sample.Deck, s.Place, s.Running, "end-over", "wang.fang", Sample.Midnight + Duration.FromHours(7), s.Language)),
        ("consents-asked", s => ConsentStatusCard.Draw(Sample.Deck, s.Place, s.Visit with { Consents = [Sample.Asked(s.Visit, ApproverRole.ProductSupport), Sample.Asked(s.Visit, ApproverRole.OfficeHead, "r2")] }, Sample.Night, s.Language)),
        ("consents-answered", s => ConsentStatusCard.Draw(Sample.Deck, s.Place, s.AllSet, Sample.Night, s.Language)),
        ("duty", s => DutyCard.Draw(Sample.Deck, s.Place, s.AllSet, "follow_up", null, "li.ming", Sample.Night, s.Language)),
        ("form", s => FormCard.Draw(Sample.Deck, s.Place, s.AllSet, s.Place.Standard.FindForm("upgrade_summary")!, "abc", "https://sitebot.example/files/abc?t=1", Sample.Night, s.Language)),
        ("form-choice", s => FormChoiceCard.Draw(Sample.Deck, s.Place, s.AllSet, s.Place.Standard.Forms, s.Language)),
        ("lesser-trouble", s => LesserTroubleCard.Draw(Sample.Deck, s.Place, s.AllSet, s.Words, s.Language)),
        ("open-visits", s => OpenVisitsCard.Draw(Sample.Deck, s.Place, Enumerable.Range(0, 40).Select(i => s.AllSet with { Id = $"V{i}" }), Sample.Night, s.Language)),
        ("questions", s => QuestionsCard.Draw(Sample.Deck, s.Place, s.OnSite with { Questions = [.. Enumerable.Range(1, 12).Select(i => new CustomerQuestion($"q{i}", new PrivateText(s.Words), new PrivateText(s.Words), Sample.Night))] }, Sample.Night, s.Language)),
        ("restored", s => RestoredCard.Draw(Sample.Deck, s.Place, s.OnSite, s.Alarm, s.Words, Sample.Night, s.Language)),
        ("form-to-sign", s => FormCard.Draw(Sample.Deck, s.Place, s.OnSite, s.Place.Standard.FindForm("service_request_report")!, "abc", "https://sitebot.example/files/abc?key=def", Sample.Night, s.Language)),
        ("stranger", s => StrangerCard.Draw(Sample.Deck, s.Place, s.Language)),
        ("stranger-outside", s => StrangerCard.DrawForOutsider(Sample.Deck, s.Place, s.Language)),
        ("bind", s => BindChannelCard.Draw(Sample.Deck, s.Place, "team", "channel", s.Language)),
        ("bind-bound", s => BindChannelCard.Draw(Sample.Deck, s.Place, "team", s.Place.Directory.Offices[0].Channel!.ChannelId, s.Language)),
        ("digest", s => DigestCard.Draw(Sample.Deck, s.Place, "BJ", new DigestContent([.. Enumerable.Range(0, 8).Select(i => DueLine(s, i))], [s.Visit.Id]), [s.Visit with { ServiceState = ServiceState.Interrupted }], Sample.Night, s.Language)),
    ];

    public static IEnumerable<string> Names => Drawings.Select(drawing => drawing.Name);

    public static Card Draw(string name, Scene scene) => Drawings.Single(drawing => drawing.Name == name).Draw(scene);

    private static Card Verdict(Scene s, Visit visit, Instant now, Instant? moment = null, string reader = "li.ming")
    {
        var answer = AskGate.Decide(new GateAsking(visit, null, moment, now, reader, "d1"), s.Place, []).Answer! with
        {
            Conflicts = [new OperationConflict(ConflictKind.SameSite, [], new Text($"请先与 {s.Contact ?? s.Words} 商定：同一站点 00:00 已安排割接。", $"Settle it with {s.Contact ?? s.Words} first: a cutover is planned at the same site at 00:00."))],
        };
        return VerdictCard.Draw(Sample.Deck, s.Place, visit, answer, reader, Checklist.Of(visit, s.Place, now), now, s.Language);
    }

    private static Card Step(Scene s, Visit visit, string step) =>
        StepCard.Draw(Sample.Deck, s.Place, visit, Checklist.Of(visit, s.Place, Sample.Night).Find(step)!, Sample.Night, s.Language);

    private static Card Due(Scene s, int count)
    {
        DueLine Line(int i) => DueLine(s, i);
        return DueCard.Draw(Sample.Deck, s.Place, [.. Enumerable.Range(0, count).Select(Line)], "li.ming", Sample.Night, s.Language);
    }

    private static DueLine DueLine(Scene s, int i) => new(
            s.Visit.Id, "BJ-042", i % 3 == 1 ? null : i % 3 == 0 ? "follow_up" : "weekly_report", "2026-03-10", i % 3 == 1 ? "r1" : null, new Text("三天回访", "Three-day follow-up"),
            ["6.4-3"], ["li.ming"], i == 2 ? "old.one" : null, Sample.Night - Duration.FromDays(i), Sample.Night + Duration.FromDays(1 - i), i == 1);

    private static Card Consent(Scene s, Visit visit, string reader)
    {
        var asked = visit.Consents.IsEmpty ? visit with { Consents = [Sample.Asked(visit, ApproverRole.ProductSupport)] } : visit;
        return ConsentCard.Draw(Sample.Deck, s.Place, asked, asked.Consents[0], reader, Sample.Night, s.Language);
    }
}

/// <summary>What a card is drawn from in the gallery.</summary>
/// <param name="Language">The reader's language.</param>
/// <param name="Words">What people typed.</param>
/// <param name="Place">The workplace.</param>
/// <param name="Contact">Whom the customer names; null where that is what people typed too.</param>
internal sealed record Scene(Language Language, string Words, Workplace Place, string? Contact = null)
{
    public Visit Visit { get; } = Sample.Visit with { ContactName = PrivateText.Of(Contact ?? Words) ?? new PrivateText("刘建国"), Plan = Sample.Visit.Plan with { AlarmsToExpect = Words } };

    public Visit Prepared => Sample.Prepared(Visit, Words);

    public Visit AllSet => Sample.Approved(Prepared, Words);

    public Visit OnSite => AllSet with { ArrivedAt = Sample.Night - Duration.FromHours(1), FirstArrivedAt = Sample.Night - Duration.FromHours(1) };

    public Visit Running => OnSite with
    {
        Operations = [new OperationRun("upgrade", "V7K2.d1", Sample.Midnight, Sample.Midnight + Duration.FromMinutes(330), Sample.Midnight + Duration.FromHours(6), new WithoutGo(null, new PrivateText(Words)))],
    };

    public Alarm Alarm => new()
    {
        Id = "A3", Version = 2, Trouble = Trouble.Interruption, Severity = AlarmSeverity.Critical, Visit = Visit.Id, Site = "BJ-042", Office = "BJ", Product = "MSC",
        Chain = [new ChainLevel(["zhao.lei", "wang.fang"]), new ChainLevel(["chen.yu", "liu.na"])], AcknowledgeMinutes = 15, Round = 1,
        RoundAt = Sample.Night - Duration.FromMinutes(10), RaisedAt = Sample.Night - Duration.FromMinutes(10), LastToldAt = Sample.Night - Duration.FromMinutes(10),
        Reports = [new AlarmReport("li.ming", Sample.Night - Duration.FromMinutes(10), Visit.Id, new PrivateText(Words))], Affected = new PrivateText(Words),
    };

    public Alarm Owned => Alarm with { State = AlarmState.Acknowledged, AcknowledgedAt = Sample.Night, AcknowledgedBy = "wang.fang", Owner = "wang.fang" };

    public Workplace Frozen => Place with
    {
        Standing = Place.Standing with
        {
            Freezes = [new Freeze("z1", "office/BJ", Sample.Night, Sample.Night + Duration.FromDays(7), Words, "wang.fang")],
            Dependencies = [new Dependency("BJ-077/HLR-1", "BJ-042/MSC-1", "zhao.lei", Sample.Night)],
        },
    };

    public Visit Ended(OperationOutcome outcome) => Running with
    {
        Operations = [Running.Operations[0] with { Outcome = outcome, EndedAt = Sample.Midnight + Duration.FromHours(3), OpenIssues = new PrivateText(Words) }],
    };

    public Directory.Person Person(string id) => Place.Directory.FindPerson(id)!;

    /// <summary>Everybody has a name of forty characters.</summary>
    public static Scene LongNames(Language language)
    {
        var name = language == Language.Zh ? string.Concat(Enumerable.Repeat("欧阳司马上官诸葛", 5)) : "Maximiliane Alexandra v. Hohenfels-Dyhrn";
        return new Scene(language, name, Sample.Called(name));
    }

    public static Scene Real(Language language) => language == Language.Zh
        ? new(language, "主备倒换，业务中断约十秒", Sample.Place, "刘建国")
        : new(language, "Switchover to standby, calls drop for ten seconds", Sample.Place, "Liu Jianguo");
}
