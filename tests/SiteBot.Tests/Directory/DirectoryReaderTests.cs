using SiteBot.Directory;
using SiteBot.Reading;

namespace SiteBot.Tests.Directory;

public sealed class DirectoryReaderTests
{
    [Fact]
    public void A_good_directory_is_read()
    {
        var directory = Small.Directory;
        Assert.Equal(Language.En, directory.FindPerson("ENG")!.Language);
        Assert.Equal("V1", directory.FindSite("s-1")!.FindEquipment("msc-1")!.Version);
        Assert.Null(directory.FindPerson("nobody"));
        Assert.Equal(64, directory.ContentHash.Length);
    }

    [Theory]
    [InlineData("offices:\n", "office:\n", "d.yaml:1: 'office' is no key of the directory; write 'offices'.")]
    [InlineData("policy: {watchDays: 2}", "policies: {}", "d.yaml:2: 'policies' is no key of a regional office; write 'policy'.")]
    [InlineData("id: CM,", "id: C M,", "d.yaml:4: 'C M' is no id; write letters, digits, '.', '_' and '-', a letter or digit first, at most 64.")]
    [InlineData("{id: eng, name", "{id: head, name", "d.yaml:12: the person 'head' stands on line 10 already; give this one another id.")]
    [InlineData("version: V1}]", "version: V1}, {id: msc-1, product: MSC}]", "d.yaml:8: the equipment 'msc-1' stands on line 8 already; give this one another id.")]
    [InlineData("office: BJ, customer", "office: BER, customer", "d.yaml:8: there is no regional office 'BER'; write one of: BJ.")]
    [InlineData("customer: CM", "customer: CN", "d.yaml:8: there is no customer 'CN'; write 'CM'.")]
    [InlineData("product: MSC,", "product: HLR,", "d.yaml:8: there is no product 'HLR'; write one of: MSC.")]
    [InlineData("products: [MSC]", "products: [MSD]", "d.yaml:11: there is no product 'MSD'; write 'MSC'.")]
    [InlineData("[{id: eng,", "[{id: emg,", "d.yaml:10: there is no person 'emg'; write 'eng'.")]
    [InlineData("[{id: eng,", "[{id: head,", "d.yaml:10: 'head' is named as a deputy of 'head'; write somebody else.")]
    [InlineData("to: 2027-03-01", "to: 2027-02-01", "d.yaml:10: a deputy's time ends after it begins; write a 'to' later than 'from' (it is the first day after).")]
    [InlineData("to: 2027-03-01", "to: 2027-02-30", "d.yaml:10: '2027-02-30' is no date; write it as 2027-02-01.")]
    [InlineData("customer: CM, timeZone: Asia/Shanghai", "customer: CM, timeZone: Asia/Beijing", "d.yaml:8: 'Asia/Beijing' is no time zone; write an IANA name exactly, such as Asia/Shanghai.")]
    [InlineData("customer: CM, timeZone: Asia/Shanghai", "customer: CM, timeZone: UTC+08", "d.yaml:8: 'UTC+08' is no time zone; write an IANA name exactly, such as Asia/Shanghai.")]
    [InlineData("customer: CM, timeZone: Asia/Shanghai, ", "customer: CM, ", "d.yaml:8: a site lacks 'timeZone'; write timeZone: some text.")]
    [InlineData("roles: [office_head]", "roles: [engineer]", "d.yaml:8: the site 'S-1' has nobody who heads its regional office 'BJ'; give somebody of that office the role office_head.")]
    [InlineData("roles: [product_support]", "roles: [expert]", "d.yaml:8: the site 'S-1' has no product support to ask for 'MSC'; give somebody the role product_support with that product.")]
    [InlineData("roles: [engineer]", "roles: [enginer]", "d.yaml:12: 'enginer' is no value of 'roles' of a person; write 'engineer'.")]
    [InlineData(", roles: [engineer]", "", "d.yaml:12: a person lacks 'roles'; write some of: engineer, contractor, project_manager, office_head, product_support, remote_support, expert, administrator.")]
    [InlineData("office: BJ, roles: [engineer]", "roles: [engineer]", "d.yaml:12: a person with the role 'engineer' lacks 'office'; write the id of the regional office.")]
    [InlineData(", products: [MSC]", "", "d.yaml:11: a person with the role 'product_support' lacks 'products'; write the ids of the products to answer for.")]
    [InlineData("aadObjectId: a1, ", "", "d.yaml:10: nothing identifies this person; write aadObjectId: the object id in the tenant.")]
    [InlineData("aadObjectId: a3", "aadObjectId: A1", "d.yaml:12: the object id 'A1' stands on line 10 already; each belongs to one person.")]
    [InlineData("language: en", "language: de", "d.yaml:12: 'de' is no value of 'language' of a person; write one of: zh, en.")]
    [InlineData("+86 10 5550 0001", "call me", "d.yaml:12: 'call me' is no number to call; write it as \"+86 10 5550 0001\".")]
    [InlineData("name: {zh: 李, en: Li}", "name: Li", "d.yaml:12: 'name' of a person is written as keys and values; write {key: value, …}.")]
    [InlineData("name: {zh: 李, en: Li}", "name: {zh: 李}", "d.yaml:12: 'name' of a person lacks 'en'; write en: some text.")]
    [InlineData("watchDays: 2", "watchDays: 0", "d.yaml:2: 'watchDays' of 'policy' of a regional office is a whole number from 1 to 30; write one without quotes.")]
    [InlineData("watchDays: 2", "nightWindow: {from: \"24:00\", to: \"06:00\"}", "d.yaml:2: '24:00' is no time of day; write it in quotes from \"00:00\" to \"23:59\".")]
    [InlineData("watchDays: 2", "nightWindow: {from: \"22:00\", to: \"23:59\"}", "d.yaml:2: this night window ends before midnight; write a 'to' after midnight, such as \"06:00\".")]
    [InlineData("watchDays: 2", "civilHours: {from: \"18:00\", to: \"08:00\"}", "d.yaml:2: civil hours begin and end on one day; write a 'to' later than 'from'.")]
    [InlineData("watchDays: 2", "freezes: [{from: 2027-02-05, to: \"2027-02-20T00:00:00+08:00\"}]", "d.yaml:2: '2027-02-05' is no moment from 2000 to 2199; write date, time and offset as \"2027-02-05T00:00:00+08:00\".")]
    [InlineData("watchDays: 2", "freezes: [{from: \"2027-02-05T00:00:00+08:00\", to: \"2027-02-04T16:00:00Z\"}]", "d.yaml:2: a freeze ends after it begins; write a 'to' later than 'from'.")]
    [InlineData("watchDays: 2", "trafficPeaks: {from: \"08:00\", to: \"12:00\"}", "d.yaml:2: 'trafficPeaks' of 'policy' of a regional office is a list; write [ … ] or a line with '- ' for each.")]
    public void A_wrong_directory_is_refused_with_line_and_what_to_write(string right, string wrong, string fault)
    {
        var refused = Assert.Throws<FaultyFileException>(() => DirectoryReader.Read("d.yaml", Small.With(right, wrong)));
        Assert.Contains(fault, refused.Faults.Select(found => found.ToString()));
    }

