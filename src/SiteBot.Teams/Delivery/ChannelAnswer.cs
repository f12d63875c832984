using System.Globalization;
using System.Net;
using NodaTime;
using SiteBot.Outbox;

namespace SiteBot.Teams.Delivery;

/// <summary>What a channel's refusal means for a message.</summary>
internal static class ChannelAnswer
{
    /// <summary>A failure, or a delivery where the channel took the message and only its answer could not be read.</summary>
    /// <param name="failure">What the connector client threw.</param>
    public static DeliveryOutcome Of(Exception failure) => failure switch
    {
        ErrorResponseException { Response: { } response } refused =>
            Refused(response.StatusCode, refused.Body?.Error?.Code ?? "", RetryAfter(response.Headers)),
        HttpRequestException { StatusCode: { } status } when (int)status is >= 200 and < 300 => new DeliveryOutcome.Delivered(null),
        OperationCanceledException => Passing("The channel did not answer in time."),

        // Lost connections, names that do not resolve, tokens that are not to be had now. The message's own text stays out of it.
        _ => Passing($"{failure.GetType().Name}: {failure.Message}"),
    };

    /// <summary>The same, where a conversation was to be opened: a person who never met the bot is no fault that passes.</summary>
    public static DeliveryOutcome OfOpening(Exception failure) => Of(failure) switch
    {
        DeliveryOutcome.Failed { Kind: FailureKind.Permanent or FailureKind.ConversationGone } failed => failed with { Kind = FailureKind.Unreachable },
        var other => other,
    };

    private static DeliveryOutcome.Failed Refused(HttpStatusCode status, string code, Duration? retryAfter)
    {
        var reason = code.Length == 0 ? $"The channel answered {(int)status}." : $"The channel answered {(int)status} {(code.Length > 100 ? code[..100] : code)}.";
        var kind = (int)status switch
        {
            // 401: our token is stale or the keys are just changing; it passes or an operator must see to it.
            401 or 408 or 412 or 429 or >= 500 => FailureKind.Passing,
            403 when Is(code, "MessageWritesBlocked") => FailureKind.Blocked,
            403 when Is(code, "BotNotInConversationRoster") => FailureKind.ConversationGone,
            404 or 410 => FailureKind.ConversationGone,
            413 => FailureKind.TooLarge,
            400 when Is(code, "MessageSizeTooBig") => FailureKind.TooLarge,
            _ => FailureKind.Permanent,
        };
        return new DeliveryOutcome.Failed(kind, reason, retryAfter);
    }

    private static DeliveryOutcome.Failed Passing(string reason) => new(FailureKind.Passing, reason);

    private static bool Is(string code, string name) => string.Equals(code, name, StringComparison.OrdinalIgnoreCase);

    // Seconds, or a date; a date is measured from the channel's own, so that our clock does not matter.
    private static Duration? RetryAfter(IDictionary<string, IEnumerable<string>> headers)
    {
        if (Header(headers, "Retry-After") is not { } value)
        {
            return null;
        }

        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            return Duration.FromSeconds(Math.Min(seconds, 86_400));
        }

        return Moment(value) is { } at && Moment(Header(headers, "Date")) is { } sent && at > sent ? Duration.FromTimeSpan(at - sent) : null;
    }

    private static DateTimeOffset? Moment(string? value) =>
        DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private static string? Header(IDictionary<string, IEnumerable<string>> headers, string name) =>
        headers.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault()?.Trim();
}
