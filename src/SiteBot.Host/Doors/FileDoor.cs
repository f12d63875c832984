using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Net.Http.Headers;
using SiteBot.Directory;
using SiteBot.Escalation;
using SiteBot.EvidenceFiles;
using SiteBot.Ledger;
using SiteBot.ManagersTab;
using SiteBot.Oversight;
using SiteBot.People;
using SiteBot.Visits;

namespace SiteBot.Host.Doors;

/// <summary><c>GET /files/{hash}?visit=…&amp;name=…&amp;mark=…</c>: gives a kept file of a visit to a person of the directory who may read that visit (<see cref="ReadingRights"/>), to
/// be saved and never run, and without what a photo says of its place. Who does not say who they are is asked to sign in: in Teams by the tab's token, in local mode by the
/// chat's session. A refusal is a page for a browser, and <c>{"error":{"code":…,"message":…}}</c> for who brings a token.</summary>
/// <param name="files">The kept files.</param>
/// <param name="ledger">The visits.</param>
/// <param name="workplace">Who there is.</param>
/// <param name="clock">By whose day deputies read.</param>
/// <param name="readers">Knows who opens a link, and the links themselves.</param>
internal sealed class FileDoor(IEvidenceFiles files, ILedger ledger, IWorkplace workplace, IBusinessClock clock, IFileReaders readers)
{
    private const int HashLength = 64;

    // Chinese stays readable; what HTML would read is escaped.
    private static readonly HtmlEncoder _html = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly Text _signIn = new(
        "请先登录|这个链接已失效，或不是发给你的。请在与 SiteBot 的对话中重新打开该文件。", "Sign in first|This link has run out or was not made for you. Open the file again from your own chat with SiteBot.");

    private static readonly Text _gone = new(
        "文件不在了|照片到了保存期限会删除；表单请重新生成。", "The file is gone|Photos are deleted when their time is over; draw a form up again.");

    private static readonly Text _guest = new(
        "看不到|请让管理员把你加入通讯录。访客看不到。", "Not for you|Ask the administrator to put you into the directory. Guests do not see it.");

    private static readonly Text _later = new("稍等|请过一会儿再试。", "A moment|Try again in a minute.");

    /// <summary>Maps the door.</summary>
    public void Map(IEndpointRouteBuilder app) => app.MapGet("/files/{hash}", (RequestDelegate)Give);

    private async Task Give(HttpContext context)
    {
        var query = context.Request.Query;
        var asked = new FileAsked(context.Request.RouteValues["hash"] as string ?? "", Only("visit"), Only("name"), Only("mark"));
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.CacheControl = "private, no-store";
        try
        {
            var reader = IsWhole(asked) ? await readers.Who(context, asked) : throw new UnauthorizedAccessException("That is no link of ours.");
            if (await Refused(reader, asked.Visit, context.RequestAborted) is { } sentence)
            {
                await Say(context, StatusCodes.Status403Forbidden, "not-yours", new Text($"看不到|{sentence.Zh}", $"Not for you|{sentence.En}"), reader.Language);
            }
            else if (await files.Get(asked.Hash, context.RequestAborted) is not { } file || ShownFile.Of(file) is not { } shown)
            {
                await Say(context, StatusCodes.Status404NotFound, "gone", _gone, reader.Language);
            }
            else
            {
                await Hand(context, file, shown, asked.Name);
            }
        }
        catch (UnauthorizedAccessException)
        {
            context.Response.Headers.WWWAuthenticate = context.Request.Headers.Authorization.Count > 0 ? "Bearer" : "SiteBot";
            await Say(context, StatusCodes.Status401Unauthorized, "sign-in", _signIn, null);
        }
        catch (NotAllowedException)
        {
            await Say(context, StatusCodes.Status403Forbidden, "not-allowed", _guest, null);
        }
        catch (TooOftenException)
        {
            context.Response.Headers.RetryAfter = "10";
            await Say(context, StatusCodes.Status429TooManyRequests, "later", _later, null);
        }

        string Only(string name) => query[name] is [{ } value] ? value : "";
    }

    // Why the person may not read the visit, at this moment; null where they may. A visit that is not there is nobody's.
    private async ValueTask<Text?> Refused(Person reader, string id, CancellationToken cancellation)
    {
        var view = await ledger.Read(new LedgerQuery(null, null, [StreamId.Visit(id)], [AlarmLabels.OpenOf(id)], Snapshot.ShapeNow), cancellation);
        var visit = view.Streams.Where(stream => stream.Stream == StreamId.Visit(id)).Select(VisitStream.Read).FirstOrDefault();
        var alarms = view.Streams.Where(stream => stream.Stream.Noun == "alarm").Select(AlarmStream.Read).OfType<Alarm>();
        return visit is null
            ? new Text("找不到这次现场服务。", "There is no such visit.")
            : ReadingRights.ToRead(visit, reader.Id, alarms, workplace.Current, clock.Now)?.Sentence;
    }

    private static async Task Hand(HttpContext context, EvidenceFile file, ReadOnlyMemory<byte> shown, string fileName)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.ContentType = file.MediaType;
        context.Response.ContentLength = shown.Length;
        await context.Response.Body.WriteAsync(shown, context.RequestAborted);
    }

    private static bool IsWhole(FileAsked asked) =>
        asked.Hash.Length == HashLength && asked.Hash.All(letter => char.IsAsciiHexDigitLower(letter)) && StreamId.IsId(asked.Visit);

    private static async Task Say(HttpContext context, int status, string code, Text said, Language? language)
    {
        var isToken = context.Request.Headers.Authorization.Count > 0;
        var message = language is { } one ? said.In(one).Split('|')[1] : $"{said.Zh.Split('|')[1]} {said.En.Split('|')[1]}";
        var body = isToken ? JsonSerializer.SerializeToUtf8Bytes(new { error = new { code, message } }) : Page(said);
        context.Response.StatusCode = status;
        context.Response.ContentType = isToken ? "application/json; charset=utf-8" : "text/html; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static byte[] Page(Text said)
    {
        var (zh, en) = (said.Zh.Split('|').Select(_html.Encode).ToArray(), said.En.Split('|').Select(_html.Encode).ToArray());
        return Encoding.UTF8.GetBytes($$"""
            <!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{zh[0]}} · {{en[0]}}</title>
            <style>body{font:16px/1.6 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem}</style>
            <h1>{{zh[0]}}</h1><p>{{zh[1]}}</p><div lang="en"><h1>{{en[0]}}</h1><p>{{en[1]}}</p></div></html>
            """);
    }
}
