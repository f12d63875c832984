using SiteBot.EvidenceFiles;

namespace SiteBot.Teams.Uploads;

/// <summary>Takes what came along with a message as evidence.</summary>
public interface IUploads
{
    /// <summary>Fetches, recognises and keeps one attachment. Whatever is wrong with it is a refusal with its sentence, never an exception.</summary>
    /// <param name="attachment">As the activity brought it.</param>
    /// <param name="connector">The turn's own client: its address is the only one that gets the bot's token; null where the turn has none.</param>
    /// <param name="cancellation">Gives up.</param>
    ValueTask<UploadOutcome> Fetch(Attachment attachment, IConnectorClient? connector, CancellationToken cancellation);
}

/// <summary>What became of an attachment: kept, refused, or no file at all.</summary>
/// <param name="Hash">What it is kept under; null where it was not kept.</param>
/// <param name="File">What it is; null where it was not kept.</param>
/// <param name="Refusal">Why not, for the person who sent it; null where it was kept or is no file.</param>
public sealed record UploadOutcome(string? Hash, ReceivedFile? File, Refusal? Refusal)
{
    /// <summary>The text of the message once more as HTML, a card: nothing that is fetched.</summary>
    public static UploadOutcome NoFile { get; } = new(null, null, null);

    internal static UploadOutcome Refused(Refusal refusal) => new(null, null, refusal);
}
