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

public sealed class VoidedConsentsTests
{
    [Fact]
    public void Each_consent_that_a_changed_plan_voids_is_named_with_what_changed()
    {
        var voided = VoidedConsents.Of(AllSet, Plan with { TargetVersion = "V3.08.20" }, Place);

        Assert.Equal(["r1", "r2", null], voided.Select(consent => consent.Request?.Id));
        Assert.All(voided, consent => Assert.Equal([ScopePart.TargetVersion], consent.Changed.AsEnumerable()));
        Assert.Equal("产品用服的同意作废：目标版本改了，需要重新征求。", voided[0].Sentence.Zh);
        Assert.Equal("The consent of the head of the regional office is void: the target version changed; it has to be asked again.", voided[1].Sentence.En);
        Assert.Equal("The customer's consent is void: the target version changed; get it again and record it (6.5-5).", voided[2].Sentence.En);
    }

    [Fact]
    public void An_open_request_is_void_too_and_one_that_was_answered_no_is_not()
    {
        var some = Asked.Told(new VisitEvent.ConsentAnswered("r2", false, null, null, new PrivateText("不行")), At(0, 15), Head);

        Assert.Equal(["r1", null], VoidedConsents.Of(some, Plan with { From = At(1, 1) }, Place).Select(consent => consent.Request?.Id));
        Assert.Empty(VoidedConsents.Of(AllSet, Plan with { DurationMinutes = 60 }, Place));
    }
}
