namespace SiteBot.Teams.Uploads;

/// <summary>Where files may be fetched from.</summary>
public sealed record UploadOptions
{
    /// <summary>Hosts of files in Teams: a name, or <c>*.</c> and what it ends with. Reached by https on its own port alone.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = ["*.sharepoint.com", "*.sharepoint.cn"];

    /// <summary>Local mode: where this host listens. Files then come from its own chat and from nowhere else. Null in Teams.</summary>
    public Func<IEnumerable<string>>? OwnAddresses { get; init; }

    /// <summary>How long one file may take, all in all; a turn has about 15 seconds.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(8);
}
