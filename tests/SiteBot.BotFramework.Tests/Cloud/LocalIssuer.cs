using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SiteBot.BotFramework.Tests.Cloud;

/// <summary>An issuer of tokens on this machine: its OpenID document, its keys, and tokens with any claim wrong.</summary>
internal sealed class LocalIssuer : IAsyncDisposable
{
    private readonly List<RsaSecurityKey> keys = [NewKey("key-1")];
    private LoopbackServer? server;

    public string[]? Endorsements { get; set; } = ["msteams", "emulator"];

    public int KeysRead { get; private set; }

    public bool Broken { get; set; }

    /// <summary>Until this is done nobody gets an answer.</summary>
    public Task Held { get; set; } = Task.CompletedTask;

    public string MetadataUrl => server!.Address + "/openid";

    public RsaSecurityKey Key => keys[^1];

    public static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };

    public static async Task<LocalIssuer> StartAsync()
    {
        var issuer = new LocalIssuer();
        issuer.server = await LoopbackServer.StartAsync(issuer.AnswerAsync);
        return issuer;
    }

    /// <summary>From here on tokens are signed by another key; the ones before are gone.</summary>
    public void Roll()
    {
        keys.Clear();
        keys.Add(NewKey("key-" + Guid.NewGuid().ToString("n")));
    }

    public string Sign(IDictionary<string, object> claims, SigningCredentials? with = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            JsonSerializer.Serialize(claims),
            with ?? new SigningCredentials(Key, SecurityAlgorithms.RsaSha256));

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        await Held;
        if (Broken)
        {
            context.Response.StatusCode = 503;
            return;
        }

        if (context.Request.Path == "/openid")
        {
            await context.Response.WriteAsJsonAsync(new { issuer = "https://api.botframework.com", jwks_uri = server!.Address + "/keys" });
            return;
        }

        KeysRead++;
        await context.Response.WriteAsJsonAsync(new
        {
            keys = keys.Select(key =>
            {
                var parameters = key.Rsa.ExportParameters(false);
                return new
                {
                    kty = "RSA",
                    use = "sig",
                    kid = key.KeyId,
                    n = Base64UrlEncoder.Encode(parameters.Modulus),
                    e = Base64UrlEncoder.Encode(parameters.Exponent),
                    endorsements = Endorsements,
                };
            }),
        });
    }
}
