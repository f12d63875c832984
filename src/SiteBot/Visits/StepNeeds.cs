using System.Collections.Immutable;
using SiteBot.Procedures;
using SiteBot.Standard;

namespace SiteBot.Visits;

/// <summary>Something that a step still asks for.</summary>
/// <param name="Field">The field's id; <see cref="Photo"/> or <see cref="StepTelling.Witness"/> for evidence that is no field.</param>
/// <param name="Label">What to write or send.</param>
public sealed record StepNeed(string Field, Text Label)
{
    /// <summary>The name under which a photo is asked for.</summary>
    public const string Photo = "photo";
}

/// <summary>What a step asks for before it counts as done.</summary>
public static class StepNeeds
{
    private static readonly Text TheWitness = new("见证人姓名", "name of a witness");
    private static readonly Text ThePhoto = new("照片或文件", "a photo or a file");
    private static readonly Text ThePhotoOrWitness = new("签字件照片，或见证人姓名", "a photo of the signed paper, or the name of a witness");

    /// <summary>What is missing, in the order in which it is asked; nothing where <paramref name="telling"/> is no doing.</summary>
    /// <param name="line">The line.</param>
    /// <param name="telling">What is told so far.</param>
    /// <param name="standard">Which forms are signed.</param>
    public static ImmutableArray<StepNeed> Of(ChecklistLine line, StepTelling telling, CodeOfConduct standard)
    {
        if (telling.Outcome != StepOutcome.Done)
        {
            return [];
        }

        var step = line.Step;
        var needs = step.Fields.Where(field => field.Required && telling.Told(field.Id) is null).Select(field => new StepNeed(field.Id, field.Label)).ToList();
        var names = step.Fields.Where(field => field.Kind == FieldKind.Name).ToList();
        if (step.Evidence != Evidence.Word && names.Count > 0 && needs.TrueForAll(need => names.TrueForAll(name => name.Id != need.Field))
            && names.TrueForAll(name => telling.Told(name.Id) is null))
        {
            needs.Add(new StepNeed(names[0].Id, names[0].Label));
        }

        if (step.Evidence == Evidence.Photo && telling.Files.IsEmpty && Shown(line, telling, standard) is { } shown)
        {
            needs.Add(shown);
        }

        return [.. needs];
    }

    // A signature is a photo of the paper, or the name with a witness; anything else is a photo, or where photos are not allowed the name with a witness.
    private static StepNeed? Shown(ChecklistLine line, StepTelling telling, CodeOfConduct standard)
    {
        var signed = line.Step.Form is { } form && standard.FindForm(form) is { Signed: not Signers.None };
        return !line.AsksPhoto ? telling.Told(StepTelling.Witness) is null ? new StepNeed(StepTelling.Witness, TheWitness) : null
            : !signed ? new StepNeed(StepNeed.Photo, ThePhoto)
            : telling.Told(StepTelling.Witness) is null ? new StepNeed(StepNeed.Photo, ThePhotoOrWitness)
            : null;
    }
}
