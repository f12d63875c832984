using NodaTime;
using SiteBot.Answers.OpenAI;

namespace SiteBot.Host.Settings;

/// <summary>Everything that can be set, read and checked at start. The groups stand in files of their own where they have more than a few.</summary>
internal sealed record SiteBotOptions
{
    /// <summary>The bot's registration; all of it empty in local mode.</summary>
    public required BotOptions Bot { get; init; }

    /// <summary>Local mode or Teams, as <see cref="Bot"/> says.</summary>
    public required HostMode Mode { get; init; }

    /// <summary>Where to listen.</summary>
    public required IReadOnlyList<string> Addresses { get; init; }

    /// <summary>Where facts are kept.</summary>
    public required StorageOptions Storage { get; init; }

    /// <summary>A folder of dialogs of one's own, or null for the one that ships.</summary>
    public required string? DialogsPath { get; init; }

    /// <summary>The directory file, or null for <c>directory.yaml</c> beside the settings and else the sample.</summary>
    public required string? DirectoryPath { get; init; }

    /// <summary>A file or folder of the operator's own provisions, or null for none.</summary>
    public required string? OwnProvisions { get; init; }

    /// <summary>The demo clock.</summary>
    public required ClockOptions Clock { get; init; }

    /// <summary>What a new store of local mode holds.</summary>
    public required bool? Sample { get; init; }

    /// <summary>How much at once.</summary>
    public required TurnLimits Limits { get; init; }

    /// <summary>How outgoing messages are delivered.</summary>
    public required Delivery.DeliveryOptions Delivery { get; init; }

    /// <summary>How long things are kept.</summary>
    public required RetentionOptions Retention { get; init; }

    /// <summary>Where metrics and traces go.</summary>
    public required TelemetryOptions Telemetry { get; init; }

    /// <summary>The language model, or null for none.</summary>
    public required LanguageModelOptions? LanguageModel { get; init; }

    /// <summary>Where files come from and how people reach them.</summary>
    public required FileOptions Files { get; init; }

    /// <summary>The manager's tab.</summary>
    public required TabOptions Tab { get; init; }

    /// <summary>Every setting there is, with its default, range and purpose.</summary>
    public required IReadOnlyList<Setting> All { get; init; }

    /// <summary>Reads and checks all settings.</summary>
    /// <exception cref="SettingsException">With every fault.</exception>
    public static SiteBotOptions Read(IConfiguration configuration)
    {
        var (options, reader) = Parse(configuration);
        reader.RefuseUnknown();
        return reader.Faults.Count == 0 ? options : throw new SettingsException(reader.Faults);
    }

    /// <summary>Every setting there is, without reading any.</summary>
    public static IReadOnlyList<Setting> Known() => Parse(new ConfigurationBuilder().Build()).Options.All;

    /// <summary>The operator's own provisions, for a verb that answers too.</summary>
    public static string? ReadOwnProvisions(SettingsReader reader) => reader.Text(
        "Answers:OwnProvisions", "a file, or a folder of .yaml files", "none",
        "Provisions of the operator's own, and of the appendices that the source lacks: answered from beside the standard and marked as not of it. Read at start.");

    private static (SiteBotOptions Options, SettingsReader Reader) Parse(IConfiguration configuration)
    {
        var reader = new SettingsReader(configuration);
        var urls = reader.TextOr("urls", "http://HOST:PORT, several with ; between", ListenAddresses.Default, "Where to listen; in local mode on this machine alone. TLS is what stands in front.");
        var bot = BotOptions.Read(reader, configuration);
        var mode = bot.ModeOr(reader);
        var options = new SiteBotOptions
        {
            Bot = bot,
            Mode = mode,
            Addresses = ListenAddresses.Read(urls, mode, reader),
            Storage = StorageOptions.Read(reader),
            DialogsPath = reader.Text("Dialogs:Path", "a folder", "the dialogs that ship", "The standard, the procedures, the gate's rules and the texts."),
            DirectoryPath = reader.Text("Directory:Path", "a file", "directory.yaml beside the settings, else the sample that ships", "Regional offices, customers, sites, products and people."),
            OwnProvisions = ReadOwnProvisions(reader),
            Clock = ClockOptions.Read(reader, mode),
            Sample = reader.FlagOrNull("Local:Sample", "true where neither Clock:Start nor a directory is given", "Local mode: a new store begins with the sample's visit, at 23:30 in Beijing."),
            Limits = TurnLimits.Read(reader, mode),
            Delivery = Host.Delivery.DeliveryOptions.Read(reader),
            Retention = RetentionOptions.Read(reader),
            Telemetry = TelemetryOptions.Read(reader),
            LanguageModel = LanguageModelSettings.Read(reader),
            Files = FileOptions.Read(reader),
            Tab = TabOptions.Read(reader, bot, mode),
            All = [],
        };
        return (options with { All = [.. reader.Settings] }, reader);
    }
}

