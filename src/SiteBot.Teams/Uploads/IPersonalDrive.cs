using SiteBot.Ledger;

namespace SiteBot.Teams.Uploads;

/// <summary>Puts a file where Teams says that a person's OneDrive takes it, once they agreed.</summary>
public interface IPersonalDrive
{
    /// <summary>Puts the whole file there. Whatever goes wrong is a refusal with its sentence, never an exception.</summary>
    /// <param name="address">The address that came with the person's yes; it carries its own permission and gets no token.</param>
    /// <param name="file">The kept bytes.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null where the file is there.</returns>
    ValueTask<Refusal?> Put(string? address, EvidenceFile file, CancellationToken cancellation);
}
