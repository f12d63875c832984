using SiteBot.Forms;

namespace SiteBot.Documents.Tests;

/// <summary>What LibreOffice prints of each form.</summary>
public sealed class PrintedFormTests(PrintedForms printed) : IClassFixture<PrintedForms>
{
    public static TheoryData<string> Names { get; } = [.. SampleForms.All.Select(form => form.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_page_carries_title_visit_and_page_number(string name)
    {
        var content = Content(name);
        var pages = printed.Pages(name);
        for (var page = 0; page < pages.Length; page++)
        {
            Assert.Contains(Letters(content.Title), Letters(pages[page]), StringComparison.Ordinal);
            Assert.Contains(content.Visit, pages[page], StringComparison.Ordinal);
            var number = content.Language == Language.Zh ? $"第{page + 1}页，共{pages.Length}页" : $"Page{page + 1}of{pages.Length}";
            Assert.Contains(number, Letters(pages[page]), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void All_that_stands_on_the_form_is_printed(string name)
    {
        // A cell that is broken into lines stands between its neighbours' lines: word by word it is all there.
        var all = Letters(string.Concat(printed.Pages(name)));
        var texts = Content(name).Sections.Select(section => section.Title).Concat(Content(name).Header.SelectMany(field => field.Value.Split(' ', '-')));
        Assert.All(texts, text => Assert.Contains(Letters(text), all, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_signatures_stand_on_one_page(string name)
    {
        var content = Content(name);
        if (content.Signatures.IsEmpty)
        {
            return;
        }

        var last = Letters(printed.Pages(name).Last(page => Letters(page).Contains(Letters(content.Signatures[0].Party), StringComparison.Ordinal)));
        Assert.All(content.Signatures, block => Assert.Contains(Letters(block.Party), last, StringComparison.Ordinal));
        Assert.All(content.Signatures[0].Fields, field => Assert.True(
            last.LastIndexOf(Letters(field.Label), StringComparison.Ordinal) > last.LastIndexOf(Letters(content.Signatures[0].Party), StringComparison.Ordinal), field.Label));
    }

    [Theory]
    [InlineData("service_report.zh")]
    [InlineData("unpacking_report.zh")]
    [InlineData("slip.zh")]
    public void Chinese_is_printed_in_a_font_that_has_it(string name)
    {
        var fonts = printed.Fonts(name);
        Assert.True(fonts.Contains("CJK", StringComparison.OrdinalIgnoreCase) || fonts.Contains("SimSun", StringComparison.OrdinalIgnoreCase), fonts);
    }

    [Theory]
    [InlineData("slip.zh")]
    [InlineData("slip.en")]
    public void The_slip_is_one_page(string name) => Assert.Single(printed.Pages(name));

    [Fact]
    public void The_request_report_to_be_signed_is_at_most_two_pages() => Assert.InRange(printed.Pages("service_request_report.zh").Length, 1, 2);

    private static FormContent Content(string name) => SampleForms.All.Single(form => form.Name == name).Content;

    private static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
