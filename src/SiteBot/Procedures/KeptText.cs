using SiteBot.Reading;

namespace SiteBot.Procedures;

/// <summary>A procedure's file and the shared file as one text, so that one hash names both and a visit can keep them.</summary>
/// <param name="Text">Both texts, with a line between them.</param>
public sealed record KeptText(string Text)
{
    private const string Between = "\n# ==== shared by the procedures ====\n";

    /// <summary>Lower-case hexadecimal SHA-256 of the text as UTF-8.</summary>
    public string ContentHash { get; } = new SourceFile("", Text).ContentHash;

    /// <summary>Joins the two.</summary>
    public static KeptText Of(SourceFile procedure, SourceFile shared) => new(procedure.Text + Between + shared.Text);

    /// <summary>Takes the two apart again.</summary>
    /// <param name="service">The service type's id; faults name the file by it.</param>
    /// <exception cref="FormatException">The text was never joined by <see cref="Of"/>.</exception>
    public (SourceFile Procedure, SourceFile Shared) Apart(string service)
    {
        var at = Text.IndexOf(Between, StringComparison.Ordinal);
        return at < 0
            ? throw new FormatException("This is no kept procedure.")
            : (new SourceFile($"{service}.yaml", Text[..at]), new SourceFile("shared.yaml", Text[(at + Between.Length)..]));
    }
}
