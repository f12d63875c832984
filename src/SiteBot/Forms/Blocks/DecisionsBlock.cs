using System.Collections.Immutable;
using SiteBot.Gate;
using SiteBot.Gate.Decisions;

namespace SiteBot.Forms.Blocks;

/// <summary>What the gate answered, and what stood in the way. Left out where nothing was asked.</summary>
internal sealed class DecisionsBlock : IFormBlock
{
    public IEnumerable<FormSection> Of(FormSetting form)
    {
        if (form.Facts.Decisions.IsEmpty)
        {
            yield break;
        }

        yield return new FormSection(form.Say(FormLabels.Decisions), new FormPart.Table(
            [new(form.Say(FormLabels.AskedAt), 4), new(form.Say(FormLabels.By), 3), new(form.Say(FormLabels.Verdict), 2), new(form.Say(FormLabels.Reasons), 8)],
            [.. form.Facts.Decisions.Select(record => Row(form, record))]));
    }

    private static ImmutableArray<string> Row(FormSetting form, DecisionRecord record)
    {
        var verdict = RecordedVerdict.Read(record.Verdict);
        return
        [
            form.At(record.AskedAt),
            form.Name(record.AskedBy),
            form.Say(Label(verdict.Kind)),
            string.Join('\n', verdict.Checks.Where(check => check.StandsInTheWay).Select(check => form.Say(check.Reason))),
        ];
    }

    private static string Label(VerdictKind kind) => kind switch
    {
        VerdictKind.Go => FormLabels.VerdictGo,
        VerdictKind.Wait => FormLabels.VerdictWait,
        VerdictKind.No => FormLabels.VerdictNo,
        _ => FormLabels.VerdictNever,
    };
}
