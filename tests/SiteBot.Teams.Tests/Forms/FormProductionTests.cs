using System.Text;
using SiteBot.Forms;
using SiteBot.Teams.Forms;
using SiteBot.Teams.Tests.Uploads;
using SiteBot.Tests.Forms;

namespace SiteBot.Teams.Tests.Forms;

public sealed class FormProductionTests
{
    private readonly KeptFiles _files = new();

    [Fact]
    public async Task A_form_is_written_and_kept_before_the_fact_that_names_it()
    {
        var form = SampleVisits.Place.Standard.FindForm("upgrade_summary")!;
        var produced = await new FormProduction(new Plain(), _files).Produce(form, SampleVisits.Facts(SampleVisits.Told("upgrade", Language.En), SampleVisits.At(4, 10)), Language.En, default);
        Assert.Equal("V-0310-7-Version-upgrade-summary-report.txt", produced.FileName);
        Assert.Equal(produced.Content.ToArray(), _files.All[produced.Hash].Content.ToArray());
        Assert.Equal("text/plain", _files.All[produced.Hash].MediaType);
        Assert.Equal(("upgrade_summary", produced.Hash, Language.En), (produced.Fact.Form, produced.Fact.File, produced.Fact.Language));
    }

    [Fact]
    public async Task Produced_twice_from_the_same_facts_it_is_kept_once()
    {
        var form = SampleVisits.Place.Standard.FindForm("planning_report")!;
        var facts = SampleVisits.Facts(SampleVisits.Told("planning", Language.Zh), SampleVisits.At(4, 10));
        var production = new FormProduction(new Plain(), _files);
        var first = await production.Produce(form, facts, Language.Zh, default);
        Assert.Equal(first.Hash, (await production.Produce(form, facts, Language.Zh, default)).Hash);
        Assert.Single(_files.All);
        Assert.Equal("V-0310-7-网络规划-优化报告.txt", first.FileName);
    }

    [Fact]
    public async Task The_slip_is_in_the_language_of_the_regional_office_unless_another_is_asked_for()
    {
        var facts = SampleVisits.Facts(SampleVisits.Planned("upgrade", Language.Zh), SampleVisits.At(0, 23));
        var production = new FormProduction(new Plain(), _files);
        Assert.Equal(Language.Zh, (await production.ProduceSlip(facts, null, default)).Language);
        Assert.Equal("V-0310-7-Notice-of-on-site-service.txt", (await production.ProduceSlip(facts, Language.En, default)).FileName);
    }

    private sealed class Plain : IFormWriter
    {
        public string MediaType => "text/plain";

        public string Extension => ".txt";

        public byte[] Write(FormContent content) => Encoding.UTF8.GetBytes(content.Title + content.Header.Length + content.Sections.Length);
    }
}
