using NodaTime;
using SiteBot.Directory;
using SiteBot.Gate;
using SiteBot.Standing;
using SiteBot.Tests.Escalation;
using SiteBot.Tests.Gate.Asking;
using SiteBot.Tests.Visits;
using static SiteBot.Tests.Visits.GoodNight;

namespace SiteBot.Tests.Standing;

public sealed class StandingVerbTests
{
    private static readonly Instant Now = At(0, 9);

    private static StandingDecided Freeze(string by = Head, string of = "office/BJ", int from = 5, int to = 6, string? reason = "春节", Workplace? workplace = null) =>
        FreezeVerb.Decide("f1", of, At(from, 0), At(to, 0), reason, by, Now, workplace ?? Place);

    [Theory]
    [InlineData(Head, "office/BJ", true)]
    [InlineData(Head, "site/BJ-077", true)]
    [InlineData(Head, "customer/CM-BJ", true)]
    [InlineData(Admin, "office/BER", true)]
    [InlineData(Head, "office/BER", false)]
    [InlineData(Head, "customer/TK-BER", false)]
    [InlineData(Support, "office/BJ", false)]
    [InlineData(Engineer, "site/BJ-042", false)]
    public void A_freeze_is_kept_by_the_head_of_that_regional_office_or_an_administrator(string by, string of, bool may)
    {
        Assert.Equal(may, Freeze(by, of).Event is StandingEvent.Frozen);
        if (!may)
        {
            Freeze(by, of).Refusal.Speaks("standing-not-yours");
        }
    }

    [Fact]
    public void Who_is_refused_is_told_whom_to_ask()
    {
        Assert.Contains("Karl Weiss (+49 30 5550 0009)", Freeze(Head, "office/BER").Refusal!.Sentence.En, StringComparison.Ordinal);
        Freeze("nobody").Refusal.Speaks("person-unknown");
    }

    [Theory]
    [InlineData("office/XX", 5, 6, "春节", "freeze-of")]
    [InlineData("office/BJ", 6, 5, "春节", "freeze-time")]
    [InlineData("office/BJ", -3, 0, "春节", "freeze-time")]
    [InlineData("office/BJ", 5, 400, "春节", "freeze-time")]
    [InlineData("office/BJ", 5, 6, " ", "freeze-reason")]
    public void A_freeze_that_makes_no_sense_is_refused(string of, int from, int to, string reason, string code) => Freeze(Admin, of, from, to, reason).Refusal.Speaks(code);

    [Fact]
    public void A_freeze_is_audited_and_lifted_likewise()
    {
        var commit = Freeze().Commit(StandingFacts.None, Now, Head)!;
        Assert.Equal((Head, "frozen"), (commit.Streams.Single().Facts.Single().By, commit.Streams.Single().Facts.Single().Kind));

        var frozen = VisitFactsTests.Kept(Freeze().Event!);
        Assert.Equal(new StandingEvent.Thawed("f1"), ThawVerb.Decide("f1", Head, Now, frozen).Event);
        ThawVerb.Decide("f1", Support, Now, frozen).Refusal.Speaks("standing-not-yours");
        Assert.Equal(StandingDecided.Nothing, ThawVerb.Decide("f9", Head, Now, frozen));
        Assert.Equal(StandingDecided.Nothing, Freeze(workplace: frozen));
        Assert.Null(StandingDecided.Nothing.Commit(StandingFacts.None, Now, Head));
    }

    [Theory]
    [InlineData(Support, "MSC", true)]
    [InlineData(Admin, "HLR", true)]
    [InlineData(Head, "MSC", false)]
    [InlineData(Remote, "MSC", false)]
    public void A_release_is_registered_by_the_products_support_or_an_administrator(string by, string product, bool may) =>
        Assert.Equal(may, ReleaseVerb.Decide(product, "V3.09.00", null, by, Now, Place).Event is not null);

    [Fact]
    public void A_release_counts_from_then_on_and_withdrawn_nobody_may_use_it()
    {
        var released = VisitFactsTests.Kept(ReleaseVerb.Decide("msc", "V3.09.00", null, Support, Now, Place).Event!);
        Assert.Equal(ReleaseStatus.Released, VersionRegister.Entry("MSC", "V3.09.00", released)!.Status);

        var withdrawn = VisitFactsTests.Kept(new StandingEvent.Released("MSC", "V3.09.00", null), WithdrawRelease.Decide("MSC", "V3.09.00", Support, Now, released).Event!);
        Assert.Equal(ReleaseStatus.Unreleased, VersionRegister.Entry("MSC", "V3.09.00", withdrawn)!.Status);
        Assert.Equal(StandingDecided.Nothing, WithdrawRelease.Decide("MSC", "V3.09.00", Support, Now, withdrawn));

        var again = VisitFactsTests.Kept(new StandingEvent.ReleaseWithdrawn("MSC", "V3.08.21"), ReleaseVerb.Decide("MSC", "V3.08.21", null, Support, Now, VisitFactsTests.Kept(new StandingEvent.ReleaseWithdrawn("MSC", "V3.08.21"))).Event!);
        Assert.Equal(ReleaseStatus.Released, VersionRegister.Entry("MSC", "V3.08.21", again)!.Status);
    }

    [Fact]
    public void What_is_so_already_is_nothing_new_and_what_makes_no_sense_is_refused()
    {
        Assert.Equal(StandingDecided.Nothing, ReleaseVerb.Decide("MSC", "V3.08.21", null, Support, Now, Place));
        ReleaseVerb.Decide("XX", "V3.08.21", null, Support, Now, Place).Refusal.Speaks("release-product");
        ReleaseVerb.Decide("MSC", "V3 08", null, Support, Now, Place).Refusal.Speaks("release-version");
        ReleaseVerb.Decide("MSC", "V3.09.00", "EX 1", Support, Now, Place).Refusal.Speaks("release-version");
        WithdrawRelease.Decide("MSC", "V9", Support, Now, Place).Refusal.Speaks("release-none");
        WithdrawRelease.Decide("MSC", "V3.08.21", Head, Now, Place).Refusal.Speaks("standing-not-yours");
    }

    [Fact]
    public void A_channel_is_bound_by_the_head_of_its_regional_office_or_an_administrator()
    {
        Assert.Equal(new StandingEvent.ChannelBound("BJ", "t", "c"), BindChannel.Decide("bj", "t", "c", Head, Now, Place).Event);
        Assert.NotNull(BindChannel.Decide("BER", "t", "c", Admin, Now, Place).Event);
        BindChannel.Decide("BER", "t", "c", Head, Now, Place).Refusal.Speaks("standing-not-yours");
        BindChannel.Decide("BJ", null, "c", Head, Now, Place).Refusal.Speaks("bind-where");
        BindChannel.Decide("XX", "t", "c", Admin, Now, Place).Refusal.Speaks("bind-office");
        Assert.Equal(StandingDecided.Nothing, BindChannel.Decide("BJ", "t", "c", Head, Now, VisitFactsTests.Kept(new StandingEvent.ChannelBound("BJ", "t", "c"))));
    }
}
