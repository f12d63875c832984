using System.Collections.Immutable;

namespace SiteBot.Procedures;

/// <summary>What differs between two versions of a procedure, as lines for people.</summary>
public static class ProcedureChanges
{
    /// <summary>The differences in steps, guards and duties; empty where nothing that people owe has changed.</summary>
    /// <param name="before">The version that the visit keeps.</param>
    /// <param name="after">The version in force.</param>
    public static ImmutableArray<Text> Between(Procedure before, Procedure after)
    {
        var steps = Lists(
            before.Steps, after.Steps, step => step.Id, step => step.Title,
            (was, step) => was.Ask != step.Ask || was.Title != step.Title || was.Evidence != step.Evidence || !was.Fields.Select(Said).SequenceEqual(step.Fields.Select(Said))
                || !was.When.SequenceEqual(step.When) || was.Who != step.Who || was.MaySkip != step.MaySkip || was.MayBeNo != step.MayBeNo || was.Form != step.Form,
            "步骤", "step");
        var duties = Lists(
            before.Duties, after.Duties, duty => duty.Id, duty => duty.Title,
            (was, duty) => was with { Provisions = duty.Provisions, When = duty.When } != duty || !was.When.SequenceEqual(duty.When), "待办", "duty");
        var (was, now) = (Guards(before), Guards(after));
        return
        [
            .. steps, .. duties,
            .. now.Except(was).Select(guard => new Text($"新关口：{guard}", $"new guard: {guard}")),
            .. was.Except(now).Select(guard => new Text($"取消关口：{guard}", $"guard gone: {guard}")),
        ];
    }

    private static IEnumerable<Text> Lists<T>(
        IEnumerable<T> before, IEnumerable<T> after, Func<T, string> id, Func<T, Text> title, Func<T, T, bool> differ, string zh, string en)
    {
        var old = before.ToDictionary(id, StringComparer.Ordinal);
        var current = after.ToList();
        foreach (var item in current)
        {
            var named = title(item);
            if (!old.TryGetValue(id(item), out var known))
            {
                yield return new Text($"新{zh}：{named.Zh}", $"new {en}: {named.En}");
            }
            else if (differ(known, item))
            {
                yield return new Text($"{zh}有改动：{named.Zh}", $"{en} changed: {named.En}");
            }
        }

        foreach (var gone in old.Values.Where(known => !current.Exists(item => id(item) == id(known))))
        {
            yield return new Text($"取消{zh}：{title(gone).Zh}", $"{en} gone: {title(gone).En}");
        }
    }

    private static (string, FieldKind, bool, Text) Said(StepField field) => (field.Id, field.Kind, field.Required, field.Label);

    private static List<string> Guards(Procedure procedure) => [.. procedure.Phases.SelectMany(phase => phase.Guard).Distinct()];
}
