using NodaTime;
using SiteBot.Endurance;
using SiteBot.Host.Delivery;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Storage;
using SiteBot.Storage.Sqlite;

namespace SiteBot.Host.Tests.Delivery;

/// <summary>Messages from the outbox to a connector on this machine, over HTTP.</summary>
public sealed class TeamsDeliveryTests : IAsyncLifetime
{
    private static readonly Workplace Place = FieldCrew.Workplace(3, Dialogs.Shipped);

    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("sitebot-teams-").FullName;
    private readonly Queue<Answer> _answers = new();
    private IStore _store = null!;
    private BadTeams _teams = null!;

    public async Task InitializeAsync()
    {
        _store = await SqliteStore.Open(Path.Combine(_folder, "sitebot.db"));
        _teams = await BadTeams.Start(arrival => _answers.TryDequeue(out var answer) ? answer : Answer.Fine, new FastTime(1));
    }

    public async Task DisposeAsync()
    {
        await _teams.DisposeAsync();
        await _store.DisposeAsync();
        System.IO.Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_person_is_reached_in_the_latest_chat()
    {
        await Met("p0000");
        Assert.Equal(["a:p0000: word"], await Delivered(Word("word")));
    }

    [Fact]
    public async Task Who_never_met_the_bot_gets_a_chat_on_the_service_address_vouched_for_last_and_it_is_remembered()
    {
        await Met("p0001");
        Assert.Equal(["new:u-p0000: word", "new:u-p0000: again"], await Delivered(Word("word"), Word("again")));
        Assert.Single(_teams.Arrivals, arrival => arrival.Opens);
        Assert.NotNull(await _store.Addresses.Of(Recipient.Person("p0000"), default));
    }

    [Fact]
    public async Task Where_nobody_ever_met_the_bot_the_message_is_kept_and_goes_out_once_somebody_does()
    {
        Assert.Empty(await Delivered(Word("word")));
        Assert.StartsWith("unreachable: ", Assert.Single(await _store.Outbox.List(DeliveryState.GivenUp, 10, default)).Reason, StringComparison.Ordinal);
        await Met("p0000");
        Assert.Equal(["a:p0000: word"], await Delivered());
    }

    [Fact]
    public async Task Who_is_not_in_the_directory_any_more_and_never_met_the_bot_is_unreachable()
    {
        await Met("p0001");
        Assert.Empty(await Delivered(Word("word", "gone")));
        Assert.Single(await _store.Outbox.List(DeliveryState.GivenUp, 10, default));
    }

    [Fact]
    public async Task A_message_in_a_slot_changes_the_card_that_stands_there()
    {
        await Met("p0000");
        await Delivered(Word("first", slot: "visit/7"));
        await Delivered(Word("second", slot: "visit/7"));
        Assert.Equal([("first", null), ("second", "1")], _teams.Shown.Select(taken => (taken.Text, taken.Updated)));
    }

    [Fact]
    public async Task A_card_that_is_gone_from_its_slot_is_posted_anew()
    {
        await Met("p0000");
        await Delivered(Word("first", slot: "visit/7"));
        _answers.Enqueue(new Answer(404, "ActivityNotFoundInConversation"));
        await Delivered(Word("second", slot: "visit/7"));
        await Delivered(Word("third", slot: "visit/7"));
        Assert.Equal([("first", null), ("second", null), ("third", "3")], _teams.Shown.Select(taken => (taken.Text, taken.Updated)));
    }

    [Fact]
    public async Task A_chat_that_is_gone_is_opened_anew()
    {
        await Met("p0000");
        _answers.Enqueue(new Answer(404, "ConversationNotFound"));
        Assert.Equal(["new:u-p0000: word"], await Delivered(Word("word")));
    }

    [Fact]
    public async Task A_card_that_is_too_large_goes_as_a_smaller_one()
    {
        await Met("p0000");
        _answers.Enqueue(new Answer(413));
        Assert.Equal(["a:p0000: word (small)"], await Delivered(Word("word")));
    }

    [Fact]
    public async Task A_regional_offices_channel_gets_a_thread_for_each_slot()
    {
        await Met("p0000");
        await Delivered(Word("first", slot: "visit/7") with { To = Recipient.Channel("BJ") });
        await Delivered(Word("second", slot: "visit/7") with { To = Recipient.Channel("BJ") });
        await Delivered(Word("other") with { To = Recipient.Channel("BJ") });
        var shown = _teams.Shown.ToList();
        Assert.All(shown, taken => Assert.StartsWith("channel;messageid=", taken.Conversation, StringComparison.Ordinal));
        Assert.Equal(shown[0].Conversation, shown[1].Conversation);
        Assert.NotNull(shown[1].Updated);
        Assert.NotEqual(shown[0].Conversation, shown[2].Conversation);
    }

    [Fact]
    public async Task A_regional_office_without_a_channel_is_unreachable()
    {
        await Met("p0000");
        Assert.Empty(await Delivered(Word("word") with { To = Recipient.Channel("NONE") }));
        Assert.Single(await _store.Outbox.List(DeliveryState.GivenUp, 10, default));
    }

    [Fact]
    public async Task A_channel_that_is_bound_in_chat_goes_before_the_directorys()
    {
        await Met("p0000");
        var write = Standing.StandingStream.Write(
            Standing.StandingChange.Of(Standing.StandingFacts.None).Tell(new Standing.StandingEvent.ChannelBound("BJ", "team", "bound"), FieldCrew.Night, "head"));
        await _store.Ledger.Commit(new Commit { Streams = [write] });
        await Delivered(Word("word") with { To = Recipient.Channel("BJ") });
        Assert.StartsWith("bound;messageid=", Assert.Single(_teams.Shown).Conversation, StringComparison.Ordinal);
    }

    private static OutgoingMessage Word(string key, string to = "p0000", string? slot = null) =>
        new(key, Recipient.Person(to), Urgency.Routine, FieldCrew.Night, "word", StreamId.Visit("none"), "{}", slot);

    private async Task Met(string person) => await FieldCrew.Meet(_store, int.Parse(person[1..], System.Globalization.CultureInfo.InvariantCulture), _teams.ServiceUrl);

    private async Task<IEnumerable<string>> Delivered(params OutgoingMessage[] messages)
    {
        await _store.Ledger.Commit(new Commit { Outgoing = [.. messages] });
        await using var host = await DeliveringHost.Start(_store, Place, new DeliveryOptions(), new FastTime(1));
        Assert.True((await host.Pump.UntilSettled(Duration.FromSeconds(60), default)).Complete);
        return _teams.Shown.Select(taken => $"{taken.Conversation}: {taken.Text}");
    }
}
