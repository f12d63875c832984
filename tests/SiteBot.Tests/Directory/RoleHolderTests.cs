using NodaTime;
using SiteBot.Directory;

namespace SiteBot.Tests.Directory;

public sealed class RoleHolderTests
{
    [Theory]
    [InlineData("2027-01-31", "head")]
    [InlineData("2027-02-01", "head eng/head")]
    [InlineData("2027-02-28", "head eng/head")]
    [InlineData("2027-03-01", "head")]
    public void A_deputy_stands_in_from_the_first_day_until_before_the_last(string day, string expected) =>
        Assert.Equal(expected, Shown(Small.Directory.HoldersForOffice(Role.OfficeHead, "BJ", Day(day))));

    [Fact]
    public void A_deputy_without_dates_stands_in_always() =>
        Assert.Equal("head eng/head", Shown(Read(Small.With(", from: 2027-02-01, to: 2027-03-01", "")).HoldersForOffice(Role.OfficeHead, "bj", Day("2031-07-01"))));

    [Fact]
    public void A_product_has_its_own_holders()
    {
        Assert.Equal("sup", Shown(Small.Directory.HoldersForProduct(Role.ProductSupport, "MSC", Day("2027-02-10"))));
        Assert.Equal("", Shown(Small.Directory.HoldersForProduct(Role.ProductSupport, "HLR", Day("2027-02-10"))));
    }

    [Fact]
    public void Who_holds_the_role_is_not_asked_a_second_time_as_a_deputy() =>
        Assert.Equal("head eng", Shown(Read(Small.With("roles: [engineer]", "roles: [engineer, office_head]")).HoldersForOffice(Role.OfficeHead, "BJ", Day("2027-02-10"))));

    private static CompanyDirectory Read(string text) => DirectoryReader.Read("d.yaml", text);

    private static LocalDate Day(string day) => LocalDate.FromDateTime(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    private static string Shown(IEnumerable<RoleHolder> holders) =>
        string.Join(" ", holders.Select(holder => holder.StandsInFor is { } person ? $"{holder.Person.Id}/{person.Id}" : holder.Person.Id));
}
