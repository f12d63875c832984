using System.Globalization;
using NodaTime.Text;
using SiteBot.Outbox;

namespace SiteBot.Host.Commands;

/// <summary><c>sitebot outbox list</c> and <c>sitebot outbox requeue</c>: what was not delivered and why, and another try.</summary>
internal static class OutboxCommands
{
    private const int NotGivenUp = 1;
    private const int Most = 10_000;
    private static readonly (string Word, DeliveryState State)[] _states =
        [("given-up", DeliveryState.GivenUp), ("waiting", DeliveryState.Waiting), ("sent", DeliveryState.Sent), ("overtaken", DeliveryState.Overtaken)];

    /// <summary>The list.</summary>
    public static Verb List { get; } = new("outbox list", "Lists messages, oldest first: those that were given up, each with its reason, or those of another state.")
    {
        Options =
        [
            new Option("--state", "STATE", "Which; given-up where it is left out.") { Allowed = [.. _states.Select(state => state.Word)] },
            new Option("--limit", "N", "At most so many; 100 where it is left out."),
        ],
        TakesSettings = true,
        Details = "A line a message, with tabs between: key, recipient, kind, due (UTC), attempts, reason.",
        Run = static call => StoreFromSettings.Use(call, store => Show(call, store.Outbox)),
    };

    /// <summary>Another try.</summary>
    public static Verb Requeue { get; } = new("outbox requeue", "Puts a message that was given up back, as if it had never been tried; or all of them.")
    {
        Operands = [new Operand("KEY", Required: false)],
        Options = [new Option("--all", null, "Every message that was given up.")],
        TakesSettings = true,
        Details = "Exit codes: 0 it waits again, 1 no message of this key is given up.",
        Run = static call => StoreFromSettings.Use(call, store => Put(call, store.Outbox)),
    };

    private static async ValueTask<int> Show(Call call, IOutbox outbox)
    {
        var state = _states.First(known => known.Word == (call.Option("--state") ?? _states[0].Word)).State;
        foreach (var entry in await outbox.List(state, Limit(call), CancellationToken.None))
        {
            var message = entry.Message;
            call.Terminal.Out.WriteLine(string.Join(
                '\t', message.Key, message.To, message.Kind, InstantPattern.General.Format(message.DueAt), entry.Attempts, entry.Reason is { } reason ? CommandLine.OneLine(reason) : ""));
        }

        return ExitCode.Done;
    }

    private static async ValueTask<int> Put(Call call, IOutbox outbox)
    {
        if (call.Has("--all") == call.Operands.Length > 0)
        {
            throw new WrongUseException("outbox requeue takes one KEY or --all; see outbox requeue --help.");
        }

        var keys = call.Has("--all") ? [.. (await outbox.List(DeliveryState.GivenUp, Most, CancellationToken.None)).Select(entry => entry.Message.Key)] : call.Operands;
        var done = 0;
        foreach (var key in keys)
        {
            done += await outbox.Requeue(key, CancellationToken.None) ? 1 : 0;
        }

        call.Terminal.Out.WriteLine($"{done} {(done == 1 ? "message waits" : "messages wait")} again.");
        return done == 0 && !call.Has("--all") ? NotGivenUp : ExitCode.Done;
    }

    private static int Limit(Call call) => call.Option("--limit") is not { } written ? 100
        : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is > 0 and <= Most ? limit
        : throw new WrongUseException($"--limit is a whole number from 1 to {Most}.");
}
