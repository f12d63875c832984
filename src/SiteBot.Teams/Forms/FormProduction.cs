using System.Text;
using SiteBot.Forms;
using SiteBot.Ledger;
using SiteBot.Standard;
using SiteBot.Visits;

namespace SiteBot.Teams.Forms;

/// <summary>Draws a form up, writes it and keeps its bytes, before the fact that names them: what was signed must never be rendered again.</summary>
public sealed class FormProduction(IFormWriter writer, IEvidenceFiles files)
{
    private const int LongestName = 80;

    /// <summary>Produces a form of the standard as the facts stand at <see cref="FormFacts.Now"/>.</summary>
    public ValueTask<ProducedForm> Produce(FormType form, FormFacts facts, Language language, CancellationToken cancellation) =>
        Keep(FormDraft.Of(form, facts, language), facts, cancellation);

    /// <summary>Produces the one-page slip for the customer's duty staff, in their language unless another is asked for.</summary>
    public ValueTask<ProducedForm> ProduceSlip(FormFacts facts, Language? language, CancellationToken cancellation) =>
        Keep(VisitSlip.Of(facts, language ?? VisitSlip.LanguageOf(facts)), facts, cancellation);

    private async ValueTask<ProducedForm> Keep(FormContent content, FormFacts facts, CancellationToken cancellation)
    {
        var bytes = writer.Write(content);
        var hash = await files.Put(bytes, writer.MediaType, facts.Now, cancellation).ConfigureAwait(false);
        return new ProducedForm(content.Form, hash, content.Language, FileName(content), writer.MediaType, bytes);
    }

    // Letters and digits of any script; whatever a file system, a header or SharePoint may take amiss becomes a dash.
    private string FileName(FormContent content)
    {
        var name = new StringBuilder();
        foreach (var letter in $"{content.Visit}-{content.Title}")
        {
            var good = char.IsLetterOrDigit(letter) ? letter : '-';
            if (good != '-' || (name.Length > 0 && name[^1] != '-'))
            {
                name.Append(good);
            }
        }

        return name.ToString(0, Math.Min(name.Length, LongestName)).Trim('-') + writer.Extension;
    }
}

/// <summary>A produced form whose bytes are kept.</summary>
/// <param name="Form">The form's id; <c>slip</c> for the slip, which is no form of the standard and no fact.</param>
/// <param name="Hash">What the bytes are kept under.</param>
/// <param name="Language">The language that it is written in.</param>
/// <param name="FileName">What to call the file.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Content">The bytes.</param>
public sealed record ProducedForm(string Form, string Hash, Language Language, string FileName, string MediaType, ReadOnlyMemory<byte> Content)
{
    /// <summary>The fact for the visit.</summary>
    public VisitEvent.FormProduced Fact => new(Form, Hash, Language);
}
