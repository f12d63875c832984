namespace SiteBot.Host.Settings;

/// <summary>A setting as people meet it in <c>docs/configuration.md</c> and in <c>sitebot settings</c>.</summary>
/// <param name="Name">Its name, e.g. <c>Storage:Path</c>; in the environment <c>SITEBOT_Storage__Path</c>.</param>
/// <param name="Values">What may stand there.</param>
/// <param name="Default">What holds where it is left out, in words or as it would be written.</param>
/// <param name="Purpose">What it is for, one sentence.</param>
internal sealed record Setting(string Name, string Values, string Default, string Purpose)
{
    /// <summary>What stands before the first colon; empty for a name of its own.</summary>
    public string Group => Name.IndexOf(':') is var at && at > 0 ? Name[..at] : "";
}

/// <summary>Settings are refused at start; each fault names its setting and what to write.</summary>
internal sealed class SettingsException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>One line a fault.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
