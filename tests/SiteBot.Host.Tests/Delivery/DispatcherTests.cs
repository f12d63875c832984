using NodaTime;
using SiteBot.Endurance;
using SiteBot.Host.Delivery;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Storage;
using SiteBot.Storage.Sqlite;

namespace SiteBot.Host.Tests.Delivery;

/// <summary>The dispatcher over a real store, with a sink for a channel.</summary>
public sealed class DispatcherTests : IAsyncLifetime
{
    private static readonly Duration Patience = Duration.FromSeconds(60);
    private static readonly Workplace Place = FieldCrew.Workplace(3, Dialogs.Shipped);

    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("sitebot-dispatcher-").FullName;
    private IStore _store = null!;

    public async Task InitializeAsync() => _store = await SqliteStore.Open(Path.Combine(_folder, "sitebot.db"));

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        System.IO.Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Urgent_goes_before_routine_and_each_recipients_messages_in_order()
    {
        var sink = new Sink();
        await Owe(Word("a"), Word("b"), Word("alarm", urgency: Urgency.Urgent), Word("c"));
        await using var host = await Start(sink);
        await host.Pump.UntilSettled(Patience, default);
        Assert.Equal(["alarm", "a", "b", "c"], sink.Taken);
    }

    [Fact]
    public async Task Nothing_waits_behind_a_person_who_cannot_be_reached()
    {
        var sink = new Sink(async (message, stop) =>
        {
            if (message.Message.To.Id == "p0000")
            {
                await Task.Delay(Timeout.Infinite, stop);
            }

            return new DeliveryOutcome.Delivered(null);
        });
        await Owe(Word("hangs", "p0000"), Word("waits", "p0000"), Word("goes", "p0001"));
        await using var host = await Start(sink);
        await Until(() => sink.Taken.Contains("goes") && sink.Begun.Contains("hangs"));
        Assert.Equal(["hangs", "goes"], sink.Begun.Distinct().OrderByDescending(key => key));
    }

    [Fact]
    public async Task What_fails_in_passing_is_tried_again_and_what_comes_after_it_waits()
    {
        var failed = 0;
        var sink = new Sink((message, _) => new(message.Message.Key == "first" && failed++ < 2 ? Sink.Failed(FailureKind.Passing) : new DeliveryOutcome.Delivered(null)));
        await Owe(Word("first"), Word("second"));
        await using var host = await Start(sink);
        var count = await host.Pump.UntilSettled(Patience, default);
        Assert.Equal(["first", "second"], sink.Taken);
        Assert.Equal((2, 2), (count.Delivered, count.Failed));
    }

    [Fact]
    public async Task Waiting_until_all_was_tried_does_not_wait_for_another_try()
    {
        var sink = new Sink((_, _) => new(new DeliveryOutcome.Failed(FailureKind.Passing, "later", Duration.FromHours(1))));
        await Owe(Word("first"));
        await using var host = await Start(sink);
        var count = await host.Pump.UntilTried(Patience, default);
        Assert.Equal((0, 1, true), (count.Delivered, count.Failed, count.Complete));
    }

    [Fact]
    public async Task After_the_last_attempt_an_operator_sees_the_reason_and_may_put_it_back()
    {
        var broken = true;
        var sink = new Sink((_, _) => new(broken ? Sink.Failed(FailureKind.Passing) : new DeliveryOutcome.Delivered(null)));
        await Owe(Word("word"));
        await using var host = await Start(sink);
        await host.Pump.UntilSettled(Patience, default);
        var entry = Assert.Single(await _store.Outbox.List(DeliveryState.GivenUp, 10, default));
        Assert.Equal(("word", 3, "given-up: told so"), (entry.Message.Key, entry.Attempts, entry.Reason));
        broken = false;
        Assert.True(await _store.Outbox.Requeue("word", default));
        await host.Pump.UntilSettled(Patience, default);
        Assert.Equal(["word"], sink.Taken);
    }

