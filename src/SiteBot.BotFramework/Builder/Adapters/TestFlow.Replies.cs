using System.Runtime.CompilerServices;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Builder.Adapters;

public partial class TestFlow
{
    public TestFlow AssertReply(string expected, string? description = null, uint timeout = 3000) =>
        AssertReply(adapter.MakeActivity(expected), description ?? expected, timeout);

    /// <summary>The next reply has this type and, for a message, this text.</summary>
    public TestFlow AssertReply(IActivity expected, [CallerMemberName] string? description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return AssertReply(reply => Reply.MustEqual(expected, reply, description), description, timeout);
    }

    /// <summary>The next reply has this type and equals this activity, as <paramref name="equalityComparer"/> sees it; without one, it has this text.</summary>
    public TestFlow AssertReply(IActivity expected, IEqualityComparer<IActivity>? equalityComparer, [CallerMemberName] string? description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return equalityComparer is null ? AssertReply(expected, description, timeout) : AssertReply(
            reply => Reply.Must(expected.Type == reply.Type && equalityComparer.Equals(expected, reply), $"{description}: the reply is another one."),
            description,
            timeout);
    }

    public TestFlow AssertReply(Action<IActivity> validateActivity, [CallerMemberName] string? description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(validateActivity);
        return Then(async () => validateActivity(
            await NextReplyAsync(timeout).ConfigureAwait(false) ?? throw new TimeoutException($"No reply after {timeout} ms: {description}")));
    }

    public TestFlow AssertReplyContains(string expected, string? description = null, uint timeout = 3000) => AssertReply(
        reply => Reply.Must(
            reply.AsMessageActivity()?.Text?.Contains(expected, StringComparison.Ordinal) == true,
            description ?? $"Expected a reply that contains: {expected}, got: {reply.AsMessageActivity()?.Text}"),
        description,
        timeout);

    public TestFlow AssertReplyOneOf(string[] candidates, string? description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        return AssertReply(
            reply => Reply.Must(
                candidates.Contains(reply.AsMessageActivity()?.Text),
                description ?? $"Expected one of: {string.Join(", ", candidates)}, got: {reply.AsMessageActivity()?.Text}"),
            description,
            timeout);
    }

    /// <summary>No reply comes within the timeout.</summary>
    public TestFlow AssertNoReply([CallerMemberName] string? description = null, uint timeout = 3000) => Then(async () =>
    {
        if (await NextReplyAsync(timeout).ConfigureAwait(false) is { } reply)
        {
            throw new InvalidOperationException($"{description}: expected no reply, got: {reply.AsMessageActivity()?.Text ?? reply.Type}");
        }
    });

    private async Task<IActivity?> NextReplyAsync(uint timeout)
    {
        if (adapter.GetNextReply() is { } waiting)
        {
            return waiting;
        }

        using var patience = new CancellationTokenSource((int)timeout);
        try
        {
            return await adapter.GetNextReplyAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static class Reply
    {
        public static void MustEqual(IActivity expected, IActivity actual, string? description)
        {
            Must(expected.Type == actual.Type, $"{description}:\nExpected:{expected.Type}\nReceived:{actual.Type}");
            var (wanted, got) = (expected.AsMessageActivity()?.Text, actual.AsMessageActivity()?.Text);
            Must(wanted?.Trim() == got?.Trim(), $"{description}:\nExpected:{wanted}\nReceived:{got}");
        }

        public static void Must(bool holds, string description)
        {
            if (!holds)
            {
                throw new InvalidOperationException(description);
            }
        }
    }
}
