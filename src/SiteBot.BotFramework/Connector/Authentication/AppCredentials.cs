using System.Net.Http.Headers;
using SiteBot.BotFramework.Rest;

namespace SiteBot.BotFramework.Connector.Authentication;

/// <summary>Proves to the channel that a request is the bot's, by a token that is kept until five minutes before its end.</summary>
public abstract class AppCredentials(string appId, string oAuthScope, TimeProvider time) : ServiceClientCredentials
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile BotToken? held;

    public string MicrosoftAppId { get; } = appId;

    /// <summary>The audience of the tokens.</summary>
    public string OAuthScope { get; } = oAuthScope;

    /// <exception cref="Microsoft.Identity.Client.MsalException">The directory gave none.</exception>
    public async Task<string> GetTokenAsync(bool forceRefresh = false, CancellationToken cancellationToken = default)
    {
        var seen = held;
        if (!forceRefresh && IsGood(seen))
        {
            return seen!.Value;
        }

        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (held is { } newer && newer != seen && IsGood(newer))
            {
                return newer.Value;
            }

            held = await AcquireAsync(forceRefresh, cancellationToken).ConfigureAwait(false);
            return held.Value;
        }
        finally
        {
            turn.Release();
        }
    }

    public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await GetTokenAsync(false, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Asks the directory.</summary>
    protected abstract Task<BotToken> AcquireAsync(bool forceRefresh, CancellationToken cancellationToken);

    private bool IsGood(BotToken? token) => token is not null && time.GetUtcNow() < token.ExpiresOn - Early;
}

/// <summary>A token of the bot's and when it ends. Its text is a secret, so printing it shows nothing of it.</summary>
public sealed record BotToken(string Value, DateTimeOffset ExpiresOn)
{
    public override string ToString() => $"BotToken until {ExpiresOn:O}";
}
