using System.Collections.Immutable;
using SiteBot.Standard;

namespace SiteBot.Forms;

/// <summary>Draws a form up from the facts: the head that all have, the blocks of <c>forms.yaml</c>, the signatures that it needs. Pure: the same facts give the same form.</summary>
public static class FormDraft
{
    /// <summary>The form as it stands at <see cref="FormFacts.Now"/>. What nobody has told yet is room to write.</summary>
    public static FormContent Of(FormType type, FormFacts facts, Language language)
    {
        var form = new FormSetting(type, facts, language);
        var intro = type.Intro is { } sentence ? [new FormSection("", new FormPart.Paragraph(form.Say(sentence)))] : Array.Empty<FormSection>();
        return new FormContent(
            type.Id,
            form.Say(type.Name),
            facts.Visit.Id,
            language,
            FormHead.Of(form),
            [.. intro, .. type.Blocks.SelectMany(block => block.Of(form))],
            Signatures.Of(form),
            form.Say(FormLabels.Source, ("edition", facts.Workplace.Standard.Edition.Id), ("provisions", string.Join(language == Language.Zh ? "、" : ", ", type.From))));
    }
}
