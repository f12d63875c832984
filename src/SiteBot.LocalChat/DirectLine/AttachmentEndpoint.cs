using Microsoft.Net.Http.Headers;
using SiteBot.LocalChat.Rooms;

namespace SiteBot.LocalChat.DirectLine;

/// <summary>Gives an uploaded file back, to the bot and to the page, as something that can only be looked at.</summary>
internal static class AttachmentEndpoint
{
    private static readonly HashSet<string> Pictures = ["image/jpeg", "image/png", "image/gif", "image/webp"];

    public static IResult Get(HttpResponse response, Uploads uploads, string id, string name)
    {
        if (uploads.Find(id) is not { } upload || upload.Name != name)
        {
            return Results.NotFound();
        }

        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.CacheControl = "private, max-age=3600";
        var picture = Pictures.Contains(upload.ContentType);
        if (!picture)
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(upload.Name);
            response.Headers.ContentDisposition = disposition.ToString();
        }

        return Results.Bytes(upload.Bytes, picture || upload.ContentType == "application/pdf" ? upload.ContentType : "application/octet-stream");
    }
}
