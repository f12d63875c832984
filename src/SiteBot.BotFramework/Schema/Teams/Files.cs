namespace SiteBot.BotFramework.Schema.Teams;

/// <summary>Asks a person whether the bot may put a file into their OneDrive.</summary>
public class FileConsentCard
{
    public const string ContentType = "application/vnd.microsoft.teams.card.file.consent";

    public FileConsentCard()
    {
    }

    public FileConsentCard(string? description = null, long? sizeInBytes = null, object? acceptContext = null, object? declineContext = null)
    {
        Description = description;
        SizeInBytes = sizeInBytes;
        AcceptContext = acceptContext;
        DeclineContext = declineContext;
    }

    public string? Description { get; set; }

    public long? SizeInBytes { get; set; }

    /// <summary>Comes back when the person accepts.</summary>
    public object? AcceptContext { get; set; }

    /// <summary>Comes back when the person declines.</summary>
    public object? DeclineContext { get; set; }
}

/// <summary>A person's answer to a <see cref="FileConsentCard"/>.</summary>
public class FileConsentCardResponse
{
    public FileConsentCardResponse()
    {
    }

    public FileConsentCardResponse(string? action = null, object? context = null, FileUploadInfo? uploadInfo = null)
    {
        Action = action;
        Context = context;
        UploadInfo = uploadInfo;
    }

    /// <summary><c>accept</c> or <c>decline</c>.</summary>
    public string? Action { get; set; }

    public object? Context { get; set; }

    public FileUploadInfo? UploadInfo { get; set; }
}

/// <summary>Where an accepted file is to be put, and where it will be read.</summary>
public class FileUploadInfo
{
    public FileUploadInfo()
    {
    }

    public FileUploadInfo(string? name = null, string? uploadUrl = null, string? contentUrl = null, string? uniqueId = null, string? fileType = null)
    {
        Name = name;
        UploadUrl = uploadUrl;
        ContentUrl = contentUrl;
        UniqueId = uniqueId;
        FileType = fileType;
    }

    public string? Name { get; set; }

    public string? UploadUrl { get; set; }

    public string? ContentUrl { get; set; }

    public string? UniqueId { get; set; }

    public string? FileType { get; set; }
}

/// <summary>A file that a person sent: the address is good for a few minutes and carries its own permission.</summary>
public class FileDownloadInfo
{
    public const string ContentType = "application/vnd.microsoft.teams.file.download.info";

    public FileDownloadInfo()
    {
    }

    public FileDownloadInfo(string? downloadUrl = null, string? uniqueId = null, string? fileType = null, object? etag = null)
    {
        DownloadUrl = downloadUrl;
        UniqueId = uniqueId;
        FileType = fileType;
        Etag = etag;
    }

    public string? DownloadUrl { get; set; }

    public string? UniqueId { get; set; }

    public string? FileType { get; set; }

    public object? Etag { get; set; }
}

/// <summary>Shows a file that the bot has put into a person's OneDrive.</summary>
public class FileInfoCard
{
    public const string ContentType = "application/vnd.microsoft.teams.card.file.info";

    public FileInfoCard()
    {
    }

    public FileInfoCard(string? uniqueId = null, string? fileType = null, object? etag = null)
    {
        UniqueId = uniqueId;
        FileType = fileType;
        Etag = etag;
    }

    public string? UniqueId { get; set; }

    public string? FileType { get; set; }

    public object? Etag { get; set; }
}
