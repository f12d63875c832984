using NodaTime;
using SiteBot.Approvals;
using SiteBot.Escalation;
using SiteBot.Gate;
using SiteBot.Oversight;
using SiteBot.Tests.Escalation;
using SiteBot.Tests.Forms;
using SiteBot.Tests.Visits;
using SiteBot.Visits;

namespace SiteBot.Tests.Oversight;

public sealed class ReadingRightsTests
{
    private static readonly Instant Now = SampleVisits.At(0, 12);

    private static Visit Beijing => SampleVisits.Planned("upgrade", Language.Zh);

    private static Visit Berlin => Beijing with { Id = "ber", Office = "BER", Site = "BER-001", Lead = "anna.berg", Plan = Beijing.Plan with { Equipment = "MSC-B1" } };

    private static Visit Ended => Beijing with { EndedAt = Now };

    [Theory]
    [InlineData("li.ming", true, false)] // leads it
    [InlineData("sun.bo", true, false)] // a contractor of the regional office, who may take it over
    [InlineData("wang.fang", true, false)] // its head
    [InlineData("liu.na", true, false)] // its project manager
    [InlineData("zhao.lei", true, true)] // product support
    [InlineData("chen.yu", true, true)] // remote support and expert
    [InlineData("root.admin", true, true)]
    [InlineData("anna.berg", false, true)]
    [InlineData("karl.weiss", false, true)] // head of the other regional office
    public void A_visit_is_read_by_its_crew_and_those_who_answer_for_its_office_or_product(string person, bool beijing, bool berlin)
    {
        Assert.Equal((beijing, berlin), (Reads(person, Beijing), Reads(person, Berlin)));
        Assert.Equal(beijing, Reads(person, Ended));
    }

    [Theory]
    [InlineData("zhao.lei", "chen.yu")]
    [InlineData("chen.yu", "zhao.lei")]
    public void Support_and_experts_of_another_product_do_not(string another, string same)
    {
        const string Support = "roles: [product_support]\n    products: [MSC, HLR]", Experts = "roles: [remote_support, expert]\n    products: [MSC, HLR]";
        string Of(string person) => $"roles: [product_support, remote_support, expert]\n    products: [{(person == another ? "HLR" : "MSC, HLR")}]";
        var place = Night.Of(Shipped.File("sample-directory.yaml").Text.Replace(Support, Of("zhao.lei"), StringComparison.Ordinal).Replace(Experts, Of("chen.yu"), StringComparison.Ordinal));
        Assert.Equal((false, true), (Reads(another, Beijing, place), Reads(same, Beijing, place)));
    }

    [Theory]
    [InlineData("wang.fang")] // its head
    [InlineData("liu.na")] // its project manager
    [InlineData("li.ming")] // its engineer
    public void Deputies_read_it_on_their_days_at_the_site_and_no_longer(string holder)
    {
        var place = Night.With($"  - id: {holder}\n", $"  - id: {holder}\n    deputies: [{{id: karl.weiss, from: 2026-03-10, to: 2026-03-11}}]\n");
        Assert.True(Reads("karl.weiss", Beijing, place));
        Assert.False(Reads("karl.weiss", Beijing, place, SampleVisits.At(1, 0)));
    }

    [Theory]
    [InlineData(ConsentState.Open)]
    [InlineData(ConsentState.Approved)]
    [InlineData(ConsentState.Rejected)]
    [InlineData(ConsentState.Void)]
    public void Who_was_asked_for_a_consent_reads_it_whatever_became_of_that(ConsentState state)
    {
        var request = new ConsentRequest("c1", ApproverRole.OfficeHead, new WorkScope("upgrade", "MSC-1", null, Now, Now + Duration.FromHours(4)), ["karl.weiss"], "li.ming", Now, false) { State = state };
        Assert.True(Reads("karl.weiss", Beijing with { Consents = [request] }));
        Assert.True(Reads("anna.berg", Beijing with { Consents = [request with { AnsweredBy = "anna.berg" }] }));
        Assert.False(Reads("anna.berg", Beijing with { Consents = [request] }));
    }

    [Fact]
    public void Who_was_called_by_an_open_alarm_of_it_reads_it_and_by_another_ones_not()
    {
        var alarm = Night.Open with { Visit = Beijing.Id, Drawn = ["anna.berg"] };
        Assert.True(Reads("anna.berg", Beijing, alarms: alarm));
        Assert.False(Reads("karl.weiss", Beijing, alarms: alarm));
        Assert.False(Reads("anna.berg", Beijing, alarms: alarm with { Visit = "other" }));
        Assert.False(Reads("anna.berg", Beijing, alarms: alarm with { State = AlarmState.Resolved }));
    }

    [Fact]
    public void Who_watches_who_has_a_duty_of_it_and_who_led_it_reads_it()
    {
        Assert.True(Reads("anna.berg", Beijing with { FormerLeads = ["anna.berg"] }));
        Assert.True(Reads("anna.berg", Beijing with { Left = new Departure(LeavingMode.ForTheNight, Now, "anna.berg") }));
        Assert.True(Reads("anna.berg", Beijing with { Duties = Beijing.Duties.SetItem("watch", new DutyRecord { Owner = "anna.berg" }) }));
    }

    [Fact]
    public void What_is_shown_at_once_may_be_read()
    {
        foreach (var person in Night.Place.Directory.People)
        {
            var sight = Sight.Of(person, Night.Place, Now);
            Assert.All(new[] { Beijing, Berlin }.Where(sight.Sees), visit => Assert.True(Reads(person.Id, visit), person.Id));
        }
    }

    [Fact]
    public void A_refusal_says_whom_to_ask()
    {
        var refusal = ReadingRights.ToRead(Beijing, "anna.berg", [], Night.Place, Now);
        refusal.Speaks("visit-not-read");
        Assert.Contains("Li Ming", refusal!.Sentence.En, StringComparison.Ordinal);
        Assert.Contains("王芳", refusal.Sentence.Zh, StringComparison.Ordinal);
        Assert.Equal("person-unknown", ReadingRights.ToRead(Beijing, "nobody", [], Night.Place, Now)?.Code);
    }

    private static bool Reads(string person, Visit visit, Workplace? place = null, Instant? now = null, params Alarm[] alarms) =>
        ReadingRights.ToRead(visit, person, alarms, place ?? Night.Place, now ?? Now) is null;
}
