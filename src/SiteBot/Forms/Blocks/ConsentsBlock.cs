using System.Collections.Immutable;
using SiteBot.Approvals;

namespace SiteBot.Forms.Blocks;

/// <summary>Whose consent was asked for, for what, and the answer. Left out where none was asked.</summary>
internal sealed class ConsentsBlock : IFormBlock
{
    public IEnumerable<FormSection> Of(FormSetting form)
    {
        if (form.Visit.Consents.IsEmpty)
        {
            yield break;
        }

        yield return new FormSection(form.Say(FormLabels.Consents), new FormPart.Table(
            [new(form.Say(FormLabels.ConsentOf), 4), new(form.Say(FormLabels.For), 6), new(form.Say(FormLabels.Answer), 5)],
            [.. form.Visit.Consents.Select(request => ImmutableArray.Create(form.Say(RoleLabel(request.Role)), Scope(form, request.Granted), Answer(form, request)))]));
    }

    internal static string RoleLabel(ApproverRole role) => role == ApproverRole.ProductSupport ? FormLabels.ProductSupport : FormLabels.OfficeHead;

    private static string Scope(FormSetting form, WorkScope scope) =>
        $"{string.Join(' ', new[] { form.Operation(scope.Operation), scope.Equipment, scope.TargetVersion }.Where(part => part is not null))}\n{form.Between(scope.From, scope.To)}";

    private static string Answer(FormSetting form, ConsentRequest request)
    {
        var lines = new List<string>
        {
            form.Say(request.State switch
            {
                ConsentState.Open => FormLabels.Waiting,
                ConsentState.Approved => FormLabels.Approved,
                ConsentState.Rejected => FormLabels.Rejected,
                _ => FormLabels.Withdrawn,
            }),
        };
        if (request.AnsweredBy is { } by)
        {
            lines.Add(request.ByMailOf is { } mail ? form.Say(FormLabels.ByMailOf, ("who", form.Say(mail)), ("by", form.Name(by))) : form.Name(by));
            lines.Add(form.At(request.AnsweredAt));
        }

        if (request.Reason is { } reason)
        {
            lines.Add(form.Say(reason));
        }

        return string.Join('\n', lines);
    }
}
