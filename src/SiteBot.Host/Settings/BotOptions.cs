namespace SiteBot.Host.Settings;

/// <summary>Whom the host works for. The store remembers it.</summary>
internal enum HostMode
{
    /// <summary>For this machine alone: nobody is asked for a token, and the clock can be moved.</summary>
    Local,

    /// <summary>For a tenant: every activity carries a token that is checked.</summary>
    Teams,
}

/// <summary>The bot's registration, by the Bot Framework's own names. Without any of it the host runs in local mode; with half of it it does not run.</summary>
/// <param name="AppId">The app's id, or null.</param>
/// <param name="Given">The names of the other credentials and tenant settings that are given.</param>
/// <param name="CertificatePath">A certificate with its key (PFX, or PEM with both), or null.</param>
/// <param name="CertificatePassword">Its password, or null.</param>
/// <param name="Tenants">Tenants whose people may speak to the bot; empty for that of the app alone.</param>
internal sealed record BotOptions(string? AppId, IReadOnlyList<string> Given, string? CertificatePath, string? CertificatePassword, IReadOnlyList<string> Tenants)
{
    private const string Prefix = "MicrosoftApp";

    /// <summary>A bot without a registration of its own: nothing can be exposed on it.</summary>
    public const string ManagedIdentity = "UserAssignedMSI";

    private static readonly string[] _types = ["MultiTenant", "SingleTenant", ManagedIdentity];

    /// <summary>The app's password, or null.</summary>
    public string? Password { get; private init; }

    /// <summary>The app's tenant, or null.</summary>
    public string? TenantId { get; private init; }

    /// <summary>How the app is registered.</summary>
    public string Type { get; private init; } = _types[0];

    /// <summary>True in Azure operated by 21Vianet.</summary>
    public bool IsChina { get; private init; }

    /// <summary>Tenants whose people may come: those that are named, else the app's own.</summary>
    public IReadOnlyList<string> AllowedTenants => Tenants.Count > 0 ? Tenants : TenantId is { } own ? [own] : [];

    /// <summary>Reads the group.</summary>
    public static BotOptions Read(SettingsReader reader, IConfiguration configuration)
    {
        var id = reader.Text("MicrosoftAppId", "an app id", "none: local mode", "The bot's app id. Without it and without any other credential the host runs in local mode.");
        var type = reader.Choice("MicrosoftAppType", _types[0], "How the app is registered.", _types);
        var tenant = reader.Text("MicrosoftAppTenantId", "a tenant's id", "none", "The app's tenant; SingleTenant and UserAssignedMSI need it.");
        var password = reader.Text("MicrosoftAppPassword", "a secret", "none", "The app's secret. Keep it in the environment or a secret store, not in a file.");
        var certificate = reader.Text("MicrosoftAppCertificatePath", "a PFX or PEM file", "none", "The app's certificate with its key, instead of a secret.");
        var certificatePassword = reader.Text("MicrosoftAppCertificatePassword", "a secret", "none", "The certificate's password.");
        var cloud = ReadCloud(reader);
        var tenants = reader.List("Teams:Tenants", "ids, with commas between", "the app's tenant", "Tenants whose people may speak to the bot.");
        var given = configuration.GetChildren()
            .Where(child => child.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !child.Key.Equals("MicrosoftAppId", StringComparison.OrdinalIgnoreCase) && IsGiven(child))
            .Select(child => child.Key).Order(StringComparer.Ordinal).ToList();
        return new BotOptions(id, given, certificate, certificatePassword, tenants) 
        {
            Password = password,
            TenantId = tenant,
            Type = type,
            IsChina = cloud?.TrimEnd('/').EndsWith(".azure.cn", StringComparison.OrdinalIgnoreCase) == true,
        };
    }

    /// <summary>The mode that this registration means; half of one is noted as a fault.</summary>
    public HostMode ModeOr(SettingsReader reader)
    {
        if (AppId is null)
        {
            foreach (var name in Given)
            {
                reader.Fault($"{name} is given and MicrosoftAppId is not: give MicrosoftAppId too, or remove {name} to run in local mode.");
            }

            return Given.Count == 0 ? HostMode.Local : HostMode.Teams;
        }

        if (Type != _types[0] && TenantId is null)
        {
            reader.Fault($"MicrosoftAppTenantId is missing; MicrosoftAppType {Type} needs it.");
        }

        if (Type == _types[0] && TenantId is null && Tenants.Count == 0)
        {
            reader.Fault("Teams:Tenants is missing; a MultiTenant bot needs the ids of the tenants whose people may speak to it.");
        }

        if (Type != ManagedIdentity && Password is null && CertificatePath is null)
        {
            reader.Fault($"MicrosoftAppPassword is missing; MicrosoftAppType {Type} needs it, or MicrosoftAppCertificatePath.");
        }

        if (Password is not null && CertificatePath is not null)
        {
            reader.Fault("MicrosoftAppPassword and MicrosoftAppCertificatePath are both given; keep one.");
        }

        return HostMode.Teams;
    }

    /// <summary>A record would print its secrets along with the rest.</summary>
    public override string ToString() => AppId is null ? "local" : $"{Type} {AppId}";

    // The Bot Framework reads these by itself; they are named here so that they are known and documented.
    private static string? ReadCloud(SettingsReader reader)
    {
        const string AddressOfAnotherCloud = "An address of another cloud; left out for the public one and for the one that ChannelService names.";
        var cloud = reader.Text("ChannelService", "https://botframework.azure.cn and the like", "the public cloud", "Which cloud: for 21Vianet https://botframework.azure.cn.");
        reader.Text("ValidateAuthority", "true, false", "true", "Whether the login address is checked against the known clouds.");
        foreach (var name in (string[])["ToChannelFromBotLoginUrl", "ToChannelFromBotOAuthScope", "ToBotFromChannelTokenIssuer", "ToBotFromChannelOpenIdMetadataUrl", "ToBotFromEmulatorOpenIdMetadataUrl"])
        {
            reader.Text(name, "an address", "that of the cloud", AddressOfAnotherCloud);
        }

        return cloud;
    }

    private static bool IsGiven(IConfigurationSection section) =>
        !string.IsNullOrWhiteSpace(section.Value) || section.GetChildren().Any(IsGiven);
}
