using System.Collections.Immutable;
using System.Globalization;
using SiteBot.Gate;

namespace SiteBot.Forms.Blocks;

/// <summary>What is to be done, when, and what the customer's network will see of it. What the visit's procedure does not plan is left out.</summary>
internal sealed class PlanBlock : IFormBlock
{
    public IEnumerable<FormSection> Of(FormSetting form)
    {
        var plan = form.Visit.Plan;
        var fields = ImmutableArray.CreateBuilder<FormField>();
        Add(FormLabels.Operation, (plan.Operation ?? form.Procedure.Operation) is { } operation ? form.Operation(operation) : form.Say(form.Procedure.Name), always: true);
        Add(FormLabels.Equipment, Equipment(form), always: true);
        Add(FormLabels.Versions, plan.TargetVersion is null ? plan.CurrentVersion ?? "" : $"{plan.CurrentVersion ?? "?"} → {plan.TargetVersion}");
        Add(FormLabels.Exceptional, plan.ExceptionalRelease);
        Add(FormLabels.Appointment, plan.From == form.Visit.Appointment ? null : form.At(form.Visit.Appointment));
        Add(FormLabels.Window, form.Between(plan.From, plan.To), always: true);
        Add(FormLabels.Lasts, Minutes(form, plan.DurationMinutes));
        if (form.Procedure.Operation is not null || plan.Operation is not null)
        {
            Add(FormLabels.RollBackTakes, Minutes(form, form.RollBackMinutes));
            Add(FormLabels.RollBackBy, form.At(form.RollBackBy), always: AsksForRollback(form));
            Add(FormLabels.ServiceAffected, Affected(form));
            Add(FormLabels.AlarmsToExpect, plan.AlarmsToExpect, always: true);
            Add(FormLabels.Hardware, plan.HandlesHardware ? form.YesNo(true) : null);
            Add(FormLabels.MinorReason, plan.MinorReason);
            Add(FormLabels.Restores, plan.RestoresService ? form.YesNo(true) : null);
        }

        yield return new FormSection(form.Say(FormLabels.Plan), new FormPart.Fields(fields.ToImmutable()));

        void Add(string label, string? value, bool always = false)
        {
            if (always || !string.IsNullOrEmpty(value))
            {
                fields.Add(new FormField(form.Say(label), value ?? ""));
            }
        }
    }

    internal static string Equipment(FormSetting form) => string.Join(", ", new[]
    {
        form.Visit.Plan.Equipment,
        form.Product is { } product ? form.Directory.FindProduct(product)?.Name.In(form.Language) ?? product : null,
    }.Where(part => part is not null));

    /// <summary>Whether service is affected, and by what reasoning not; nobody having said, the gate's default counts: it may be.</summary>
    internal static string Affected(FormSetting form) => form.Visit.Plan is { AffectsService: false } plan
        ? form.Say(FormLabels.NotAffected, ("why", plan.AffectsReason ?? ""))
        : form.Visit.Plan.Operation == "read_only" || (form.Visit.Plan.Operation is null && form.Procedure.Operation == "read_only")
            ? form.Say(FormLabels.NotAffected, ("why", form.Operation("read_only")))
            : form.Say(FormLabels.MayInterrupt, ("equipment", form.Visit.Plan.Equipment ?? form.Visit.Site));

    private static bool AsksForRollback(FormSetting form) =>
        Wire.Read<OperationKind>(form.Visit.Plan.Operation ?? form.Procedure.Operation) is { } kind && form.Facts.Workplace.Gate.For(kind).AsksForRollback;

    private static string? Minutes(FormSetting form, int? minutes) => minutes is { } told ? form.Say(FormLabels.Minutes, ("minutes", told.ToString(CultureInfo.InvariantCulture))) : null;
}
