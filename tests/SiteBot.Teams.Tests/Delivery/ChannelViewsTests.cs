using System.Text.Json;
using NodaTime;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Delivery;
using SiteBot.Teams.Tests.Cards;

namespace SiteBot.Teams.Tests.Delivery;

/// <summary>Outside local mode: who is named in a channel's card, and called before it, by the ids that Teams knows them by.</summary>
public sealed class ChannelViewsTests
{
    private static readonly Scene It = Scene.Real(Language.Zh);

    [Fact]
    public async Task Who_has_spoken_with_the_bot_is_shown_their_own_view_by_the_id_that_Teams_gave()
    {
        var activity = await Sent(Recipient.Channel("BJ"), AlarmOf("zhao.lei", "wang.fang", "chen.yu"), Spoken("wang.fang", "29:wang"), Spoken("zhao.lei", "29:zhao"), Opened("chen.yu"));

        Assert.Equal(["29:zhao", "29:wang"], Users(activity));
    }

    [Fact]
    public async Task Where_nobody_has_spoken_yet_the_channel_decides_who_asks() =>
        Assert.False(Refresh(await Sent(Recipient.Channel("BJ"), AlarmOf("zhao.lei", "chen.yu"), Opened("chen.yu"))).TryGetProperty("userIds", out _));

    [Fact]
    public async Task In_a_personal_chat_nobody_need_be_named() =>
        Assert.False(Refresh(await Sent(Recipient.Person("zhao.lei"), AlarmOf("zhao.lei"), Spoken("zhao.lei", "29:zhao"))).TryGetProperty("userIds", out _));

    [Fact]
    public void No_more_than_sixty_are_named()
    {
        var card = CardViewers.Name(AlarmCard.Draw(Sample.Deck, It.Place, It.Alarm, null, Sample.Night, Language.En), [.. Enumerable.Range(0, 80).Select(i => $"29:{i}")]);
        using var json = JsonDocument.Parse(card.Json);

        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"29:{i}"), json.RootElement.GetProperty("refresh").GetProperty("userIds").EnumerateArray().Select(id => id.GetString()));
        Assert.Contains("业务中断", CardViewers.Name(AlarmCard.Draw(Sample.Deck, It.Place, It.Alarm, null, Sample.Night, Language.Zh), ["29:1"]).Json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_that_asks_for_no_refresh_stays_as_it_is()
    {
        var card = PolicyCard.Which(Sample.Deck, It.Place, Language.En);

        Assert.Equal(card, CardViewers.Name(card, ["29:1"]));
    }

    [Fact]
    public async Task Who_must_act_is_called_by_name_with_an_entity_and_who_is_not_known_there_by_the_name_alone()
    {
        var shown = AlarmOf() with { Mentions = [new Mentioned("wang.fang", "王芳 <b>"), new Mentioned("zhao.lei", "赵磊")] };
        var activity = await Sent(Recipient.Channel("BJ"), shown, Spoken("wang.fang", "29:wang"));

        Assert.Equal("<at>王芳 &lt;b&gt;</at>、赵磊", activity.Text);
        var mention = Assert.IsType<Mention>(Assert.Single(activity.Entities!));
        Assert.Equal(("29:wang", "王芳 <b>", "<at>王芳 &lt;b&gt;</at>"), (mention.Mentioned!.Id, mention.Mentioned.Name, mention.Text));
    }

    [Fact]
    public async Task A_consent_that_could_not_reach_its_approver_stands_in_the_channel_with_their_own_view_and_their_name()
    {
        var asked = It.Visit with { Consents = [Sample.Asked(It.Visit, Approvals.ApproverRole.ProductSupport)] };
        var card = ConsentCard.Draw(Sample.Deck, It.Place, asked, asked.Consents[0], null, Sample.Night, Language.Zh);
        var shown = new Drawn.Show(card) { Viewers = ConsentCard.Viewers(asked.Consents[0]) };
        var activity = await Sent(Recipient.Channel("BJ"), shown, """{"for":"zhao.lei"}""", Spoken("zhao.lei", "29:zhao"));

        Assert.Equal(["29:zhao"], Users(activity));
        Assert.Contains("<at>赵磊</at>", activity.Text, StringComparison.Ordinal);
        Assert.Empty(CardPartsOf.Verbs(card.Json));
    }

    private static Drawn.Show AlarmOf(params string[] viewers) =>
        new(AlarmCard.Draw(Sample.Deck, It.Place, It.Alarm, null, Sample.Night, Language.Zh)) { Viewers = [.. viewers] };

    private static Task<Activity> Sent(Recipient to, Drawn.Show shown, params Address[] known) => Sent(to, shown, "{}", known);

    private static async Task<Activity> Sent(Recipient to, Drawn.Show shown, string data, params Address[] known)
    {
        var message = new OutgoingMessage("k", to, Urgency.Urgent, Sample.Night, "alarm-card", StreamId.Alarm("A3"), data, null);
        var facts = new MessageFacts(message, new LedgerView(null, new DialogView(0, null), []), It.Place, Language.Zh);
        return await new WayTo(null!, new Book(known), new NoPace(), new TeamsOptions { AppId = "app", Tenants = ["tenant"] }).Activity(facts, shown, default);
    }

    // Who spoke is known by what Teams calls them; a chat that the bot opened by the tenant's id alone.
    private static Address Spoken(string person, string id) => Of(person, new KnownAccount(id, It.Place.Directory.FindPerson(person)!.AadObjectId));

    private static Address Opened(string person) => Of(person, new KnownAccount(It.Place.Directory.FindPerson(person)!.AadObjectId!, It.Place.Directory.FindPerson(person)!.AadObjectId));

    private static Address Of(string person, KnownAccount account) => new(
        Recipient.Person(person), new KnownConversation("msteams", new KnownPlace("a:" + person, "personal", "tenant"), account, null).Json(), "https://smba.example/", "tenant", Sample.Night);

    private static JsonElement Refresh(Activity activity) => JsonDocument.Parse(Seam.ActivityJson.Text(activity.Attachments!.Single().Content)!).RootElement.GetProperty("refresh");

    private static IEnumerable<string?> Users(Activity activity) => Refresh(activity).GetProperty("userIds").EnumerateArray().Select(id => id.GetString());

    private sealed class NoPace : IRequestPace
    {
        public ValueTask Another(Recipient to, Urgency urgency, CancellationToken cancellation) => ValueTask.CompletedTask;
    }

    private sealed class Book(Address[] known) : IAddressBook
    {
        public ValueTask<Address?> Of(Recipient to, CancellationToken cancellation) => new(known.FirstOrDefault(address => address.To == to));

        public ValueTask<string?> LastServiceUrl(string tenant, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask<ServiceAddress?> LastService(CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask Learn(Address address, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask Unlearn(Address address, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
