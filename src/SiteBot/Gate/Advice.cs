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
            SayBackupTooOldThen();
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

        said.Add("可以开始。", "You may begin.");
        if (startBy is { } last && it.LengthKnown)
        {
            said.Add($"最迟 {it.Say(last)} 开始。", $"Begin by {it.Say(last)}.");
        }

        if (rollBackBy is { } back && it.LengthKnown)
        {
            said.Add($"如不顺利，最迟 {it.Say(back)} 开始回退。", $"If it goes wrong, begin to roll back by {it.Say(back)}.");
        }

        if (!it.LengthKnown && operation.AsksForRollback)
        {
            said.Add("没有给出操作时长，因此不给出任何时间。", "No duration was given, so no time is named.");
        }
    }

    private void Wait()
    {
        if (earliest is { } start)
        {
            said.Add($"{it.Say(start)} 起可以开始，在此之前请等待。", $"Wait: you may begin at {it.Say(start)}.");
        }
        else
        {
            said.Add("今后 30 天内都没有合适的时间。", "No moment in the next 30 days fits.");
            SayWhatToChange();
        }
    }

    private void No()
    {
        var wanted = Wanted();
        var (zh, en) = (string.Join("、", wanted.Select(w => w.Zh)), English(wanted));
        if (it.Restoring)
        {
            // Lower case and in this place: nobody may read it as leave to skip a signature.
            said.Add($"先恢复业务；还缺：{zh}。", $"restore first; still needed: {en}.");
        }

        if (!it.LengthKnown)
        {
            var askedFor = findings.Any(f => f == SharedReasons.LengthUnknown);
            said.Add(
                askedFor ? "没有给出操作时长，因此不能说出任何时间。" : "没有给出操作时长。",
                askedFor ? "No duration was given, so no time can be named." : "No duration was given.");
            if (!it.Restoring)
            {
                said.Add($"还缺：{zh}。", $"Still needed: {en}.");
            }
        }
        else if (earliest is not { } start)
        {
            if (!it.Restoring)
            {
                said.Add($"还缺：{zh}。", $"Still needed: {en}.");
            }

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
                start == it.Now ? $"现在还不行；满足以下条件即可开始：{zh}。" : $"{it.Say(start)} 起可以开始，条件是：{zh}。",
                start == it.Now ? $"Not yet: allowed at once if {en}." : $"Allowed at {it.Say(start)} if {en}.");
        }
    }

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

    private void SayBackupTooOldThen()
    {
        for (var i = 0; i < findings.Length; i++)
        {
            if (operation.Checks[i].Check is BackupTaken && findings[i].State == CheckState.Pass
                && it.Evidence.Backup?.At is { } at && earliest > BackupTaken.LastsUntil(it, at))
            {
                said.Add("到那时备份已经过期，请在开始前重新备份。", "The backup will be too old by then: take a new one before you begin.");
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

        if (Counts<ProductSupportConsent>() || Counts<OfficeConsent>() || Counts<CustomerConsent>())
        {
            zh.Add("征求另一时段的同意");
            en.Add("ask for consents to another period");
        }

        said.Add($"可以改变的：{string.Join("；或", zh)}。", $"What to change: {string.Join("; or ", en)}.");
    }

    private bool Counts<T>()
        where T : ICheck => operation.Checks.Where((rule, i) => rule.Check is T && findings[i].Counts).Any();

    private List<Text> Wanted()
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

        return wanted;
    }

    private static string English(List<Text> items) => items.Count switch
    {
        0 => "",
        1 => items[0].En,
        _ => string.Join(", ", items.Take(items.Count - 1).Select(i => i.En)) + " and " + items[^1].En,
    };
}
