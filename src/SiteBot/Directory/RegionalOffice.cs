using NodaTime;

namespace SiteBot.Directory;

/// <summary>A regional office (办事处).</summary>
/// <param name="Id">Its id: <c>BJ</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Language">The language of its channel's cards.</param>
/// <param name="Zone">Its time zone.</param>
/// <param name="Channel">Its field-service channel until another is bound in chat; null where the file names none.</param>
/// <param name="Policy">Its policy.</param>
public sealed record RegionalOffice(string Id, Text Name, Language Language, DateTimeZone Zone, ChannelReference? Channel, PolicyValues Policy);

/// <summary>A channel of a team.</summary>
/// <param name="TeamId">The team's id.</param>
/// <param name="ChannelId">The channel's id; a team's General channel has the team's.</param>
public sealed record ChannelReference(string TeamId, string ChannelId);
