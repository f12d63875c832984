using NodaTime;
using SiteBot.Gate.Checks;

namespace SiteBot.Gate;

/// <summary>What to do now, in one paragraph: the answer with its time first, then what it hangs on, then what else to mind.</summary>
internal sealed class Advice(
    Case it, OperationRule operation, Finding[] findings, VerdictKind kind, Instant? earliest, Instant? startBy, Instant? rollBackBy)
{
    private readonly Sentences said = new();

    public Text Text()
    {
        switch (kind)
        {
            case VerdictKind.Go:
                Go();
                break;
            case VerdictKind.Wait:
                Wait();
                break;
            case VerdictKind.No:
                No();
                break;
            default:
                Never();
                break;
        }

        if (kind is VerdictKind.Wait or VerdictKind.No)
        {
            SayUrgentConsent();
            SayWhatLapsesBefore();
        }

        if (it.Restoring && kind != VerdictKind.Never)
        {
            said.Add("在业务恢复之前留在现场（6.3-10）。", "Stay at the site until the service is restored (6.3-10).");
        }

        return said.Join();
    }

    private void Go()
    {
        if (it.Restoring)
        {
            said.Add("先恢复业务。", "Restore first.");
        }

        said.Add($"可以{Act.Zh}。", $"You may {Act.En}.");
        if (startBy is { } last && it.LengthKnown)
        {
            said.Add($"最迟 {it.Say(last)} 开始。", $"Begin by {it.Say(last)}.");
        }

        if (rollBackBy is { } back && it.LengthKnown)
        {
            said.Add($"如不顺利，最迟 {it.Say(back)} 开始回退。", $"If it goes wrong, begin to roll back by {it.Say(back)}.");
        }

        SayNoLength();
    }

    private void Wait()
    {
        if (!it.LengthKnown)
        {
            // What waits can only be a consent; its own reason names the moment that it was given for.
            said.Add("请等到同意的时段开始。", "Wait until the period of the consent begins.");
            SayNoLength();
        }
        else if (earliest is { } start)
        {
            said.Add($"请等待：{it.Say(start)} 起可以{Act.Zh}。", $"Wait: you may {Act.En} at {it.Say(start)}.");
        }
        else
        {
            said.Add("今后 30 天内都没有合适的时间。", "No moment in the next 30 days fits.");
            SayWhatToChange();
        }
    }

    private void No()
    {
        var (zh, en) = Wanted();
        if (it.Restoring)
        {
            // Lower case and in this place: nobody may read it as leave to skip a signature.
            said.Add($"先恢复业务；还缺：{zh}。", $"restore first; still needed: {en}.");
        }
        else if (!it.LengthKnown || earliest is null)
        {
            said.Add($"还缺：{zh}。", $"Still needed: {en}.");
        }

        if (!it.LengthKnown)
        {
            SayNoLength();
        }
        else if (earliest is not { } start)
        {
            said.Add("即使如此，今后 30 天内也没有合适的时间。", "Even then no moment in the next 30 days fits.");
            SayWhatToChange();
        }
        else if (it.Restoring)
        {
            said.Add(
                start == it.Now ? "齐了就可以马上开始。" : $"齐了之后 {it.Say(start)} 起可以开始。",
                start == it.Now ? "With that you may begin at once." : $"With that you may begin at {it.Say(start)}.");
        }
        else
        {
            said.Add(
                start == it.Now ? $"现在还不能{Act.Zh}，先办齐：{zh}。" : $"{it.Say(start)} 起可以{Act.Zh}，条件是：{zh}。",
                start == it.Now ? $"Not yet: allowed at once if {en}." : $"Allowed at {it.Say(start)} if {en}.");
        }
    }

    // Where the length decides nothing (a removable medium, leaving the site), nobody is told that it is missing.
    private void SayNoLength()
    {
        if (!it.LengthKnown && operation.LengthMatters)
        {
            said.Add("没有给出操作时长，因此不说时间。", "No duration was given, so no time is named.");
        }
    }

    private Text Act => it.Kind switch
    {
        OperationKind.LeaveSite => new("离开", "leave"),
        OperationKind.StartWorks => new("开工", "start the works"),
        OperationKind.RemovableMedia => new("使用移动存储", "use the medium"),
        _ => new("开始", "begin"),
    };

    private void Never()
    {
        for (var i = 0; i < findings.Length; i++)
        {
            if (findings[i].State == CheckState.Fail && operation.Checks[i].Never)
            {
                said.Add(findings[i].Reason.Zh, findings[i].Reason.En);
            }
        }
    }

    private void SayUrgentConsent()
    {
        if (!it.Restoring)
        {
            return;
        }

        var waitsForOne = operation.Checks.Where((rule, i) =>
            findings[i].StandsInTheWay && rule.Check is ProductSupportConsent or OfficeConsent or CustomerConsent).Any();
        if (waitsForOne)
        {
            said.Add("请立即征求紧急同意。", "Ask for an urgent consent at once.");
        }
    }

    private void SayWhatLapsesBefore()
    {
        for (var i = 0; i < findings.Length && it.LengthKnown; i++)
        {
            if (findings[i].State != CheckState.Pass)
            {
                continue;
            }

            if (operation.Checks[i].Check is BackupTaken && it.Evidence.Backup?.At is { } taken && earliest > BackupTaken.LastsUntil(it, taken))
            {
                said.Add("到那时备份已经过期，请在开始前重新备份。", "The backup will be too old by then: take a new one before you begin.");
            }
            else if (operation.Checks[i].Check is Escort && it.Evidence.Escort?.At is { } told && earliest > told + Escort.Holds)
            {
                said.Add("到那时请重新报告由谁陪同。", "Tell again who is with you by then: the escort's report will be too old.");
            }
        }
    }

    private void SayWhatToChange()
    {
        var (zh, en) = (new List<string>(), new List<string>());
        if (it.Length > Duration.Zero)
        {
            zh.Add($"缩短操作（现为 {it.Operation.DurationMinutes} 分钟）");
            en.Add($"shorten the operation (now {it.Operation.DurationMinutes} minutes)");
        }

        if (Counts<AfterMidnight>() || Counts<NotPeak>())
        {
            zh.Add("请用户或办事处调整本站点的窗口或高峰时段政策");
            en.Add("have the customer or the regional office change this site's windows or peaks");
        }

        if (Counts<NoFreeze>() && it.Policy.Freezes.Count > 0)
        {
            zh.Add("请设定封网的用户或办事处解除或缩短封网");
            en.Add("have the customer or the regional office whose freeze it is lift or shorten it");
        }

        if (HasPeriod<ProductSupportConsent>(it.Evidence.ProductSupportConsent) || HasPeriod<OfficeConsent>(it.Evidence.OfficeConsent) || HasPeriod<CustomerConsent>(it.Evidence.CustomerConsent))
        {
            zh.Add("征求另一时段的同意");
            en.Add("ask for consents to another period");
        }

        said.Add($"可以改变的：{string.Join("；或", zh)}。", $"What to change: {string.Join("; or ", en)}.");
    }

    private bool Counts<T>()
        where T : ICheck => operation.Checks.Where((rule, i) => rule.Check is T && findings[i].Counts).Any();

    private bool HasPeriod<T>(Consent? consent)
        where T : ICheck => consent?.Scope is { } scope && (scope.From ?? scope.To) is not null && Counts<T>();

    // What must become true, to follow "if" and "还缺".
    private (string Zh, string En) Wanted()
    {
        var wanted = new List<Text>();
        for (var i = 0; i < findings.Length; i++)
        {
            if (findings[i] is { StandsInTheWay: true, FixedBy: not FixedBy.Time } finding
                && (finding.Wanted ?? operation.Checks[i].Wanted) is var text && !wanted.Contains(text))
            {
                wanted.Add(text);
            }
        }

        return (Listed(wanted, w => w.Zh, "、", "、", "；"), Listed(wanted, w => w.En, ", ", " and ", "; "));
    }

    // Items that hold a list themselves are kept apart by a stronger mark.
    private static string Listed(List<Text> items, Func<Text, string> words, string comma, string last, string stronger)
    {
        var all = items.ConvertAll(w => words(w));
        return all.Count == 0 ? ""
            : all.Count > 1 && all.Any(w => w.Contains(comma, StringComparison.Ordinal) || w.Contains(last, StringComparison.Ordinal)) ? string.Join(stronger, all)
            : all.Count == 1 ? all[0]
            : string.Join(comma, all.Take(all.Count - 1)) + last + all[^1];
    }
}
