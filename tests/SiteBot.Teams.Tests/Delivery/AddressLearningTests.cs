using System.Text.Json;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Gate;
using SiteBot.Outbox;
using SiteBot.Procedures;
using SiteBot.Standing;
using SiteBot.Teams.Delivery;

namespace SiteBot.Teams.Tests.Delivery;

/// <summary>What an incoming activity teaches of how people and channels are reached.</summary>
public sealed class AddressLearningTests
{
    private static readonly Instant Night = Instant.FromUtc(2026, 3, 10, 15, 30);
    private static readonly Workplace Place = Workplace.Of(
        ProcedureCatalogue.Load(Repository.At("dialogs")), GateRules.Load(Repository.At("dialogs")), DirectoryReader.Read("d.yaml", """
            offices:
              - {id: BJ, name: {zh: 北京办事处, en: Beijing regional office}, language: zh, timeZone: Asia/Shanghai, channel: {teamId: team, channelId: filed}, policy: {}}
            customers:
              - {id: CM, name: {zh: 运营商, en: Operator}, policy: {}}
            products:
              - {id: MSC, name: {zh: 交换中心, en: Switching centre}, released: [V1]}
            sites:
              - {id: S-1, name: {zh: 机房, en: Room}, office: BJ, customer: CM, timeZone: Asia/Shanghai, equipment: [{id: MSC-1, product: MSC, version: V1}]}
            people:
              - {id: head, name: {zh: 王, en: Wang}, aadObjectId: a1, language: zh, office: BJ, roles: [office_head]}
              - {id: sup, name: {zh: 赵, en: Zhao}, aadObjectId: a2, language: zh, roles: [product_support], products: [MSC]}
            """));

    [Fact]
    public void A_personal_chat_is_its_persons_address()
    {
        var address = AddressLearning.Of(Personal(), "head", Place, Night)!;
        Assert.Equal((Recipient.Person("head"), "https://smba.example/emea/", "tenant-1", Night), (address.To, address.ServiceUrl, address.Tenant, address.At));
        var reference = KnownConversation.Read(address).Reference(address.ServiceUrl);
        Assert.Equal(("a:chat", "29:wang", "28:bot", "msteams"), (reference.Conversation!.Id, reference.User!.Id, reference.Bot!.Id, reference.ChannelId));
        Assert.DoesNotContain("Wang Fang", address.Reference, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_of_the_directory_has_no_address() => Assert.Null(AddressLearning.Of(Personal(), null, Place, Night));

    [Fact]
    public void A_group_chat_is_nobodys_address() =>
        Assert.Null(AddressLearning.Of(Personal(activity => activity.Conversation!.ConversationType = "groupChat"), "head", Place, Night));

    [Theory]
    [InlineData("filed", "channel/BJ")]
    [InlineData("elsewhere", null)]
    public void A_channel_is_the_address_of_the_regional_office_that_it_belongs_to(string channel, string? to) =>
        Assert.Equal(to, AddressLearning.Of(InChannel(channel), "head", Place, Night)?.To.Value);

    [Fact]
    public void A_channel_bound_in_chat_goes_before_the_directorys()
    {
        var bound = Place with { Standing = StandingFacts.None.With(new StandingFact(new StandingEvent.ChannelBound("BJ", "team", "bound"), Night, "head")) };
        Assert.Equal(Recipient.Channel("BJ"), AddressLearning.Of(InChannel("bound"), "head", bound, Night)!.To);
        Assert.Null(AddressLearning.Of(InChannel("filed"), "head", bound, Night));
    }

    [Fact]
    public void A_thread_is_no_address_but_its_channel() =>
        Assert.Equal("filed", KnownConversation.Read(AddressLearning.Of(InChannel("filed"), "head", Place, Night)!).Conversation.Id);

    [Fact]
    public async Task Only_what_changed_is_to_be_kept()
    {
        var book = new Book();
        var learning = new AddressLearning(book, new Unmoved());
        var first = await learning.Learned(Personal(), "head", Place, Night, default);
        Assert.NotNull(first);
        Assert.NotNull(await learning.Learned(Personal(), "head", Place, Night, default));
        book.Known = first;
        Assert.Null(await learning.Learned(Personal(), "head", Place, Night + Duration.FromHours(1), default));
        Assert.Null(await learning.Learned(Personal(), "head", Place, Night + Duration.FromHours(2), default));
        Assert.Equal(3, book.Asked);
        Assert.NotNull(await learning.Learned(Personal(activity => activity.ServiceUrl = "https://smba.example/apac/"), "head", Place, Night, default));
    }

    private static Activity Personal(Action<Activity>? change = null)
    {
        var activity = new Activity
        {
            Type = "message",
            ChannelId = "msteams",
            ServiceUrl = "https://smba.example/emea/",
            Conversation = new ConversationAccount { Id = "a:chat", ConversationType = "personal", TenantId = "tenant-1" },
            From = new ChannelAccount { Id = "29:wang", Name = "Wang Fang", AadObjectId = "a1" },
            Recipient = new ChannelAccount { Id = "28:bot", Name = "SiteBot" },
        };
        change?.Invoke(activity);
        return activity;
    }

    private static Activity InChannel(string channel) => Personal(activity =>
    {
        activity.Conversation = new ConversationAccount { Id = channel + ";messageid=17", ConversationType = "channel", IsGroup = true, TenantId = "tenant-1" };
        activity.ChannelData = JsonDocument.Parse($$"""{"team":{"id":"team"}, "channel":{"id":"{{channel}}"} }""").RootElement;
    });

    private sealed class Unmoved : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }

    private sealed class Book : IAddressBook
    {
        public Address? Known { get; set; }

        public int Asked { get; private set; }

        public ValueTask<Address?> Of(Recipient to, CancellationToken cancellation)
        {
            Asked++;
            return new(Known);
        }

        public ValueTask<string?> LastServiceUrl(string tenant, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask<ServiceAddress?> LastService(CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask Learn(Address address, CancellationToken cancellation) => throw new NotSupportedException();

        public ValueTask Unlearn(Address address, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
