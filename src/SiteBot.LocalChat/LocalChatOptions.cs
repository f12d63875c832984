namespace SiteBot.LocalChat;

/// <summary>What the host tells its local chat.</summary>
/// <param name="People">Asked at each use: the directory may change while the host runs.</param>
/// <param name="Now">Business time (the demo clock): the timestamp of activities. Forward only.</param>
/// <param name="MachineTime">The machine's clock: ids of activities, so that none repeats after a restart.</param>
public sealed record LocalChatOptions(Func<LocalPeople> People, Func<DateTimeOffset> Now, TimeProvider MachineTime)
{
    /// <summary>Languages that people chose in chat, by their ids, <c>zh</c> or <c>en</c>: they go before the directory's. Asked each time that the page asks who there is; null: nobody chose.</summary>
    public Func<CancellationToken, ValueTask<IReadOnlyDictionary<string, string>>>? ChosenLanguages { get; init; }

    /// <summary>The bot's name: what people type after @ in a channel.</summary>
    public string BotName { get; init; } = "SiteBot";

    /// <summary>The bot's id in this channel.</summary>
    public string BotId { get; init; } = "28:sitebot";

    /// <summary>The tenant that every activity carries.</summary>
    public string TenantId { get; init; } = "local-tenant";

    /// <summary>Where the host listens; null: its own first address, read when first needed.</summary>
    public Uri? Address { get; init; }

    /// <summary>How long the bot has for a turn; then the same activity goes once more, as Teams does.</summary>
    public TimeSpan TurnPatience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Pauses before each repetition of a message that the bot did not take.</summary>
    public IReadOnlyList<TimeSpan> RetryPauses { get; init; } = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    /// <summary>Posts kept of each conversation, 1 or more; the oldest go first.</summary>
    public int KeptPosts { get; init; } = 500;

    /// <summary>The largest activity in bytes, from either side; above: 413.</summary>
    public int LargestActivity { get; init; } = 256 * 1024;

    /// <summary>The largest uploaded file in bytes; above: 413.</summary>
    public int LargestUpload { get; init; } = 10 * 1024 * 1024;

    /// <summary>Bytes of uploads kept in memory; the oldest go first.</summary>
    public long KeptUploads { get; init; } = 200L * 1024 * 1024;

    internal LocalText BotText => new(BotName, BotName);
}
