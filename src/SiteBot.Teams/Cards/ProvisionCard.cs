using SiteBot.Gate;
using SiteBot.Standard;

namespace SiteBot.Teams.Cards;

/// <summary>One provision of the standard, or a term, as it is put into a chat of colleagues: its number, its force, its words. It has no presses: the bot may not be in that chat.</summary>
internal static class ProvisionCard
{
    private const int LongestText = 2_000;
    private const int LongestPreview = 160;

    /// <summary>Draws what the standard says under a number.</summary>
    /// <param name="pen">Words, language and the standard.</param>
    /// <param name="id">A number that the standard has.</param>
    public static Card Draw(Pen pen, string id)
    {
        var standard = pen.Workplace.Standard;
        var provision = standard.Find(id);
        var text = pen.Say(standard.TextOf(id)!);
        var section = standard.Sections.FirstOrDefault(one => one.Id == (provision?.Section ?? id[..id.LastIndexOf('-')]));
        return pen.Draw("provision", Pen.Dotted(Title(pen, id), text), data => data
            .Head(provision?.Force == Force.MustNot ? Tone.Attention : Tone.Calm, Title(pen, id), section is null ? "" : Pen.Dotted(section.Id, ShownText.Clip(pen.Say(section.Title))))
            .Lines("lines", [ShownText.Clip(text, LongestText)])
            .Facts(
                (pen.Word("label.services"), provision is { Services.IsEmpty: false } ? pen.Join(provision.Services.Select(pen.Service)) : ""),
                (pen.Word("label.forms"), provision is null ? "" : pen.Join(provision.Forms.Select(form => standard.FindForm(form) is { } known ? ShownText.Clip(pen.Say(known.Name)) : form))),
                (pen.Word("label.standard"), Pen.Dotted(ShownText.Clip(standard.Edition.Id), standard.Edition.Classification is null ? null : pen.Word("search.internal")))));
    }

    /// <summary>The line of the list of results, as JSON of a thumbnail card.</summary>
    public static string Preview(Pen pen, string id) => CardData.Of(data => data
        .Put("title", Title(pen, id))
        .Put("text", ShownText.Clip(pen.Say(pen.Workplace.Standard.TextOf(id)!), LongestPreview)));

    private static string Title(Pen pen, string id) => Pen.Dotted(id, pen.Workplace.Standard.Find(id) is { } provision ? pen.Word($"force.{provision.Force.Name()}") : pen.Word("answer.term"));
}
