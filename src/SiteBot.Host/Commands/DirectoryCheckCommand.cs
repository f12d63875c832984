using SiteBot.Directory;

namespace SiteBot.Host.Commands;

/// <summary><c>sitebot directory check FILE</c>.</summary>
internal static class DirectoryCheckCommand
{
    /// <summary>Runs the command with the words after <c>directory check</c>.</summary>
    /// <returns>0 where the file is good; 64 with every fault on standard error, or for a wrong use.</returns>
    public static int Run(string[] args, TextWriter stdout, TextWriter stderr)
    {
        if (args is ["--help"] or ["-h"])
        {
            stdout.WriteLine("sitebot directory check FILE: checks a directory file; 0 where it is good, 64 with every fault as file:line: fault.");
            return 0;
        }

        if (args is not [var file])
        {
            stderr.WriteLine("write: sitebot directory check FILE");
            return 64;
        }

        return DirectoryCheck.Run(file, stdout, stderr);
    }
}
