using SiteBot.Windows;

namespace SiteBot.Gate.Checks;

/// <summary>How any of the three consents is weighed; who gives it and whether it must be written is each check's own.</summary>
/// <param name="asker">Whom to ask, as the words of a sentence.</param>
/// <param name="wanted">What must become true.</param>
internal sealed class ConsentExamination(Text asker, Text wanted)
{
    private readonly Text again = new($"{wanted.Zh}（重新征求）", $"{wanted.En} after all");

    /// <summary>Weighs <paramref name="consent"/>.</summary>
    /// <param name="it">The case.</param>
    /// <param name="consent">What was given; null where nothing was.</param>
    /// <param name="provision">The provision that asks for it.</param>
    /// <param name="inWriting">Whether only a written one counts.</param>
    public Finding Weigh(Case it, Consent? consent, string? provision, bool inWriting)
    {
        if (consent?.Decision is not { } decision)
        {
            return Missing(provision, "请征求同意：还没有答复", "Ask for the consent: there is no answer yet");
        }

        if (decision == Answer.Rejected)
        {
            return Finding.Fail(
                new($"请与{asker.Zh}商定后重新征求：已被拒绝（{provision}）。", $"Settle it with {asker.En} and ask again: the answer was no ({provision})."),
                again);
        }

        if (!consent.Signed.HoldsAt(it.Now))
        {
            return Missing(provision, "请补全由谁、在何时同意（不能是将来的时间）", "Tell who consented and when (a time ahead of now does not count)");
        }

        if (inWriting && consent.Written != true)
        {
            return Missing(provision, "请取得书面同意（邮件也可），口头同意不算", "Get the consent in writing (mail counts); an oral yes does not pass");
        }

        if (!CoversOperation(it, consent))
        {
            return Missing(provision, "请为本次操作重新征求同意：现有同意的操作、设备或版本不同或未写明", "Ask again for this operation: the consent in hand is for another operation, equipment or version, or does not say");
        }

        var scope = consent.Scope;
        var start = scope?.From is { } from && from > it.Now ? from : it.Now;
        if (scope?.To is { } to && (it.Now >= to || start + it.Length > to))
        {
            return Missing(provision, $"请重新征求同意：现有同意只到 {it.Say(to)}，操作来不及完成", $"Ask again: the consent in hand ends at {it.Say(to)}, too early for this operation");
        }

        return start > it.Now
            ? Finding.NotYet(new($"请等到 {it.Say(start)}：同意从那时起有效（{provision}）。", $"Wait until {it.Say(start)}: the consent holds from then on ({provision})."))
            : Finding.Pass(new($"{asker.Zh}已同意。", $"The consent of {asker.En} is in hand."));
    }

    /// <summary>A consent in hand, now or later, limits the start to its period; one that is missing or rejected does not.</summary>
    public static void Bound(Consent? consent, Finding finding, List<StartRule> rules)
    {
        if (finding is { State: CheckState.Pass } or { State: CheckState.Fail, FixedBy: FixedBy.Time }
            && consent?.Scope is { } scope && (scope.From ?? scope.To) is not null)
        {
            rules.Add(new ConsentPeriod(scope.From, scope.To));
        }
    }

    // Where the standard asks for a consent without speaking of one planned operation on live equipment, its scope may be left out, but only as a whole.
    private static bool CoversOperation(Case it, Consent consent) => consent.Scope is { } scope
        ? scope.Covers(it.Operation)
        : it.Kind is OperationKind.DataChange or OperationKind.ServiceAffecting or OperationKind.Hardware or OperationKind.PowerOn;

    private Finding Missing(string? provision, string zh, string en) =>
        Finding.Missing(new($"{zh}（{asker.Zh}，{provision}）。", $"{en} ({asker.En}, {provision})."), wanted);
}
