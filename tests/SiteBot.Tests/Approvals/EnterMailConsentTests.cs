using System.Collections.Immutable;
using NodaTime;
using SiteBot.Approvals;
using SiteBot.Gate;
using SiteBot.Ledger;
using SiteBot.Tests.Escalation;
using SiteBot.Tests.Visits;
using SiteBot.Visits;
using static SiteBot.Tests.Visits.GoodNight;

namespace SiteBot.Tests.Approvals;

public sealed class EnterMailConsentTests
{
    private static Decided Enter(string? givenBy = "王芳", string by = Engineer, Visit? visit = null, ApproverRole role = ApproverRole.OfficeHead, Instant? now = null) =>
        EnterMailConsent.Decide(visit ?? Asked, role, PrivateText.Of(givenBy), "hash", by, now ?? At(0, 17), Place, "c3");

    [Fact]
    public void The_lead_may_enter_it_and_who_entered_it_stands_beside_it()
    {
        var after = VisitChange.Of(Asked).Tell(Enter(), At(0, 17), Engineer).After;
        var mailed = after.Consents[^1];

        Assert.Equal(("c3.mail", ConsentState.Approved, Engineer, "王芳"), (mailed.Id, mailed.State, mailed.AnsweredBy, mailed.ByMailOf!.Value));
        Assert.Equal("王芳（邮件，由李明录入）已于 17:00 (+08:00) 同意，时间 03-11 00:00–04:00 (+08:00)。", ConsentStory.Of(mailed, after, Place, At(0, 18)).Zh);
        Assert.Equal("王芳 (by e-mail, entered by Li Ming)", ConsentStory.Who(mailed, Place).En);
    }

    [Theory]
    [InlineData(null, "consent-mail-who")]
    [InlineData("陈宇", "consent-mail-role")]
    [InlineData("Chen Yu", "consent-mail-role")]
    [InlineData("Li Ming", "consent-own")]
    [InlineData("李明", "consent-own")]
    public void Who_wrote_it_has_the_role_and_is_not_the_lead(string? givenBy, string code) => Enter(givenBy).Refusal.Speaks(code);

    [Theory]
    [InlineData("wang fang")]
    [InlineData("大区总经理")]
    public void A_superior_outside_the_directory_may_have_written_it(string givenBy) => Assert.NotEmpty(Enter(givenBy).Events);

    [Fact]
    public void What_was_answered_by_card_stands()
    {
        Enter(visit: AllSet).Refusal.Speaks("consent-given");
        Enter(visit: Asked.Told(new VisitEvent.ConsentAnswered("r2", false, null, null, new PrivateText("不行")), At(0, 15), Head)).Refusal.Speaks("consent-rejected");
    }

    [Fact]
    public void It_is_for_the_plan_as_it_stands()
    {
        Enter(visit: Begun(Plan with { To = null })).Refusal.Speaks("plan-incomplete");
        Enter(now: At(1, 4)).Refusal.Speaks("window-over");
        Enter("赵磊", visit: Begun(Plan with { Operation = "hardware" }), role: ApproverRole.ProductSupport).Refusal.Speaks("consent-not-needed");
        Enter(by: Stranger).Refusal.Speaks("visit-not-yours");
        Enter(visit: Asked.Told(new VisitEvent.Cancelled(null), At(0, 11))).Refusal.Speaks("visit-ended");
    }
}
