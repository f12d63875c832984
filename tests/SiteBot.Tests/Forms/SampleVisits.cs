using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using SiteBot.Approvals;
using SiteBot.Directory;
using SiteBot.Escalation;
using SiteBot.Forms;
using SiteBot.Gate;
using SiteBot.Gate.Decisions;
using SiteBot.Ledger;
using SiteBot.Procedures;
using SiteBot.Reading;
using SiteBot.Visits;

namespace SiteBot.Tests.Forms;

/// <summary>Visits of each service type at the shipped directory's Beijing site, told to their end, for what is printed of them.</summary>
internal static class SampleVisits
{
    public static readonly string Dialogs = Repository.At("dialogs");

    public static readonly ProcedureCatalogue Catalogue = ProcedureCatalogue.Load(Dialogs);

    public static readonly Workplace Place = Workplace.Of(
        Catalogue, GateRules.Load(Dialogs), DirectoryReader.Read("d.yaml", SourceFile.Load(Path.Combine(Dialogs, "sample-directory.yaml")).Text));

    public static readonly DateTimeZone Beijing = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>A moment at the site; day 0 is Tuesday, 10 March 2026.</summary>
    public static Instant At(int day, int hour, int minute = 0) => (new LocalDate(2026, 3, 10).PlusDays(day) + new LocalTime(hour, minute)).InZoneLeniently(Beijing).ToInstant();

    /// <summary>A visit that is planned and no more.</summary>
    public static Visit Planned(string service, Language language) => new()
    {
        Id = "V-0310-7", Version = 2, Service = service, Procedure = Catalogue[service].ContentHash, Office = "BJ", Site = "BJ-042", Customer = "CM-BJ", Lead = "li.ming",
        StartedAt = At(0, 9), LastToldAt = At(0, 9), ContactName = new PrivateText(Name(language)), ContactPhone = new PrivateText("+86 10 5550 1000"),
        Plan = new WorkPlan
        {
            Operation = Catalogue[service].Operation, Equipment = "MSC-1", Product = "MSC", CurrentVersion = "V3.08.20", TargetVersion = service == "upgrade" ? "V3.08.21" : null,
            From = At(1, 0), To = At(1, 4), DurationMinutes = 150, EngineerIsSure = true,
            AlarmsToExpect = language == Language.Zh ? "主备板倒换告警 2 条，链路闪断告警约 5 分钟" : "two switch-over alarms; link alarms for about five minutes",
        },
    };

    /// <summary>The same with all its steps told, and with what happens to visits.</summary>
    public static Visit Told(string service, Language language)
    {
        var zh = language == Language.Zh;
        var procedure = Catalogue[service];
        var hour = 0;
        var steps = procedure.Steps.Select(step => Record(step, At(0, 10).Plus(Duration.FromMinutes(20 * hour++)), language)).ToImmutableSortedDictionary(record => record.Step, record => record);
        var scope = new WorkScope(procedure.Operation ?? "service_affecting", "MSC-1", service == "upgrade" ? "V3.08.21" : null, At(1, 0), At(1, 4));
        return Planned(service, language) with
        {
            Version = 60,
            Steps = steps,
            Consents =
            [
                new ConsentRequest("c1", ApproverRole.ProductSupport, scope, ["zhao.lei"], "li.ming", At(0, 11), false) { State = ConsentState.Approved, AnsweredBy = "zhao.lei", AnsweredAt = At(0, 14, 5) },
                new ConsentRequest("c2", ApproverRole.OfficeHead, scope, ["wang.fang"], "li.ming", At(0, 11), false)
                {
                    State = ConsentState.Approved, AnsweredBy = "wang.fang", AnsweredAt = At(0, 15, 40), Granted = scope with { To = At(1, 3) },
                    Reason = new PrivateText(zh ? "三点前必须结束" : "It must be over by three"),
                },
            ],
            Operations =
            [
                new OperationRun(procedure.Operation ?? "service_affecting", "d1", At(1, 0, 20), At(1, 3), At(1, 4))
                {
                    EndedAt = At(1, 2, 10), Outcome = OperationOutcome.Done,
                    OpenIssues = new PrivateText(zh ? "7 号板运行灯偶尔闪烁，已报研发，单号 20260311-08" : "The run lamp of board 7 flickers now and then; reported to R&D as 20260311-08"),
                },
            ],
            DataChanges = [new DataChange(new PrivateText(zh ? "信令链路 12 的倒换门限由 3 改为 5" : "Changeover threshold of signalling link 12 from 3 to 5"), At(1, 1, 30), "li.ming")],
            LastDataChangeAt = At(1, 1, 30),
            FirstArrivedAt = At(0, 22), ArrivedAt = At(0, 22), Left = new Departure(LeavingMode.ForGood, At(1, 5), null),
            ServiceStateSince = At(1, 2, 40),
            Questions =
            [
                new CustomerQuestion("q1", new PrivateText(zh ? "什么时候扩容？" : "When will capacity be extended?"), new PrivateText(Name(language)), At(1, 3)),
                new CustomerQuestion("q2", new PrivateText(zh ? "新版本能否导出话单到外部存储？" : "Can the new version export records to external storage?"), new PrivateText(Name(language)), At(1, 3, 5))
                {
                    Answer = new PrivateText(zh ? "可以，见用户手册第 6 章" : "Yes; see chapter 6 of the manual"), AnsweredAt = At(1, 16),
                },
            ],
        };
    }

