namespace SiteBot.BotFramework.Schema.Teams;

/// <summary>A team. The id is the one of its General channel.</summary>
public class TeamInfo
{
    public TeamInfo()
    {
    }

    public TeamInfo(string? id = null, string? name = null, string? aadGroupId = null)
    {
        Id = id;
        Name = name;
        AadGroupId = aadGroupId;
    }

    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? AadGroupId { get; set; }
}

/// <summary>A team with what only asking for it tells.</summary>
public class TeamDetails
{
    public TeamDetails()
    {
    }

    public TeamDetails(string? id = null, string? name = null, string? aadGroupId = null)
    {
        Id = id;
        Name = name;
        AadGroupId = aadGroupId;
    }

    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? AadGroupId { get; set; }

    public int ChannelCount { get; set; }

    public int MemberCount { get; set; }

    public string? Type { get; set; }

    public string? TenantId { get; set; }
}

/// <summary>A channel of a team; the General channel comes without a name.</summary>
public class ChannelInfo
{
    public ChannelInfo()
    {
    }

    public ChannelInfo(string? id = null, string? name = null, string? type = null)
    {
        Id = id;
        Name = name;
        Type = type;
    }

    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary><c>standard</c>, <c>private</c> or <c>shared</c>, where Teams says.</summary>
    public string? Type { get; set; }
}

/// <summary>A team's channels.</summary>
public class ConversationList
{
    public ConversationList()
    {
    }

    public ConversationList(IList<ChannelInfo>? conversations = null) => Conversations = conversations;

    public IList<ChannelInfo>? Conversations { get; set; }
}
