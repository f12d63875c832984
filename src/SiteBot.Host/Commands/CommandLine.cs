namespace SiteBot.Host.Commands;

/// <summary>What a process's exit code says. A verb may use 0 to 63 for answers of its own.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The command line, an input or a setting is wrong.</summary>
    public const int WrongUse = 64;

    /// <summary>Anything else went wrong.</summary>
    public const int Failure = 70;
}

/// <summary>Finds the verb, reads its words, runs it. What goes wrong is one line on standard error and an exit code.</summary>
internal static class CommandLine
{
    private const int LongestMessage = 300;

    /// <summary>True where the words ask for a verb or for help; else the process serves and the words are its settings.</summary>
    public static bool IsFor(IReadOnlyList<string> words) =>
        words.Count > 0 && (!words[0].StartsWith('-') || words[0] is "--help" or "-h" or "-?" or "--version");

    /// <summary>Runs what <paramref name="words"/> ask for and returns the exit code.</summary>
    public static async ValueTask<int> Run(IReadOnlyList<Verb> verbs, IReadOnlyList<string> words, Terminal terminal)
    {
        try
        {
            return await Dispatch(verbs, words, terminal);
        }
        catch (WrongUseException wrong)
        {
            terminal.Error.WriteLine(OneLine(wrong.Message));
            return ExitCode.WrongUse;
        }
        catch (Exception failure)
        {
            terminal.Error.WriteLine(OneLine($"{failure.GetType().Name}: {failure.Message}"));
            return ExitCode.Failure;
        }
        finally
        {
            await terminal.Out.FlushAsync();
        }
    }

    /// <summary>A message as one line of at most 300 characters.</summary>
    public static string OneLine(string message)
    {
        var line = string.Join(' ', message.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return line.Length <= LongestMessage ? line : line[..(LongestMessage - 1)] + "…";
    }

    private static ValueTask<int> Dispatch(IReadOnlyList<Verb> verbs, IReadOnlyList<string> words, Terminal terminal)
    {
        if (words[0] is "--help" or "-h" or "-?")
        {
            terminal.Out.Write(Help.Of(verbs));
            return new(ExitCode.Done);
        }

        if (words[0] == "--version")
        {
            terminal.Out.WriteLine(typeof(CommandLine).Assembly.GetName().Version?.ToString(3));
            return new(ExitCode.Done);
        }

        foreach (var length in (int[])[2, 1])
        {
            var name = string.Join(' ', words.Take(length));
            if (words.Count < length || verbs.FirstOrDefault(verb => verb.Name == name) is not { } verb)
            {
                continue;
            }

            var call = Call.Read(verb, [.. words.Skip(length)], terminal);
            if (!call.WantsHelp)
            {
                return verb.Run(call);
            }

            terminal.Out.Write(Help.Of(verb));
            return new(ExitCode.Done);
        }

        var family = verbs.Where(verb => verb.Name.StartsWith(words[0] + " ", StringComparison.Ordinal)).ToList();
        if (family.Count > 0 && words.Skip(1).Any(word => word is "--help" or "-h" or "-?"))
        {
            terminal.Out.Write(Help.Of(family));
            return new(ExitCode.Done);
        }

        throw new WrongUseException(family.Count > 0
            ? $"{words[0]} needs one of: {string.Join(", ", family.Select(verb => verb.Name[(words[0].Length + 1)..]))}."
            : $"There is no verb of that name; see --help. Without a verb SiteBot serves.");
    }
}