    public static FormFacts Facts(Visit visit, Instant now, Language language = Language.Zh) => new(visit, Catalogue[visit.Service], Place, now)
    {
        Alarms =
        [
            new Alarm
            {
                Id = "a1", Trouble = Trouble.SevereDegradation, Severity = AlarmSeverity.Serious, Visit = visit.Id, Site = visit.Site, Office = "BJ", RaisedAt = At(1, 1), Since = At(1, 0, 55),
                Reports = [new AlarmReport("li.ming", At(1, 1), visit.Id, new PrivateText("!"))], Affected = new PrivateText(language == Language.Zh ? "东区呼叫接通率下降" : "fewer calls get through in the east"),
                State = AlarmState.Resolved, EndedAt = At(1, 1, 25), WhatWasDone = new PrivateText(language == Language.Zh ? "重启 3 号信令板后恢复" : "signalling board 3 was restarted"),
            },
        ],
        History = [new VisitFact(new VisitEvent.DutyDone("daily_record", "2026-03-11", new PrivateText(language == Language.Zh ? "升级完成，明天回访" : "Upgrade done; follow-up tomorrow")), At(1, 5), At(1, 5), "li.ming")],
    };

    /// <summary>The service type whose visits owe a form.</summary>
    public static string ServiceOf(string form) =>
        Catalogue.Procedures.First(procedure => procedure.Steps.Any(step => step.Form == form) || procedure.Duties.Any(duty => duty.Form == form)).Service is var first
        && form is "training_record" or "service_request_report" or "daily_work_record" or "service_weekly_report" or "room_register" ? "upgrade" : form == "environment_acceptance" ? "installation" : first;

    public static DecisionRecord Decision(string visit)
    {
        FactsReader.TryRead("""{"now":"2026-03-10T23:30:00+08:00","site":{"id":"BJ-042","timeZone":"Asia/Shanghai"},"operation":{"kind":"read_only","equipment":"MSC-1"}}"""u8, Place.Gate, out var facts, out _);
        return DecisionRecord.Decide(facts!, Place.Gate, new DecisionQuestion("d1", visit, "li.ming", At(0, 23, 30)), "s", "d").Record;
    }

    public static string Name(Language language) => language == Language.Zh ? "张伟" : "Zhang Wei";

    private static StepRecord Record(Step step, Instant at, Language language)
    {
        var zh = language == Language.Zh;
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>();
        var told = ImmutableSortedDictionary.CreateBuilder<string, PrivateText>();
        // A backup that was taken needs no reason why there is none.
        foreach (var field in step.Fields.Where(field => field.Id is not ("possible" or "reason")))
        {
            switch (field.Kind)
            {
                case FieldKind.Name:
                    told[field.Id] = new PrivateText(Name(language));
                    break;
                case FieldKind.Phone:
                    told[field.Id] = new PrivateText("+86 10 5550 1001");
                    break;
                case FieldKind.Text:
                    told[field.Id] = new PrivateText(zh ? "按规程完成，详见附件" : "Done by the procedure, see the annex");
                    break;
                case FieldKind.Time:
                    values[field.Id] = at.ToString("g", CultureInfo.InvariantCulture);
                    break;
                case FieldKind.YesNo:
                    values[field.Id] = "yes";
                    break;
                case FieldKind.Choice:
                    values[field.Id] = field.Options[0].Id;
                    break;
                case FieldKind.Version:
                    values[field.Id] = "V3.08.21";
                    break;
                case FieldKind.Location:
                    values[field.Id] = "10.1.1.5:/bk/msc-1";
                    break;
                case FieldKind.Equipment:
                    values[field.Id] = "MSC-1";
                    break;
                default:
                    values[field.Id] = "30";
                    break;
            }
        }

        return new StepRecord(
            step.Id, StepOutcome.Done, values.ToImmutable(), told.ToImmutable(), step.Evidence == SiteBot.Procedures.Evidence.Photo ? [new string('a', 64)] : [], at, at, "li.ming");
    }
}
