using System.Collections.Immutable;
using SiteBot.Standard;
using SiteBot.Visits;

namespace SiteBot.Forms;

/// <summary>Room for the signatures that a form needs.</summary>
internal static class Signatures
{
    public static ImmutableArray<SignatureBlock> Of(FormSetting form) => form.Type?.Signed switch
    {
        Signers.Customer => [Customer(form)],
        Signers.Both => [Customer(form), Ours(form)],
        _ => [],
    };

    // A name typed with its time and witness is a signature too: it stands on what is drawn up afterwards, save on a report of another day or another stop.
    private static SignatureBlock Customer(FormSetting form)
    {
        var signed = FormsOf.Recurs(form.Procedure, form.Type!.Id) ? null : form.Visit.Forms.GetValueOrDefault(form.Type.Id)?.Last;
        return new SignatureBlock(form.Say(FormLabels.CustomerSigns),
        [
            new(form.Say(FormLabels.Name), form.Say(signed?.SignedBy)),
            new(form.Say(FormLabels.Signature), ""),
            new(form.Say(FormLabels.Date), form.At(signed?.SignedAt)),
        ]);
    }

    private static SignatureBlock Ours(FormSetting form) => new(form.Say(FormLabels.WeSign),
    [
        new(form.Say(FormLabels.Name), form.Name(form.Visit.Lead)),
        new(form.Say(FormLabels.Signature), ""),
        new(form.Say(FormLabels.Date), ""),
    ]);
}
