using System.Text;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Gate;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Procedures;
using SiteBot.Reading;
using SiteBot.Standard;
using SiteBot.Storage;
using SiteBot.Teams.Delivery;

namespace SiteBot.Endurance;

/// <summary>People to send to, as many as wanted: <c>p0000</c> and on, of one regional office with a channel; and what they are owed.</summary>
internal static class FieldCrew
{
    /// <summary>When all of it takes place, business time.</summary>
    public static readonly Instant Night = Instant.FromUtc(2026, 3, 10, 15, 30);

    /// <summary>A person's id.</summary>
    public static string Id(int number) => $"p{number:0000}";

    /// <summary>The personal chat in which a person met the bot.</summary>
    public static string ChatOf(int number) => $"a:{Id(number)}";

    /// <summary>The first of a person's messages; whom nothing reaches is owed the last one alone, since each of theirs takes its time.</summary>
    public static int FirstOf(int number, int each) => BadDay.IsLost(number) ? each - 1 : 0;

    /// <summary>A workplace with so many people.</summary>
    public static Workplace Workplace(int people, string dialogs) => SiteBot.Workplace.Of(
        ProcedureCatalogue.Load(dialogs), GateRules.Load(dialogs), DirectoryReader.Read("crew.yaml", Directory(people)));

    /// <summary>A directory file with so many people.</summary>
    public static string Directory(int people)
    {
        var text = new StringBuilder("""
            offices:
              - {id: BJ, name: {zh: 北京办事处, en: Beijing regional office}, language: en, timeZone: Asia/Shanghai, channel: {teamId: team, channelId: channel}, policy: {}}
            customers:
              - {id: CM, name: {zh: 运营商, en: Operator}, policy: {}}
            products:
              - {id: MSC, name: {zh: 交换中心, en: Switching centre}, released: [V1]}
            sites:
              - {id: S-1, name: {zh: 机房, en: Room}, office: BJ, customer: CM, timeZone: Asia/Shanghai, equipment: [{id: MSC-1, product: MSC, version: V1}]}
            people:
              - {id: head, name: {zh: 王, en: Wang}, aadObjectId: head, language: zh, office: BJ, roles: [office_head, administrator]}
              - {id: sup, name: {zh: 赵, en: Zhao}, aadObjectId: sup, language: zh, roles: [product_support], products: [MSC]}

            """);
        for (var number = 0; number < people; number++)
        {
            text.AppendLine($"  - {{id: {Id(number)}, name: {{zh: {Id(number)}, en: {Id(number)}}}, aadObjectId: oid-{Id(number)}, channelUserIds: [u-{Id(number)}], language: en, office: BJ, roles: [engineer]}}");
        }

        return text.ToString();
    }

    /// <summary>Has a person meet the bot.</summary>
    public static async Task Meet(IStore store, int number, string serviceUrl) =>
        await store.Ledger.Commit(new Commit { Addresses = [AddressOf(number, serviceUrl)] });

    /// <summary>Has everybody meet the bot, and owes them so many messages each; the last of each is urgent.</summary>
    public static async Task Owe(IStore store, int people, int each, string serviceUrl)
    {
        for (var number = 0; number < people; number++)
        {
            var address = AddressOf(number, serviceUrl);
            var owed = Enumerable.Range(FirstOf(number, each), each - FirstOf(number, each)).Select(one => new OutgoingMessage(
                $"{Id(number)}/{one}", address.To, one == each - 1 ? Urgency.Urgent : Urgency.Routine, Night, "word", StreamId.Visit("none"), """{"by":"head"}""", Slot: null));
            await store.Ledger.Commit(new Commit { Addresses = [address], Outgoing = [.. owed] });
        }
    }

    private static Address AddressOf(int number, string serviceUrl)
    {
        var known = new KnownConversation("msteams", new KnownPlace(ChatOf(number), "personal", "tenant"), new KnownAccount("u-" + Id(number)), new KnownAccount("28:bot"));
        return new Address(Recipient.Person(Id(number)), known.Json(), serviceUrl, "tenant", Night);
    }
}
