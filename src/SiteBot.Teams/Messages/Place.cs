namespace SiteBot.Teams.Messages;

/// <summary>Where a turn takes place.</summary>
/// <param name="Channel">The channel's id: <c>msteams</c>.</param>
/// <param name="Conversation">The conversation's id.</param>
/// <param name="IsPersonal">True in somebody's own chat; false in a team's channel and in group chats, where others read along.</param>
/// <param name="Team">The team's id, or null.</param>
/// <param name="TeamChannel">The id of the team's channel, or null.</param>
/// <param name="Tenant">The tenant, or an empty text where the channel has none.</param>
internal sealed record Place(string Channel, string Conversation, bool IsPersonal, string? Team, string? TeamChannel, string Tenant)
{
    /// <summary>True in a thread of a team's channel: its conversation is named after the thread's first message.</summary>
    public bool IsThread => !IsPersonal && Conversation.Contains(";messageid=", StringComparison.Ordinal);

    /// <summary>The key under which the conversation's state is kept.</summary>
    public string Key => $"{Channel}/{Conversation}";
}
