using System.Text.Json.Nodes;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using SiteBot.LocalChat.Wire;

namespace SiteBot.LocalChat.Page;

/// <summary>The page itself: files beside the program, and who one can be.</summary>
internal static class PageEndpoints
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https:; media-src 'self' blob:; "
        + "font-src 'self' data:; connect-src 'self' blob:; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "local-chat");

    public static void MapPage(this WebApplication app, LocalChatOptions options)
    {
        app.MapGet("/", (HttpRequest request, HttpResponse response, HostAddress address) =>
        {
            // A browser tells localhost from 127.0.0.1: the page, its session and the links to files keep to one name.
            var own = address.Own;
            if (request.Host.Host != own.Host && request.Host.Port == own.Port && IsLoopback(request.Host.Host) && own.IsLoopback)
            {
                return Results.Redirect(own.AbsoluteUri);
            }

            response.Headers.ContentSecurityPolicy = Policy;
            response.Headers.XContentTypeOptions = "nosniff";
            response.Headers["Referrer-Policy"] = "no-referrer";
            response.Headers.CacheControl = "no-cache";
            return Results.File(Path.Combine(Folder, "index.html"), "text/html; charset=utf-8");
        });
        app.MapGet("/local-chat/people", async (HttpResponse response, CancellationToken cancellation) =>
        {
            response.Headers.CacheControl = "no-store";
            return Edge.Json(People(options, options.ChosenLanguages is { } chosen ? await chosen(cancellation) : null));
        });
        var types = new FileExtensionContentTypeProvider();
        app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = "/local-chat",
            FileProvider = Directory.Exists(Folder) ? new PhysicalFileProvider(Folder) : new NullFileProvider(),
            ContentTypeProvider = types,
            OnPrepareResponse = context =>
            {
                context.Context.Response.Headers.XContentTypeOptions = "nosniff";
                context.Context.Response.Headers.CacheControl = "no-cache";
            },
        });
    }

    private static bool IsLoopback(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (System.Net.IPAddress.TryParse(host.Trim('[', ']'), out var address) && System.Net.IPAddress.IsLoopback(address));

    private static JsonObject People(LocalChatOptions options, IReadOnlyDictionary<string, string>? chosen)
    {
        var people = options.People();
        var persons = people.Persons.DistinctBy(person => person.Id).Select(person => chosen?.GetValueOrDefault(person.Id) is { } language ? person with { Language = language } : person).ToList();
        return new()
        {
            ["bot"] = options.BotName,
            ["persons"] = new JsonArray([.. persons.Select(Person)]),
            ["channels"] = new JsonArray([.. people.Channels.DistinctBy(channel => channel.ChannelId).Select(Channel)]),
            ["firstShown"] = new JsonArray([.. FirstShown(people).Select(id => JsonValue.Create(id))]),
        };
    }

    private static IEnumerable<string> FirstShown(LocalPeople people) =>
        people.FirstShown.Count > 0 ? people.FirstShown.Where(id => id.StartsWith('#') ? people.Channel(id[1..]) is not null : people.Person(id) is not null) : people.Persons.Take(1).Select(person => person.Id);

    private static JsonObject Person(LocalPerson person) => new()
    {
        ["id"] = person.Id,
        ["userId"] = person.ChannelUserId,
        ["name"] = Both(person.Name),
        ["role"] = Both(person.Role),
        ["language"] = person.Language,
        ["zone"] = person.TimeZone,
    };

    private static JsonObject Channel(LocalChannel channel) => new()
    {
        ["id"] = channel.ChannelId,
        ["name"] = Both(channel.Name),
        ["office"] = Both(channel.Office),
        ["language"] = channel.Language,
        ["zone"] = channel.TimeZone,
    };

    private static JsonObject Both(LocalText text) => new() { ["zh"] = text.Zh, ["en"] = text.En };
}
