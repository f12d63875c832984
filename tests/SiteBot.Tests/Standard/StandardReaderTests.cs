using SiteBot.Reading;
using SiteBot.Standard;

namespace SiteBot.Tests.Standard;

public sealed class StandardReaderTests
{
    private const string Small = """
        edition: {id: X 1, issued: 2007-09-11, in_force: 2007-09-18}
        sections:
          "1": {zh: 范围, en: Scope}
        references:
          R 1: {zh: 规程, en: Procedure}
        services:
          upgrade: {zh: 版本升级, en: Version upgrade}
        terms:
          - {id: "1-9", zh: 现场, en: Site}
        provisions:
          - {id: "1-1", force: must, who: everyone, services: [upgrade], use: [form], forms: [paper], refs: [R 1], zh: 写, en: Write.}
        """;

    private const string Forms = """
        forms:
          paper: {zh: 纸, en: Paper, from: ["1-1"], signed: customer}
        """;

    [Fact]
    public void The_shipped_edition_has_111_provisions_6_terms_10_services_and_23_forms()
    {
        var standard = Shipped.Standard;
        Assert.Equal("Q/ZX 75.1861-2007", standard.Edition.Id);
        Assert.Equal(111, standard.Provisions.Length);
        Assert.Equal(6, standard.Terms.Length);
        Assert.Equal(117, standard.CitableIds.Distinct().Count());
        Assert.Equal(10, standard.Services.Length);
        Assert.Equal(23, standard.Forms.Length);
        Assert.All(standard.CitableIds, id => Assert.NotNull(standard.TextOf(id)));
    }

    [Fact]
    public void A_provision_is_read_whole()
    {
        var provision = Shipped.Standard["6.3-6"];
        Assert.Equal("6.3", provision.Section);
        Assert.Equal(Force.Must, provision.Force);
        Assert.Equal([Bound.ServiceEngineer], provision.Who.AsEnumerable());
        Assert.Equal(["maintenance", "upgrade", "inspection", "cutover", "optimization"], provision.Services.AsEnumerable());
        Assert.Equal([Use.Gate, Use.Form, Use.Checklist], provision.Uses.AsEnumerable());
        Assert.Equal(["service_request_report"], provision.Forms.AsEnumerable());
        Assert.StartsWith("操作用户设备前", provision.Text.Zh, StringComparison.Ordinal);
        Assert.True(provision.Binds("upgrade"));
        Assert.False(provision.Binds("survey"));
        Assert.Equal(Signers.Customer, Shipped.Standard.FindForm("service_request_report")!.Signed);
    }

    [Fact]
    public void A_provision_without_services_binds_all() =>
        Assert.All(Shipped.Standard.Services, service => Assert.True(Shipped.Standard["4.1-2"].Binds(service.Id)));

    [Fact]
    public void A_small_edition_of_ones_own_is_read() =>
        Assert.Equal("Paper", Read(Small, Forms).FindForm("paper")!.Name.En);

    [Fact]
    public void The_version_changes_with_either_file()
    {
        var before = Read(Small, Forms).ContentHash;
        Assert.Equal(before, Read(Small, Forms).ContentHash);
        Assert.NotEqual(before, Read(Small + "\n# note", Forms).ContentHash);
        Assert.NotEqual(before, Read(Small, Forms + "\n# note").ContentHash);
    }

    [Theory]
    [InlineData("issued: 2007-09-11", "issued: 11.9.2007", "standard.yaml:1: '11.9.2007' is no date; write it as 2007-09-18.")]
    [InlineData("edition: {id: X 1, ", "edition: {", "standard.yaml:1: 'edition' of the standard lacks 'id'; write id: some text.")]
    [InlineData("\"1-1\", force: must,", "\"9-1\", force: must,", "standard.yaml:11: '9-1' names no section; write a section of 'sections', a dash and a running number, such as 6.3-9.")]
    [InlineData("\"1-1\", force: must,", "\"1-9\", force: must,", "standard.yaml:11: '1-9' stands on line 9 already; give this one a number of its own.")]
    [InlineData("force: must,", "force: mist,", "standard.yaml:11: 'mist' is no value of 'force' of a provision; write 'must'.")]
    [InlineData("who: everyone, ", "", "standard.yaml:11: a provision lacks 'who'; write some of: everyone, surveyor, installer, supervisor, commissioner, tester, project_manager, contractor, service_engineer, support_center, regional_office, planner.")]
    [InlineData("use: [form]", "use: [from]", "standard.yaml:11: 'from' is no value of 'use' of a provision; write 'form'.")]
    [InlineData("services: [upgrade]", "services: [upgrad]", "standard.yaml:11: 'upgrad' is no service type of this standard; write 'upgrade'.")]
    [InlineData("refs: [R 1]", "refs: [R 2]", "standard.yaml:11: 'R 2' is no reference of this standard; write 'R 1'.")]
    [InlineData("forms: [paper]", "forms: [papper]", "standard.yaml:11: provision 1-1 asks for the form 'papper', which is not in the list of forms; write 'paper'.")]
    [InlineData("zh: 写, en: Write.}", "zh: 写}", "standard.yaml:11: a provision lacks 'en'; write en: some text.")]
    [InlineData("refs:", "references:", "standard.yaml:11: 'references' is no key of a provision; write one of: id, force, who, services, use, forms, refs, zh, en.")]
    [InlineData("terms:\n", "term:\n", "standard.yaml:8: 'term' is no key of the standard; write 'terms'.")]
    public void A_wrong_edition_is_refused_with_line_and_what_to_write(string right, string wrong, string fault) =>
        Assert.Contains(fault, Faults(Replaced(Small, right, wrong), Forms));

    [Theory]
    [InlineData("[\"1-1\"]", "[\"1-2\"]", "forms.yaml:2: '1-2' is no provision of the standard; write '1-1'.")]
    [InlineData("from: [\"1-1\"], ", "", "forms.yaml:2: the form 'paper' lacks 'from'; write the provisions that ask for it, such as from: [\"6.3-6\"].")]
    [InlineData("signed: customer", "signed: all", "forms.yaml:2: 'all' is no value of 'signed' of the form 'paper'; write one of: none, customer, both.")]
    [InlineData("  paper: {", "  other: {zh: 别, en: Other, from: [\"1-1\"]}\n  paper: {", "forms.yaml:2: provision 1-1 does not name the form 'other' in its 'forms'; write it there, or take it out here.")]
    public void A_wrong_list_of_forms_is_refused_with_line_and_what_to_write(string right, string wrong, string fault) =>
        Assert.Contains(fault, Faults(Small, Replaced(Forms, right, wrong)));

    [Fact]
    public void All_faults_of_both_files_are_told_at_once() =>
        Assert.Equal(3, Faults(Replaced(Replaced(Small, "force: must,", "force: mist,"), "zh: 写, ", ""), Replaced(Forms, "en: Paper, ", "")).Count);

    private static string Replaced(string text, string right, string wrong)
    {
        Assert.Contains(right, text, StringComparison.Ordinal);
        return text.Replace(right, wrong, StringComparison.Ordinal);
    }

    private static CodeOfConduct Read(string standard, string forms) =>
        StandardReader.Read(new SourceFile("standard.yaml", standard), new SourceFile("forms.yaml", forms));

    private static List<string> Faults(string standard, string forms) =>
        [.. Assert.Throws<FaultyFileException>(() => Read(standard, forms)).Faults.Select(fault => fault.ToString())];
}