/// <summary>Where facts are kept.</summary>
/// <param name="IsPostgres">In PostgreSQL; else in one SQLite file.</param>
/// <param name="Path">The SQLite file.</param>
/// <param name="ConnectionString">PostgreSQL's connection string, or null.</param>
internal sealed record StorageOptions(bool IsPostgres, string Path, string? ConnectionString)
{
    /// <summary>Reads the group.</summary>
    public static StorageOptions Read(SettingsReader reader)
    {
        var kind = reader.Choice("Storage:Kind", "sqlite", "Which database.", "sqlite", "postgres");
        var path = reader.TextOr("Storage:Path", "a file", "data/sitebot.db", "SQLite: the file; made new where it is missing.");
        var connection = reader.Text("Storage:ConnectionString", "as Npgsql reads it", "none", "PostgreSQL: the database; it exists and its user may create tables.");
        if (kind == "postgres" && connection is null)
        {
            reader.Fault("Storage:ConnectionString is missing; Storage:Kind postgres needs it.");
        }

        return new StorageOptions(kind == "postgres", path, connection);
    }

    /// <summary>A record would print its password along with the rest.</summary>
    public override string ToString() => IsPostgres ? "postgres" : Path;
}

/// <summary>The demo clock of local mode.</summary>
/// <param name="Start">Where a new store begins, or null.</param>
/// <param name="Frozen">It stands still between moves.</param>
internal sealed record ClockOptions(OffsetDateTime? Start, bool Frozen)
{
    /// <summary>Reads the group.</summary>
    public static ClockOptions Read(SettingsReader reader, HostMode mode)
    {
        var clock = new ClockOptions(
            reader.Moment("Clock:Start", "23:30 in Beijing for the sample, else the machine's time", "Local mode: where the demo clock of a new store begins."),
            reader.Flag("Clock:Frozen", false, "Local mode: the demo clock stands still between moves."));
        if (mode == HostMode.Teams && (clock.Start is not null || clock.Frozen))
        {
            reader.Fault($"{(clock.Frozen ? "Clock:Frozen" : "Clock:Start")} is for local mode; in Teams business time is the machine's. Remove it.");
        }

        return clock;
    }
}

/// <summary>How much at once; beyond it 413, 429 or 503.</summary>
/// <param name="BodyBytes">The largest activity.</param>
/// <param name="Turns">Turns at once.</param>
/// <param name="TurnsPerSender">Turns of one sender a minute; 0 for any number.</param>
/// <param name="TurnSeconds">How long a turn may last.</param>
/// <param name="StopSeconds">How long turns under way have when the host stops.</param>
internal sealed record TurnLimits(int BodyBytes, int Turns, int TurnsPerSender, int TurnSeconds, int StopSeconds)
{
    /// <summary>Reads the group.</summary>
    public static TurnLimits Read(SettingsReader reader, HostMode mode)
    {
        var perSender = reader.Text("Limits:TurnsPerSender", "0 to 100000", "120; in local mode 0", "Turns of one sender a minute; beyond it 429. 0 for any number.");
        var fallback = mode == HostMode.Local ? 0 : 120;
        if (perSender is not null && (!int.TryParse(perSender, out fallback) || fallback is < 0 or > 100_000))
        {
            reader.Fault($"Limits:TurnsPerSender is '{perSender}'; write a whole number from 0 to 100000.");
        }

        return new TurnLimits(
            reader.Number("Limits:BodyBytes", 256 * 1024, 16 * 1024, 1024 * 1024, "The largest activity in bytes; beyond it 413."),
            reader.Number("Limits:Turns", 1000, 1, 100_000, "Turns at once; beyond it 503."),
            fallback,
            reader.Number("Limits:TurnSeconds", 30, 5, 300, "How long a turn may last before it is given up; nothing is half kept."),
            reader.Number("Limits:StopSeconds", 20, 1, 300, "How long the turns under way have to finish when the host stops."));
    }
}

/// <summary>How long things are kept; facts and decisions always.</summary>
/// <param name="TurnDays">Handled activities, settled messages and dialog states.</param>
/// <param name="PhotoDays">Photos.</param>
/// <param name="NameDays">Names, numbers and free text in visits that ended.</param>
internal sealed record RetentionOptions(int TurnDays, int PhotoDays, int NameDays)
{
    /// <summary>Reads the group.</summary>
    public static RetentionOptions Read(SettingsReader reader) => new(
        reader.Number("Retention:TurnDays", 30, 1, 3650, "Days after which handled activities, settled messages and dialog states are cleared away (machine time)."),
        reader.Number("Retention:PhotoDays", 365, 1, 36500, "Days after which photos are deleted."),
        reader.Number("Retention:NameDays", 730, 1, 36500, "Days after a visit's end after which names, numbers and free text in it are blanked."));
}

/// <summary>Where metrics and traces go.</summary>
/// <param name="Endpoint">The collector, or null for nowhere.</param>
/// <param name="OverHttp">By HTTP with protobuf; else by gRPC.</param>
internal sealed record TelemetryOptions(Uri? Endpoint, bool OverHttp)
{
    /// <summary>Reads the group.</summary>
    public static TelemetryOptions Read(SettingsReader reader)
    {
        var written = reader.Text("Telemetry:Otlp", "an address, e.g. http://127.0.0.1:4317", "none", "The OpenTelemetry collector that metrics and traces go to.");
        var overHttp = reader.Choice("Telemetry:Protocol", "grpc", "How the collector is spoken to.", "grpc", "http") == "http";
        if (written is null || (Uri.TryCreate(written, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https"))
        {
            return new TelemetryOptions(written is null ? null : new Uri(written), overHttp);
        }

        reader.Fault($"Telemetry:Otlp is '{written}'; write an address such as http://127.0.0.1:4317.");
        return new TelemetryOptions(null, overHttp);
    }
}