    [Fact]
    public async Task A_blocked_persons_message_goes_to_the_channel_and_who_caused_it_is_told()
    {
        var sink = new Sink((message, _) => new(message.Message.To == Recipient.Person("p0000") ? Sink.Failed(FailureKind.Blocked) : new DeliveryOutcome.Delivered(null)));
        await Owe(Word("word", data: """{"by":"p0001"}"""), Word("next"));
        await using var host = await Start(sink);
        await host.Pump.UntilSettled(Patience, default);
        Assert.Equal(["in-stead/next/channel/BJ", "in-stead/word/channel/BJ", "undelivered/word/person/p0001"], sink.Taken.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_conversation_that_is_gone_is_tried_again_at_once_and_then_given_up()
    {
        var sink = new Sink((message, _) => new(message.Message.Key == "word" ? Sink.Failed(FailureKind.ConversationGone) : new DeliveryOutcome.Delivered(null)));
        await Owe(Word("word"));
        await using var host = await Start(sink);
        await host.Pump.UntilSettled(Patience, default);
        Assert.Equal(["word", "word", "word"], sink.Begun);
        Assert.Single(await _store.Outbox.List(DeliveryState.GivenUp, 10, default));
    }

    [Fact]
    public async Task A_host_that_stops_puts_back_what_it_has_not_begun()
    {
        var release = new TaskCompletionSource();
        var sink = new Sink(async (_, stop) =>
        {
            await release.Task.WaitAsync(stop);
            return new DeliveryOutcome.Delivered(null);
        });
        await Owe(Word("begun"), Word("unbegun"));
        var host = await Start(sink);
        await Until(() => !sink.Begun.IsEmpty);
        var stopped = host.Get<OutboxDispatcher>().StopAsync(CancellationToken.None);
        release.SetResult();
        await stopped;
        Assert.Equal(["begun"], sink.Taken);

        // Another host gets it at once: nothing is held by a lease.
        var claimed = Assert.Single(await _store.Outbox.Claim(FieldCrew.Night, "other", Duration.FromSeconds(30), 10, default));
        Assert.Equal(("unbegun", 0), (claimed.Message.Key, claimed.Attempts));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task What_is_not_due_yet_waits()
    {
        var sink = new Sink();
        await Owe(Word("now"), Word("later", due: 60));
        await using var host = await Start(sink);
        await host.Pump.UntilSettled(Patience, default);
        Assert.Equal(["now"], sink.Taken);
        Assert.Equal(FieldCrew.Night + Duration.FromMinutes(60), await host.Pump.NextMoment(FieldCrew.Night, default));
    }

    [Fact]
    public async Task A_delivery_that_breaks_is_no_end_of_the_others()
    {
        var sink = new Sink((message, _) => message.Message.Key == "bad" ? throw new InvalidOperationException("a fault of ours") : new(new DeliveryOutcome.Delivered(null)));
        await Owe(Word("bad", "p0000"), Word("good", "p0001"));
        await using var host = await Start(sink);
        await Until(() => sink.Taken.Contains("good"));
        await host.Pump.UntilSettled(Patience, default);
        Assert.Contains("a fault of ours", (await _store.Outbox.List(DeliveryState.GivenUp, 10, default)).Single(entry => entry.Message.Key == "bad").Reason, StringComparison.Ordinal);
    }

    private static OutgoingMessage Word(string key, string to = "p0000", Urgency urgency = Urgency.Routine, int due = 0, string data = "{}") =>
        new(key, Recipient.Person(to), urgency, FieldCrew.Night + Duration.FromMinutes(due), "word", StreamId.Visit("none"), data, Slot: null);

    private static async Task Until(Func<bool> seen)
    {
        var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!seen())
        {
            await Task.Delay(5, patience.Token);
        }
    }

    private async Task Owe(params OutgoingMessage[] messages) => await _store.Ledger.Commit(new Commit { Outgoing = [.. messages] });

    private Task<DeliveringHost> Start(Sink sink) => DeliveringHost.Start(
        _store, Place, new DeliveryOptions { Retry = new RetrySchedule(Duration.FromMilliseconds(20), Duration.FromMilliseconds(50), Duration.FromMilliseconds(50), 3) }, new FastTime(1), sink);
}
