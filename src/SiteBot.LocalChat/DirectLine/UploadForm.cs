using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SiteBot.LocalChat.Wire;

namespace SiteBot.LocalChat.DirectLine;

/// <summary>Direct Line's upload: a multipart form, one part the activity, the others files.</summary>
internal static class UploadForm
{
    private const int MostFiles = 10;
    private const string ActivityType = "application/vnd.microsoft.activity";

    /// <summary>Without an activity part the files are a message by themselves.</summary>
    public static async Task<(JsonElement Activity, IReadOnlyList<SentFile> Files)> Read(HttpRequest request, LocalChatOptions options, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200 } boundary)
        {
            throw Refused.Bad("An upload is multipart/form-data.");
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = 3L * options.LargestUpload;
        }

        JsonElement? activity = null;
        var files = new List<SentFile>();
        try
        {
            var parts = new MultipartReader(boundary.Value!, request.Body);
            while (await parts.ReadNextSectionAsync(cancellation) is { } part)
            {
                if (activity is null && IsActivity(part))
                {
                    activity = JsonBody.Parse(await JsonBody.Bytes(part.Body, options.LargestActivity, cancellation));
                }
                else if (files.Count < MostFiles)
                {
                    files.Add(new(Name(part), ContentType(part), await JsonBody.Bytes(part.Body, options.LargestUpload, cancellation)));
                }
                else
                {
                    throw Refused.Bad($"At most {MostFiles} files at once.");
                }
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw Refused.Bad("The form is broken.");
        }

        return files.Count == 0 ? throw Refused.Bad("The form holds no file.") : (activity ?? JsonBody.Parse("""{"type":"message"}"""u8.ToArray()), files);
    }

    private static bool IsActivity(MultipartSection part) =>
        part.ContentType?.StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase) == true
        || (Disposition(part) is { } disposition && HeaderUtilities.RemoveQuotes(disposition.Name) == "activity");

    private static ContentDispositionHeaderValue? Disposition(MultipartSection part) =>
        ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition) ? disposition : null;

    private static string ContentType(MultipartSection part) =>
        MediaTypeHeaderValue.TryParse(part.ContentType, out var type) && type.MediaType.Value is { Length: > 0 and <= 100 } media ? media.ToLowerInvariant() : "application/octet-stream";

    /// <summary>The last segment of what the browser says, without control characters; a name is shown, never a path on this machine.</summary>
    private static string Name(MultipartSection part)
    {
        var disposition = Disposition(part);
        var said = HeaderUtilities.RemoveQuotes(disposition?.FileNameStar.HasValue == true ? disposition.FileNameStar : disposition?.FileName ?? default).Value ?? "";
        var name = new string([.. said[(said.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).TakeLast(120)]).Trim('.', ' ');
        return name.Length == 0 ? "file" : name;
    }
}

/// <summary>A file of an upload.</summary>
internal sealed record SentFile(string Name, string ContentType, byte[] Bytes);
