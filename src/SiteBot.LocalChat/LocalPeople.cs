namespace SiteBot.LocalChat;

/// <summary>A text in both languages of the product.</summary>
/// <param name="Zh">Simplified Chinese.</param>
/// <param name="En">English.</param>
public sealed record LocalText(string Zh, string En)
{
    /// <summary>The Chinese text for <c>zh</c> and its regions, the English one for everything else.</summary>
    public string In(string language) => language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Zh : En;
}

/// <summary>Somebody one can be in the local chat.</summary>
/// <param name="Id">The directory's id; the personal conversation is <c>a:personal-{Id}</c>, so it outlives a restart.</param>
/// <param name="Name">The name as colleagues see it.</param>
/// <param name="AadObjectId">What Teams would send as <c>from.aadObjectId</c>.</param>
/// <param name="ChannelUserId">What the channel sends as <c>from.id</c>.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>: of the page too.</param>
/// <param name="Role">One line that says who this is: "Engineer, Beijing regional office".</param>
public sealed record LocalPerson(string Id, LocalText Name, string AadObjectId, string ChannelUserId, string Language, LocalText Role)
{
    /// <summary>IANA zone in which this person's column shows times; null: as the demo clock has them.</summary>
    public string? TimeZone { get; init; }
}

/// <summary>A channel of a team: the field-service channel of a regional office.</summary>
/// <param name="TeamId">The team's id.</param>
/// <param name="ChannelId">The channel's id; its threads are <c>{ChannelId};messageid=N</c>.</param>
/// <param name="Name">The channel's name.</param>
/// <param name="Office">The regional office's name: the team's name.</param>
public sealed record LocalChannel(string TeamId, string ChannelId, LocalText Name, LocalText Office)
{
    /// <summary>The language in which the channel's column is labelled.</summary>
    public string Language { get; init; } = "en";

    /// <summary>IANA zone in which the channel's column shows times; null: as the demo clock has them.</summary>
    public string? TimeZone { get; init; }
}

/// <summary>Everybody and every channel that the local chat knows, as the directory has them at this moment.</summary>
/// <param name="Persons">In the order in which the page offers them; of two with one id the first counts.</param>
/// <param name="Channels">In the order in which the page offers them.</param>
public sealed record LocalPeople(IReadOnlyList<LocalPerson> Persons, IReadOnlyList<LocalChannel> Channels)
{
    /// <summary>What a page shows that was never opened before: ids of persons, and of channels with <c>#</c> before, the latter as the first person sees them; empty: the first person.</summary>
    public IReadOnlyList<string> FirstShown { get; init; } = [];

    internal LocalPerson? Person(string id) => Persons.FirstOrDefault(person => person.Id == id);

    /// <summary>By the channel's user id or by aadObjectId: a connector's caller may name a member either way.</summary>
    internal LocalPerson? Member(string id) => Persons.FirstOrDefault(person => person.ChannelUserId == id)
        ?? Persons.FirstOrDefault(person => string.Equals(person.AadObjectId, id, StringComparison.OrdinalIgnoreCase));

    internal LocalChannel? Channel(string id) => Channels.FirstOrDefault(channel => channel.ChannelId == id);

    internal LocalChannel? Team(string id) => Channels.FirstOrDefault(channel => channel.TeamId == id);
}
