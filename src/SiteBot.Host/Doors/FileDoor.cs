using System.Text;
using Microsoft.Net.Http.Headers;
using SiteBot.EvidenceFiles;
using SiteBot.Ledger;

namespace SiteBot.Host.Doors;

/// <summary><c>GET /files/{hash}</c>: gives a kept file to whom the link to it was made for, to be saved and never run, and without what a photo says of its place. A link
/// that was altered, has run out, was passed on, or belongs to nobody any more asks to sign in.</summary>
/// <param name="links">Makes and knows the links.</param>
/// <param name="files">The kept files.</param>
/// <param name="workplace">Who there is.</param>
/// <param name="readers">Knows whether who opens a link is whom it was made for.</param>
internal sealed class FileDoor(FileLinks links, IEvidenceFiles files, IWorkplace workplace, IFileReaders readers)
{
    private const int HashLength = 64;

    private static readonly byte[] _signIn = Page(
        "请先登录", "这个链接已失效，或不是发给你的。请在与 SiteBot 的对话中重新打开该文件。", "Sign in first", "This link has run out or was not made for you. Open the file again from your own chat with SiteBot.");

    private static readonly byte[] _gone = Page(
        "文件不在了", "照片到了保存期限会删除；表单请重新生成。", "The file is gone", "Photos are deleted when their time is over; draw a form up again.");

    /// <summary>Maps the door.</summary>
    public void Map(IEndpointRouteBuilder app) => app.MapGet("/files/{hash}", (RequestDelegate)Give);

    private async Task Give(HttpContext context)
    {
        var query = context.Request.Query;
        var (hash, person, fileName) = (context.Request.RouteValues["hash"] as string ?? "", Only("person"), Only("name"));
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.CacheControl = "private, no-store";
        if (!IsHash(hash) || person.Contains('\n') || workplace.Current.Directory.FindPerson(person) is null
            || !await links.IsGood(hash, person, Only("until"), fileName, Only("mark"), context.RequestAborted)
            || !await readers.Is(context, person, Only("mark"), Only("until")))
        {
            context.Response.Headers.WWWAuthenticate = "SiteBot";
            await Say(context, StatusCodes.Status401Unauthorized, _signIn);
            return;
        }

        if (await files.Get(hash, context.RequestAborted) is not { } file || ShownFile.Of(file) is not { } shown)
        {
            await Say(context, StatusCodes.Status404NotFound, _gone);
            return;
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.ContentType = file.MediaType;
        context.Response.ContentLength = shown.Length;
        await context.Response.Body.WriteAsync(shown, context.RequestAborted);

        string Only(string name) => query[name] is [{ } value] ? value : "";
    }

    private static bool IsHash(string hash) => hash.Length == HashLength && hash.All(letter => char.IsAsciiHexDigitLower(letter));

    private static async Task Say(HttpContext context, int status, byte[] page)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = page.Length;
        await context.Response.Body.WriteAsync(page, context.RequestAborted);
    }

    private static byte[] Page(string zhTitle, string zh, string enTitle, string en) => Encoding.UTF8.GetBytes($$"""
        <!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{zhTitle}} · {{enTitle}}</title>
        <style>body{font:16px/1.6 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem}</style>
        <h1>{{zhTitle}}</h1><p>{{zh}}</p><div lang="en"><h1>{{enTitle}}</h1><p>{{en}}</p></div></html>
        """);
}
