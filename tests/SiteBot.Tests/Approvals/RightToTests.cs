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

public sealed class RightToTests
{
    [Theory]
    [InlineData(Engineer, true, true)]
    [InlineData(Colleague, true, true)]
    [InlineData(Head, true, true)]
    [InlineData(Support, true, true)]
    [InlineData(Admin, true, true)]
    [InlineData("liu.na", true, true)]
    [InlineData(Remote, false, true)]
    [InlineData(Stranger, false, false)]
    [InlineData("karl.weiss", false, false)]
    public void Who_may_act_and_who_may_tell(string by, bool acts, bool tells)
    {
        Assert.Equal((acts, tells), (RightTo.Act(AllSet, by, Place, HalfPast) is null, RightTo.Tell(AllSet, by, Place, HalfPast) is null));
        if (!acts)
        {
            RightTo.Act(AllSet, by, Place, HalfPast).Speaks("visit-not-yours");
            Assert.Contains("Li Ming (+86 10 5550 0001)", RightTo.Act(AllSet, by, Place, HalfPast)!.Sentence.En, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Who_led_it_before_still_may()
    {
        var handed = AllSet.Told(new VisitEvent.HandedOver(Stranger, null), HalfPast).Told(new VisitEvent.HandedOver(Engineer, null), HalfPast);

        Assert.Null(RightTo.Act(handed, Stranger, Place, HalfPast));
    }

    [Fact]
    public void Who_is_not_in_the_directory_is_told_whom_to_ask()
    {
        var refusal = RightTo.Act(AllSet, "somebody", Place, HalfPast);

        refusal.Speaks("person-unknown");
        Assert.Contains("系统管理员（+86 755 5550 0008）", refusal!.Sentence.Zh, StringComparison.Ordinal);
    }
}
