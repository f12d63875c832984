using System.Collections.Immutable;

namespace SiteBot.Host.Commands;

/// <summary>A verb with the words that it was called with.</summary>
internal sealed record Call(Verb Verb, Terminal Terminal)
{
    /// <summary>The operands given, in order; never fewer than the verb requires.</summary>
    public ImmutableArray<string> Operands { get; init; } = [];

    /// <summary>The options given; a flag's value is an empty text.</summary>
    public ImmutableDictionary<string, string> Options { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The words that are settings (<c>--Storage:Path=FILE</c>), as .NET's command line configuration takes them.</summary>
    public ImmutableArray<string> Settings { get; init; } = [];

    /// <summary>True where <c>--help</c> or <c>-h</c> was among the words.</summary>
    public bool WantsHelp { get; init; }

    /// <summary>An option's value, or null where it was not given.</summary>
    public string? Option(string name) => Options.GetValueOrDefault(name);

    /// <summary>True where the option was given.</summary>
    public bool Has(string name) => Options.ContainsKey(name);

    /// <summary>Reads the words after a verb.</summary>
    /// <exception cref="WrongUseException">An unknown option, an option without its value or given twice, too many or too few operands.</exception>
    public static Call Read(Verb verb, IReadOnlyList<string> words, Terminal terminal)
    {
        var operands = ImmutableArray.CreateBuilder<string>();
        var options = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var settings = ImmutableArray.CreateBuilder<string>();
        var onlyOperands = false;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (onlyOperands || word.Length < 2 || word[0] != '-')
            {
                operands.Add(word);
                continue;
            }

            if (word == "--")
            {
                onlyOperands = true;
                continue;
            }

            if (word is "--help" or "-h" or "-?")
            {
                return new Call(verb, terminal) { WantsHelp = true };
            }

            var (name, value) = word.IndexOf('=') is var at && at > 0 ? (word[..at], word[(at + 1)..]) : (word, null);
            if (verb.TakesSettings && name.StartsWith("--", StringComparison.Ordinal) && name.Contains(':'))
            {
                settings.Add(word);
                if (value is null)
                {
                    settings.Add(Next(words, ref i, name));
                }

                continue;
            }

            var option = verb.Options.FirstOrDefault(candidate => candidate.Name == name)
                ?? throw new WrongUseException($"{verb.Name} has no option {Shown(name)}; see {verb.Name} --help.");
            value = option.Value is null
                ? value is null ? "" : throw new WrongUseException($"{name} takes no value.")
                : value ?? Next(words, ref i, name);
            if (!option.Allowed.IsEmpty && !option.Allowed.Contains(value))
            {
                throw new WrongUseException($"{name} is one of {string.Join(", ", option.Allowed)}.");
            }

            if (!options.TryAdd(name, value))
            {
                throw new WrongUseException($"{name} is given twice.");
            }
        }

        if (operands.Count > verb.Operands.Length)
        {
            throw new WrongUseException($"{verb.Name} takes {(verb.Operands.IsEmpty ? "no words" : $"at most {verb.Operands.Length}")} after it, {operands.Count} were given; see {verb.Name} --help.");
        }

        if (operands.Count < verb.Operands.Count(operand => operand.Required))
        {
            throw new WrongUseException($"{verb.Name} needs {verb.Operands[operands.Count].Name}; see {verb.Name} --help.");
        }

        return new Call(verb, terminal) { Operands = operands.ToImmutable(), Options = options.ToImmutable(), Settings = settings.ToImmutable() };
    }

    private static string Next(IReadOnlyList<string> words, ref int i, string name) =>
        i + 1 < words.Count ? words[++i] : throw new WrongUseException($"{Shown(name)} needs a value.");

    private static string Shown(string word) => word.Length <= 40 ? word : word[..40] + "…";
}
