namespace SiteBot.Forms.Blocks;

/// <summary>Something that forms have in common: the plan, the people, the checklist. A form is a list of them, written in <c>forms.yaml</c>.</summary>
internal interface IFormBlock
{
    /// <summary>The sections that it adds to a form; none where it has nothing to say.</summary>
    IEnumerable<FormSection> Of(FormSetting form);
}
