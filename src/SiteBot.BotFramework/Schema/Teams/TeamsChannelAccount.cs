using System.Text.Json.Serialization;

namespace SiteBot.BotFramework.Schema.Teams;

/// <summary>A person as Teams knows them.</summary>
public class TeamsChannelAccount : ChannelAccount
{
    public TeamsChannelAccount()
    {
    }

    public TeamsChannelAccount(string? id = null, string? name = null, string? givenName = null, string? surname = null, string? email = null, string? userPrincipalName = null)
        : base(id, name)
    {
        GivenName = givenName;
        Surname = surname;
        Email = email;
        UserPrincipalName = userPrincipalName;
    }

    public string? GivenName { get; set; }

    public string? Surname { get; set; }

    public string? Email { get; set; }

    public string? UserPrincipalName { get; set; }

    public string? TenantId { get; set; }

    /// <summary><c>user</c>, or <c>anonymous</c> or <c>guest</c> for who is not of the tenant.</summary>
    public string? UserRole { get; set; }

    /// <summary>Rosters name the object id so; everything else names it as the base does.</summary>
    [JsonInclude, JsonPropertyName("objectId")]
    internal string? ObjectId
    {
        get => AadObjectId;
        set => AadObjectId = value ?? AadObjectId;
    }
}

/// <summary>One page of a team's or a chat's members; without a token it was the last.</summary>
public class TeamsPagedMembersResult
{
    public TeamsPagedMembersResult()
    {
    }

    public TeamsPagedMembersResult(string? continuationToken = null, IList<ChannelAccount>? members = null)
    {
        ContinuationToken = continuationToken;
        Members = members is null ? null : [.. members.Select(Json.LooseJson.Read<TeamsChannelAccount>).OfType<TeamsChannelAccount>()];
    }

    public string? ContinuationToken { get; set; }

    public IList<TeamsChannelAccount>? Members { get; set; }
}
