using NodaTime;
using SiteBot.Approvals;
using SiteBot.Oversight;
using SiteBot.Tests.Escalation;
using SiteBot.Tests.Forms;
using SiteBot.Visits;

namespace SiteBot.Tests.Oversight;

public sealed class SightTests
{
    private static readonly Instant Now = SampleVisits.At(0, 12);

    private static Visit Beijing => SampleVisits.Planned("upgrade", Language.Zh);

    private static Visit Berlin => Beijing with { Id = "ber", Office = "BER", Site = "BER-001", Lead = "anna.berg", Plan = Beijing.Plan with { Equipment = "MSC-B1" } };

    private static Visit Register => Beijing with { Id = "hlr", Site = "BJ-077", Lead = "sun.bo", Plan = Beijing.Plan with { Equipment = "HLR-1", Product = "HLR" } };

    [Theory]
    [InlineData("root.admin", true, true, true)]
    [InlineData("wang.fang", true, false, true)]
    [InlineData("liu.na", true, false, true)]
    [InlineData("karl.weiss", false, true, false)]
    [InlineData("zhao.lei", true, true, true)]
    [InlineData("li.ming", true, false, false)]
    [InlineData("sun.bo", false, false, true)]
    [InlineData("chen.yu", false, false, false)]
    public void A_person_sees_what_they_look_after(string person, bool beijing, bool berlin, bool register)
    {
        var sight = Of(person, Night.Place);
        Assert.Equal((beijing, berlin, register), (sight.Sees(Beijing), sight.Sees(Berlin), sight.Sees(Register)));
    }

    [Fact]
    public void Product_support_sees_its_products_and_what_has_none_yet()
    {
        // Somebody else answers for the other product then.
        var directory = Shipped.File("sample-directory.yaml").Text
            .Replace("roles: [product_support]\n    products: [MSC, HLR]", "roles: [product_support]\n    products: [HLR]", StringComparison.Ordinal)
            .Replace("roles: [remote_support, expert]", "roles: [remote_support, expert, product_support]", StringComparison.Ordinal);
        var sight = Of("zhao.lei", Night.Of(directory));
        Assert.Equal((false, true), (sight.Sees(Beijing), sight.Sees(Register)));
        Assert.True(sight.Sees(Beijing with { Site = "BJ-077", Plan = WorkPlan.Empty }));
    }

    [Fact]
    public void A_deputy_sees_it_on_their_days_and_the_moment_after_no_more()
    {
        var place = Night.With("roles: [office_head]", "roles: [office_head]\n    deputies: [{id: li.ming, from: 2026-03-10, to: 2026-03-11}]");
        var lastMoment = SampleVisits.At(1, 0) - Duration.FromTicks(1);
        Assert.True(Of("li.ming", place, lastMoment).Sees(Register));
        Assert.False(Of("li.ming", place, SampleVisits.At(1, 0)).Sees(Register));
    }

    [Fact]
    public void Who_is_asked_for_consent_sees_the_visit()
    {
        var request = new ConsentRequest("c1", ApproverRole.OfficeHead, new WorkScope("upgrade", "MSC-1", null, Now, Now + Duration.FromHours(4)), ["chen.yu"], "li.ming", Now, false);
        Assert.True(Of("chen.yu", Night.Place).Sees(Beijing with { Consents = [request] }));
        Assert.False(Of("chen.yu", Night.Place).Sees(Beijing with { Consents = [request with { State = ConsentState.Void }] }));
    }

    [Theory]
    [InlineData("root.admin", true)]
    [InlineData("wang.fang", true)]
    [InlineData("li.ming", true)]
    [InlineData("zhao.lei", true)]
    [InlineData("karl.weiss", false)]
    [InlineData("anna.berg", false)]
    public void An_alarm_is_seen_by_its_regional_office_its_product_its_chain_and_who_reported_it(string person, bool sees) =>
        Assert.Equal(sees, Of(person, Night.Place).Sees(Night.Open));

    private static Sight Of(string person, Workplace place, Instant? now = null) => Sight.Of(place.Directory.FindPerson(person)!, place, now ?? Now);
}