    [Fact]
    public void A_regional_office_that_does_not_exist_is_told_once()
    {
        var refused = Assert.Throws<FaultyFileException>(() => DirectoryReader.Read("d.yaml", Small.With("office: BJ, customer", "office: BER, customer")));
        Assert.Single(refused.Faults);
    }

    [Fact]
    public void An_empty_file_is_refused() =>
        Assert.Contains("the directory has no people", Assert.Throws<FaultyFileException>(() => DirectoryReader.Read("d.yaml", "")).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_fault_is_told_in_the_order_of_the_lines()
    {
        var text = Small.With("id: CM,", "id: C M,").Replace("language: en", "language: de", StringComparison.Ordinal);
        var refused = Assert.Throws<FaultyFileException>(() => DirectoryReader.Read("d.yaml", text));
        Assert.Equal([4, 8, 12], refused.Faults.Select(fault => fault.Line));
    }

    [Fact]
    public void A_check_prints_one_line_for_a_good_file_and_every_fault_for_a_wrong_one()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory();
        try
        {
            var (good, wrong) = (Path.Combine(folder.FullName, "good.yaml"), Path.Combine(folder.FullName, "wrong.yaml"));
            File.WriteAllText(good, Small.Text);
            File.WriteAllText(wrong, Small.With("id: CM,", "id: C M,"));
            var (output, errors) = (new StringWriter(), new StringWriter());
            Assert.Equal(0, DirectoryCheck.Run(good, output, errors));
            Assert.StartsWith($"{good}: good: 1 regional offices, 1 customers, 1 sites, 1 products, 3 people; version ", output.ToString(), StringComparison.Ordinal);
            Assert.Empty(errors.ToString());
            Assert.Equal(64, DirectoryCheck.Run(wrong, output, errors));
            Assert.StartsWith($"{wrong}:4: 'C M' is no id;", errors.ToString(), StringComparison.Ordinal);
            Assert.Equal(64, DirectoryCheck.Run(Path.Combine(folder.FullName, "none.yaml"), output, errors));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
