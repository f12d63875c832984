using NodaTime;

namespace SiteBot.EvidenceFiles;

/// <summary>The kinds of files that are taken as evidence.</summary>
public enum FileKind
{
    /// <summary>A photo.</summary>
    Jpeg,

    /// <summary>A picture.</summary>
    Png,

    /// <summary>A scan.</summary>
    Pdf,
}

/// <summary>When a photo was taken, as it says itself.</summary>
/// <param name="Local">What the camera's clock showed.</param>
/// <param name="Offset">The clock's offset from UTC, or null where the photo does not say.</param>
public sealed record CaptureTime(LocalDateTime Local, Offset? Offset)
{
    /// <summary>The moment; a camera that names no offset is taken to go by the site's clock.</summary>
    public Instant At(DateTimeZone site) => Offset is { } offset ? Local.WithOffset(offset).ToInstant() : Local.InZoneLeniently(site).ToInstant();
}

/// <summary>A file that may serve as evidence.</summary>
/// <param name="Kind">What its bytes are, whatever it was called.</param>
/// <param name="CapturedAt">When it was taken, or null where it does not say.</param>
public sealed record ReceivedFile(FileKind Kind, CaptureTime? CapturedAt)
{
    /// <summary>E.g. <c>image/jpeg</c>.</summary>
    public string MediaType => Kind switch
    {
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        _ => "application/pdf",
    };
}
