using SiteBot.Gate;

namespace SiteBot.Host.Commands;

/// <summary><c>sitebot gate</c>: can I do it now? Needs no host and no settings, only the rules that travel with the program.</summary>
internal static class GateCommand
{
    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new("gate", "Decides on the facts of one operation, or of one a line, and prints each verdict as JSON.")
    {
        Operands = [new Operand("FACTS.json", Required: false)],
        Options = [new Option("--batch", "FILE", "Reads one facts object a line and prints one verdict a line, in order.")],
        Details = "- reads standard input. Exit codes of one decision: 0 go, 1 wait, 2 no, 3 never; of a batch: 0 when every line was good, else 64.",
        Run = static call => new(Run(call)),
    };

    private static int Run(Call call)
    {
        var door = new GateDoor(call.Terminal.Input, call.Terminal.Output, call.Terminal.Error, LoadRules);
        return (call.Operands, call.Option("--batch")) switch
        {
            ([var file], null) => door.DecideOne(file),
            ([], { } file) => door.DecideBatch(file),
            _ => throw new WrongUseException("gate takes one file of facts, or --batch and a file; see gate --help."),
        };
    }

    private static GateRules LoadRules() => GateRules.Load(Path.Combine(AppContext.BaseDirectory, "dialogs"));
}
