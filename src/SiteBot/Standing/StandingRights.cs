using NodaTime;
using SiteBot.Approvals;
using SiteBot.Directory;
using SiteBot.Windows;

namespace SiteBot.Standing;

/// <summary>Who may keep what holds for everybody: freezes and channels the head of the regional office, releases the product's support, all of it an administrator.</summary>
internal static class StandingRights
{
    /// <summary>Why <paramref name="by"/> may not freeze or thaw for an owner, or null. A customer's freeze belongs to the heads of the regional offices that serve it.</summary>
    public static Refusal? ToFreeze(FreezeOwner of, string by, Workplace workplace, Instant now) =>
        Known(by, workplace, now) ?? (RightTo.IsAdministrator(by, workplace, now) || of.Offices.Any(office => Heads(office, workplace, now).Any(head => Is(head, by)))
            ? null
            : Refused(
                of.Offices.SelectMany(office => Heads(office, workplace, now)), workplace, now,
                new("封网由该办事处负责人或管理员维护", "a change freeze is kept by the head of that regional office or an administrator")));

    /// <summary>Why <paramref name="by"/> may not release or withdraw a product's versions, or null.</summary>
    public static Refusal? ToRelease(Product product, string by, Workplace workplace, Instant now)
    {
        var support = workplace.Directory.HoldersForProduct(Role.ProductSupport, product.Id, now.InUtc().Date).Select(holder => holder.Person).ToList();
        return Known(by, workplace, now) ?? (RightTo.IsAdministrator(by, workplace, now) || support.Any(person => Is(person, by))
            ? null
            : Refused(support, workplace, now, new($"{product.Id} 的版本由其产品用服或管理员登记", $"versions of {product.Id} are registered by its product support or an administrator")));
    }

    /// <summary>Why <paramref name="by"/> may not keep what depends on what, or null: it is for the support of either product. What the directory knows no more is an administrator's.</summary>
    public static Refusal? ToDepend(PlacedEquipment? what, PlacedEquipment? on, string by, Workplace workplace, Instant now)
    {
        string[] products = [.. new[] { what, on }.OfType<PlacedEquipment>().Select(place => place.Equipment.Product).Distinct()];
        var support = products.SelectMany(product => workplace.Directory.HoldersForProduct(Role.ProductSupport, product, now.InUtc().Date)).Select(holder => holder.Person).ToList();
        return Known(by, workplace, now) ?? (RightTo.IsAdministrator(by, workplace, now) || support.Any(person => Is(person, by))
            ? null
            : Refused(support, workplace, now, new("设备依赖由其中一种产品的产品用服或管理员登记", "what depends on what is registered by the support of either product or an administrator")));
    }

    /// <summary>Why <paramref name="by"/> may not bind a regional office's channel, or null.</summary>
    public static Refusal? ToBind(RegionalOffice office, string by, Workplace workplace, Instant now) =>
        Known(by, workplace, now) ?? (RightTo.IsAdministrator(by, workplace, now) || Heads(office.Id, workplace, now).Any(head => Is(head, by))
            ? null
            : Refused(Heads(office.Id, workplace, now), workplace, now, new("频道由该办事处负责人或管理员绑定", "a channel is bound by the head of that regional office or an administrator")));

    private static bool Is(Person person, string by) => RightTo.Same(person.Id, by);

    private static IEnumerable<Person> Heads(string office, Workplace workplace, Instant now)
    {
        var zone = workplace.Directory.FindOffice(office)?.Zone ?? DateTimeZone.Utc;
        return workplace.Directory.HoldersForOffice(Role.OfficeHead, office, new SiteClock(zone, now).DateOf(now)).Select(holder => holder.Person);
    }

    private static Refusal? Known(string by, Workplace workplace, Instant now) =>
        workplace.Directory.FindPerson(by) is null ? RightTo.Stranger(workplace, now) : null;

    private static Refusal Refused(IEnumerable<Person> people, Workplace workplace, Instant now, Text why)
    {
        var ask = people.DistinctBy(person => person.Id).Take(3).ToList();
        ask = ask.Count > 0 ? ask : [.. RightTo.Administrators(workplace, now)];
        return new Refusal("standing-not-yours", new Text(
            $"请找{RightTo.Names(ask, Language.Zh)}办理：{why.Zh}。", $"Ask{RightTo.Names(ask, Language.En)}: {why.En}."));
    }
}
