using System.Collections.Immutable;
using SiteBot.Procedures;
using SiteBot.Standard;

namespace SiteBot.Visits;

/// <summary>The forms that a visit has to do with: those of its steps and duties.</summary>
public static class FormsOf
{
    internal static Refusal Unknown { get; } = new("form-unknown", new Text("请换一个表单：这次服务没有它。", "Name another form: this visit has none of that name."));

    /// <summary>Their types, in the order of the procedure.</summary>
    public static ImmutableArray<FormType> Visit(Visit visit, Workplace workplace)
    {
        var procedure = workplace.Procedures.Of(visit.Service, visit.Procedure);
        return
        [
            .. procedure.Steps.Select(step => step.Form).Concat(procedure.Duties.Select(duty => duty.Form)).OfType<string>().Distinct()
                .Select(workplace.Standard.FindForm).OfType<FormType>(),
        ];
    }

    /// <summary>True where a form is drawn up time and again: each day, each week, each time that its occasion comes. Of any other there is one, and once signed it is not drawn up anew.</summary>
    public static bool Recurs(Procedure procedure, string form) =>
        procedure.Steps.Any(step => step.Form == form && step.AsNeeded) || procedure.Duties.Any(duty => duty.Form == form && duty.Every is (Rhythm.Day or Rhythm.Week));

    internal static FormType? Find(Visit visit, string form, Workplace workplace) => Visit(visit, workplace).FirstOrDefault(known => known.Id == form);
}
