using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SiteBot.BotFramework.Tests.Authentication;

/// <summary>An issuer of tokens on loopback: its OpenID document, its keys, and tokens that may be wrong in any way.</summary>
internal sealed class LocalIssuer : IAsyncDisposable
{
    /// <summary>To make a key takes long, and which one it is makes no difference, so that all tests share the first, the second and so on.</summary>
    private static readonly ConcurrentDictionary<int, RSA> Made = new();

    private readonly WebApplication app;
    private int given;
    private readonly List<(RsaSecurityKey Key, string[]? Endorsements)> keys = [];

    private LocalIssuer(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    public bool Down { get; set; }

    /// <summary>While this is not done, nobody gets an answer.</summary>
    public Task Held { get; set; } = Task.CompletedTask;

    /// <summary>How often the keys were asked for.</summary>
    public int Asked { get; private set; }

    public static async Task<LocalIssuer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var issuer = new LocalIssuer(app);
        app.MapGet("/{**document}", async (string document) =>
        {
            await issuer.Held;
            return document.EndsWith("keys", StringComparison.Ordinal) ? issuer.Keys() : issuer.Metadata();
        });
        await app.StartAsync();
        return issuer;
    }

    /// <summary>A new key, published with these endorsements; unpublished where <paramref name="published"/> is false.</summary>
    public RsaSecurityKey AddKey(string id, string[]? endorsements, bool published = true)
    {
        var key = new RsaSecurityKey(Made.GetOrAdd(given++, _ => RSA.Create(2048))) { KeyId = id };
        if (published)
        {
            keys.Add((key, endorsements));
        }

        return key;
    }

    public void Withdraw(SecurityKey key) => keys.RemoveAll(entry => entry.Key == key);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private IResult Metadata() => Down ? Results.StatusCode(500) : Results.Json(new Dictionary<string, string> { ["jwks_uri"] = $"{Address}/keys" });

    private IResult Keys()
    {
        Asked++;
        if (Down)
        {
            return Results.StatusCode(500);
        }

        var list = new JsonArray();
        foreach (var (key, endorsements) in keys)
        {
            var parameters = key.Rsa.ExportParameters(false);
            var entry = new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = key.KeyId,
                ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            };
            if (endorsements is not null)
            {
                entry["endorsements"] = new JsonArray([.. endorsements.Select(channel => JsonValue.Create(channel))]);
            }

            list.Add((JsonNode)entry);
        }

        return Results.Content(new JsonObject { ["keys"] = list }.ToJsonString(), "application/json");
    }
}
