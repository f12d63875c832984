using SiteBot.Directory;
using SiteBot.Ledger;

namespace SiteBot.Outbox;

/// <summary>What the host itself tells: plain sentences without a press.</summary>
public static class HostNotices
{
    /// <summary>The words of a message of the host's own; null for every other kind.</summary>
    public static Text? Words(OutgoingMessage message, CompanyDirectory directory) => message.Kind switch
    {
        DirectoryRefused.Kind => DirectoryRefused.Words(message.Data),
        AuditHead.Kind => AuditHead.Words(message.Data),
        ReachTest.Kind => ReachTest.Words(message.Data, directory),
        _ => null,
    };
}
