namespace SiteBot.BotFramework.Schema.Teams;

/// <summary>How far a person has read a chat.</summary>
public class ReadReceiptInfo
{
    public ReadReceiptInfo()
    {
    }

    public ReadReceiptInfo(string? lastReadMessageId = null) => LastReadMessageId = lastReadMessageId;

    public string? LastReadMessageId { get; set; }

    /// <summary>Whether a message had been read when another was the last read; ids are moments, so numbers that grow.</summary>
    public static bool IsMessageRead(string? compareMessageId, string? lastReadMessageId) =>
        long.TryParse(compareMessageId, out var compared) && long.TryParse(lastReadMessageId, out var last) && compared <= last;

    public bool IsMessageRead(string? compareMessageId) => IsMessageRead(compareMessageId, LastReadMessageId);
}

/// <summary>A meeting.</summary>
public class MeetingDetailsBase
{
    public string? Id { get; set; }

    public Uri? JoinUrl { get; set; }

    public string? Title { get; set; }
}

/// <summary>A meeting that began or ended.</summary>
public class MeetingEventDetails : MeetingDetailsBase
{
    public string? MeetingType { get; set; }
}

/// <summary>A meeting that began, in UTC.</summary>
public class MeetingStartEventDetails : MeetingEventDetails
{
    public DateTime StartTime { get; set; }
}

/// <summary>A meeting that ended, in UTC.</summary>
public class MeetingEndEventDetails : MeetingEventDetails
{
    public DateTime EndTime { get; set; }
}

/// <summary>Who came to or left a meeting.</summary>
public class MeetingParticipantsEventDetails
{
    public MeetingParticipantsEventDetails()
    {
    }

    public MeetingParticipantsEventDetails(IList<TeamsMeetingMember>? members = null) => Members = members;

    public IList<TeamsMeetingMember>? Members { get; set; }
}

/// <summary>Somebody in a meeting.</summary>
public class TeamsMeetingMember
{
    public TeamsMeetingMember()
    {
    }

    public TeamsMeetingMember(TeamsChannelAccount? user, UserMeetingDetails? meeting)
    {
        User = user;
        Meeting = meeting;
    }

    public TeamsChannelAccount? User { get; set; }

    public UserMeetingDetails? Meeting { get; set; }
}

/// <summary>A person's part in a meeting.</summary>
public class UserMeetingDetails
{
    public bool InMeeting { get; set; }

    public string? Role { get; set; }
}

/// <summary>A button of an Office connector card.</summary>
public class O365ConnectorCardActionQuery
{
    public O365ConnectorCardActionQuery()
    {
    }

    public O365ConnectorCardActionQuery(string? body = null, string? actionId = null)
    {
        Body = body;
        ActionId = actionId;
    }

    public string? Body { get; set; }

    public string? ActionId { get; set; }
}

/// <summary>The end of a sign-in.</summary>
public class SigninStateVerificationQuery
{
    public SigninStateVerificationQuery()
    {
    }

    public SigninStateVerificationQuery(string? state = null) => State = state;

    public string? State { get; set; }
}
