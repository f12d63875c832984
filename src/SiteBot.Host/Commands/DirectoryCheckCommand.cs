using SiteBot.Directory;

namespace SiteBot.Host.Commands;

/// <summary><c>sitebot directory check</c>: says what a directory file holds, or everything that is wrong with it. Needs no host and no settings.</summary>
internal static class DirectoryCheckCommand
{
    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new("directory check", "Checks a directory file: what it holds, or every fault with its line and what to write instead.")
    {
        Operands = [new Operand("FILE")],
        Details = "Exit codes: 0 it is good, 64 it has faults.",
        Run = static call => new(DirectoryCheck.Run(call.Operands[0], call.Terminal.Out, call.Terminal.Error)),
    };
}
