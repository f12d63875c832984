using System.Collections.Immutable;

namespace SiteBot.Forms.Blocks;

/// <summary>What the customer asked, whom to answer, and the answer (4.4-12); that nothing was asked is said too.</summary>
internal sealed class QuestionsBlock : IFormBlock
{
    public IEnumerable<FormSection> Of(FormSetting form)
    {
        var title = form.Say(FormLabels.Questions);
        yield return form.Visit.Questions.IsEmpty
            ? new FormSection(title, new FormPart.Paragraph(form.Say(FormLabels.None)))
            : new FormSection(title, new FormPart.Table(
                [new(form.Say(FormLabels.When), 4), new(form.Say(FormLabels.Question), 6), new(form.Say(FormLabels.AnswerTo), 3), new(form.Say(FormLabels.Answer), 6)],
                [.. form.Visit.Questions.Select(question => ImmutableArray.Create(
                    form.At(question.At), form.Say(question.Question), form.Say(question.Contact),
                    question.AnsweredAt is { } at ? $"{form.Say(question.Answer)}\n{form.At(at)}" : form.Say(FormLabels.NotAnswered)))]));
    }
}
