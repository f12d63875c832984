using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.FileProviders;

namespace SiteBot.ManagersTab.Page;

/// <summary><c>GET /tab</c>: the page, and its files beside the program. In Teams only the configured origins may show it inside theirs; in local mode nobody may.</summary>
internal sealed class PageDoor(ManagersTabOptions options, IWorkplace workplace)
{
    private const int MostChoices = 500;

    // TeamsJS reads the list of origins that a Teams of the public cloud may have from there.
    private const string ValidDomains = "https://res.cdn.office.net";

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "managers-tab");

    private string Policy => "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
        + (options.IsLocal ? "connect-src 'self'; frame-ancestors 'none'" : $"connect-src 'self' {ValidDomains}; frame-ancestors {string.Join(' ', options.FrameHosts)}");

    /// <summary>Maps the page.</summary>
    public void Map(WebApplication app)
    {
        app.MapGet("/tab", (RequestDelegate)Page);
        if (options.IsLocal)
        {
            app.MapGet("/tab/people", (RequestDelegate)People);
        }

        app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = "/tab",
            FileProvider = System.IO.Directory.Exists(Folder) ? new PhysicalFileProvider(Folder) : new NullFileProvider(),
            OnPrepareResponse = static context => Guard(context.Context.Response),
        });
    }

    private async Task Page(HttpContext context)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Folder, "page.html"), context.RequestAborted);

        // Only an exact origin can be listened to; TeamsJS knows those of the public cloud itself.
        var origins = string.Join(' ', options.FrameHosts.Where(host => !host.Contains('*')));
        var bytes = Encoding.UTF8.GetBytes(page
            .Replace("{mode}", options.IsLocal ? "local" : "teams", StringComparison.Ordinal)
            .Replace("{origins}", HtmlEncoder.Default.Encode(options.IsLocal ? "" : origins), StringComparison.Ordinal));
        Guard(context.Response);
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private async Task People(HttpContext context)
    {
        var choices = workplace.Current.Directory.People.Take(MostChoices).Select(person => new TabChoice(person.Id, person.Name.Zh, person.Name.En)).ToImmutableArray();
        Guard(context.Response);
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(choices, typeof(ImmutableArray<TabChoice>), TabJson.Instance), context.RequestAborted);
    }

    private static void Guard(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-cache";
    }
}
