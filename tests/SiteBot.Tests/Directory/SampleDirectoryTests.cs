using NodaTime;
using SiteBot.Directory;

namespace SiteBot.Tests.Directory;

public sealed class SampleDirectoryTests
{
    private static readonly CompanyDirectory Sample = DirectoryReader.Read(Shipped.File("sample-directory.yaml"));

    [Theory]
    [InlineData("li.ming", "a1", "user-id-0", Role.Engineer)]
    [InlineData("anna.berg", "a2", "user-id-1", Role.Engineer)]
    [InlineData("wang.fang", "a3", "user-id-2", Role.OfficeHead)]
    [InlineData("zhao.lei", "a4", "user-id-3", Role.ProductSupport)]
    [InlineData("chen.yu", "a5", "user-id-4", Role.RemoteSupport)]
    [InlineData("sun.bo", "a6", "user-id-5", Role.Contractor)]
    [InlineData("liu.na", "a7", null, Role.ProjectManager)]
    [InlineData("root.admin", "a8", null, Role.Administrator)]
    [InlineData("karl.weiss", "a9", null, Role.OfficeHead)]
    public void The_sample_holds_the_people_of_its_contract(string id, string account, string? userId, Role role)
    {
        var person = Sample.FindPerson(id)!;
        Assert.True(person.Is(role));
        Assert.Same(person, Sample.FindByAadObjectId("00000000-0000-0000-0000-0000000000" + account.ToUpperInvariant()));
        Assert.Equal(userId is null ? null : person, userId is null ? null : Sample.FindByChannelUserId(userId));
    }

    [Fact]
    public void The_sample_holds_the_sites_of_its_contract()
    {
        Assert.Equal(["BJ-042", "BJ-077", "BER-001"], Sample.Sites.Select(site => site.Id));
        Assert.Equal(["MSC-1", "MSC-2", "HLR-1", "MSC-B1"], Sample.Sites.SelectMany(site => site.Equipment).Select(equipment => equipment.Id));
        Assert.DoesNotContain("V3.09.00", Sample.FindProduct("MSC")!.Released.AsEnumerable());
        Assert.Equal("Europe/Berlin", Sample.FindSite("BER-001")!.Zone.Id);
        Assert.Equal("BER", Sample.OfficeOf(Sample.FindSite("ber-001")!).Id);
    }

    [Fact]
    public void Everybody_asked_for_a_consent_or_support_at_each_site_is_there()
    {
        var day = new LocalDate(2027, 2, 1);
        foreach (var site in Sample.Sites)
        {
            Assert.Single(Sample.HoldersForOffice(Role.OfficeHead, site.Office, day));
            Assert.All(site.Equipment, equipment => Assert.Single(Sample.HoldersForProduct(Role.RemoteSupport, equipment.Product, day)));
        }
    }
}
