using System.Net;
using NodaTime;
using SiteBot.BotFramework.Rest;
using SiteBot.Outbox;
using SiteBot.Teams.Delivery;

namespace SiteBot.Teams.Tests.Delivery;

/// <summary>What each refusal of the channel means.</summary>
public sealed class ChannelAnswerTests
{
    [Theory]
    [InlineData(400, null, FailureKind.Permanent)]
    [InlineData(400, "MessageSizeTooBig", FailureKind.TooLarge)]
    [InlineData(401, null, FailureKind.Passing)]
    [InlineData(403, "MessageWritesBlocked", FailureKind.Blocked)]
    [InlineData(403, "BotNotInConversationRoster", FailureKind.ConversationGone)]
    [InlineData(403, "Forbidden", FailureKind.Permanent)]
    [InlineData(404, "ConversationNotFound", FailureKind.ConversationGone)]
    [InlineData(412, null, FailureKind.Passing)]
    [InlineData(413, null, FailureKind.TooLarge)]
    [InlineData(429, null, FailureKind.Passing)]
    [InlineData(500, null, FailureKind.Passing)]
    [InlineData(502, null, FailureKind.Passing)]
    [InlineData(503, null, FailureKind.Passing)]
    [InlineData(504, null, FailureKind.Passing)]
    public void A_refusal_is_known_by_its_status_and_code(int status, string? code, FailureKind kind) =>
        Assert.Equal(kind, Assert.IsType<DeliveryOutcome.Failed>(ChannelAnswer.Of(Refusal(status, code))).Kind);

    [Theory]
    [InlineData(400, FailureKind.Unreachable)]
    [InlineData(403, FailureKind.Unreachable)]
    [InlineData(404, FailureKind.Unreachable)]
    [InlineData(429, FailureKind.Passing)]
    [InlineData(502, FailureKind.Passing)]
    public void Where_no_conversation_can_be_opened_the_person_is_unreachable(int status, FailureKind kind) =>
        Assert.Equal(kind, Assert.IsType<DeliveryOutcome.Failed>(ChannelAnswer.OfOpening(Refusal(status, null))).Kind);

    [Theory]
    [InlineData("30", null, 30.0)]
    [InlineData("1.5", null, 1.5)]
    [InlineData("Tue, 10 Mar 2026 15:31:00 GMT", "Tue, 10 Mar 2026 15:30:20 GMT", 40.0)]
    [InlineData("Tue, 10 Mar 2026 15:30:00 GMT", "Tue, 10 Mar 2026 15:30:20 GMT", null)]
    [InlineData("Tue, 10 Mar 2026 15:31:00 GMT", null, null)]
    [InlineData("soon", null, null)]
    [InlineData("-3", null, null)]
    public void What_the_channel_asks_for_is_read_as_seconds_or_by_its_own_clock(string retryAfter, string? date, double? seconds)
    {
        var failed = Assert.IsType<DeliveryOutcome.Failed>(ChannelAnswer.Of(Refusal(429, null, ("retry-after", retryAfter), ("Date", date))));
        Assert.Equal(seconds is { } known ? Duration.FromSeconds(known) : null, failed.RetryAfter);
    }

    [Fact]
    public void Lost_connections_and_silence_pass()
    {
        Assert.All(
            [new HttpRequestException("refused"), new TaskCanceledException("timeout"), new IOException("reset")],
            (Exception failure) => Assert.Equal(FailureKind.Passing, Assert.IsType<DeliveryOutcome.Failed>(ChannelAnswer.Of(failure)).Kind));
    }

    [Fact]
    public void What_the_channel_took_is_delivered_though_its_answer_cannot_be_read() =>
        Assert.IsType<DeliveryOutcome.Delivered>(ChannelAnswer.Of(new HttpRequestException("no JSON", null, HttpStatusCode.Created)));

    private static ErrorResponseException Refusal(int status, string? code, params (string Name, string? Value)[] headers) => new("refused")
    {
        Body = code is null ? null : new ErrorResponse(new Error(code, "No.")),
        Response = new HttpResponseMessageWrapper(
            (HttpStatusCode)status, null, headers.Where(header => header.Value is not null).ToDictionary(header => header.Name, header => (IEnumerable<string>)[header.Value!]), ""),
    };
}
