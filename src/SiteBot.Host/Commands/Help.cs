using System.Text;

namespace SiteBot.Host.Commands;

/// <summary>What <c>--help</c> prints.</summary>
internal static class Help
{
    /// <summary>The list of verbs.</summary>
    public static string Of(IReadOnlyList<Verb> verbs)
    {
        var text = new StringBuilder("Usage: sitebot [SETTINGS]        serves; settings such as --urls URL, --Storage:Path=FILE (docs/configuration.md)\n       sitebot VERB [WORDS]\n\nVerbs:\n");
        var width = verbs.Max(verb => verb.Name.Length);
        foreach (var verb in verbs)
        {
            text.Append("  ").Append(verb.Name.PadRight(width)).Append("  ").Append(verb.Summary).Append('\n');
        }

        return text.Append("\nEach verb has --help. Exit codes: 64 for wrong use or bad input, 70 for any other failure.\n").ToString();
    }

    /// <summary>One verb.</summary>
    public static string Of(Verb verb)
    {
        var text = new StringBuilder("Usage: sitebot ").Append(verb.Name);
        foreach (var operand in verb.Operands)
        {
            text.Append(operand.Required ? $" {operand.Name}" : $" [{operand.Name}]");
        }

        foreach (var option in verb.Options)
        {
            text.Append(" [").Append(Written(option)).Append(']');
        }

        if (verb.TakesSettings)
        {
            text.Append(" [SETTINGS]");
        }

        text.Append("\n\n").Append(verb.Summary).Append('\n');
        if (verb.Details is not null)
        {
            text.Append('\n').Append(verb.Details).Append('\n');
        }

        if (!verb.Options.IsEmpty)
        {
            text.Append('\n');
            var width = verb.Options.Max(option => Written(option).Length);
            foreach (var option in verb.Options)
            {
                text.Append("  ").Append(Written(option).PadRight(width)).Append("  ").Append(option.Summary).Append('\n');
            }
        }

        if (verb.TakesSettings)
        {
            text.Append("\nSettings are those of the store, e.g. --Storage:Path=FILE or --Storage:Kind=postgres --Storage:ConnectionString=….\n");
        }

        return text.ToString();
    }

    private static string Written(Option option) =>
        option.Value is null ? option.Name
        : option.Allowed.IsEmpty ? $"{option.Name} {option.Value}"
        : $"{option.Name} {string.Join('|', option.Allowed)}";
}
