using System.Collections.Immutable;

namespace SiteBot.Teams;

/// <summary>What the bot must know of where it runs.</summary>
public sealed record TeamsOptions
{
    /// <summary>The bot's app id; empty in local mode.</summary>
    public string AppId { get; init; } = "";

    /// <summary>True in local mode: people are found by the channel's user id too. Elsewhere only aadObjectId with an allowed tenant identifies a person.</summary>
    public bool IsLocal { get; init; }

    /// <summary>True where produced forms are offered for the person's OneDrive, as Teams alone can; elsewhere a link of their own is the only way.</summary>
    public bool OffersFiles { get; init; }

    /// <summary>Tenants whose people may speak with the bot, compared without regard to case; not asked in local mode. Empty: nobody.</summary>
    public ImmutableHashSet<string> Tenants { get; init; } = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The folder of the cards' templates.</summary>
    public string Cards { get; init; } = Path.Combine(AppContext.BaseDirectory, "cards");

    /// <summary>The folder with <c>language/</c> and the learnt model beside it.</summary>
    public string Dialogs { get; init; } = Path.Combine(AppContext.BaseDirectory, "dialogs");
}
