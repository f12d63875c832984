using NodaTime;
using SiteBot.Directory;
using SiteBot.Gate;
using SiteBot.Standing;
using SiteBot.Tests.Escalation;
using SiteBot.Tests.Gate.Asking;
using SiteBot.Tests.Visits;
using static SiteBot.Tests.Visits.GoodNight;

namespace SiteBot.Tests.Standing;

public sealed class StandingWordsTests
{
    private static readonly Instant Now = At(0, 9);

    private static readonly Workplace Frozen = VisitFactsTests.Kept(
        new StandingEvent.Frozen("f1", "office/BJ", At(5, 0), At(6, 0), "春节"), new StandingEvent.Frozen("f2", "office/BJ", At(15, 0), At(16, 0), "大会"),
        new StandingEvent.Frozen("f3", "office/BER", At(5, 0), At(6, 0), "Easter"));

    private static Instant Beijing(int month, int day, int hour = 0) => new LocalDateTime(2027, month, day, hour, 0).InZoneLeniently(GoodNight.Beijing).ToInstant();

    [Theory]
    [InlineData("freeze Beijing 2027-02-05 to 2027-02-20 Spring Festival", "office/BJ", "Spring Festival")]
    [InlineData("Freeze BJ from 2027-02-05 until 2027-02-20, because of Spring Festival.", "office/BJ", "Spring Festival")]
    [InlineData("freeze Beijing regional office 2027/02/05 - 2027/02/20 (Spring Festival)", "office/BJ", "Spring Festival")]
    [InlineData("freeze Beijing operator 5 Feb 2027 to 20 Feb 2027 Spring Festival", "customer/CM-BJ", "Spring Festival")]
    [InlineData("freeze BJ-042 2027-02-05 to 2027-02-20 repair", "site/BJ-042", "repair")]
    [InlineData("封网 北京 2027-02-05 至 2027-02-20 春节", "office/BJ", "春节")]
    [InlineData("封网北京办事处 2027年2月5日到2027年2月20日，因为春节", "office/BJ", "春节")]
    [InlineData("封网 北京 ２０２７-０２-０５ 至 ２０２７-０２-２０ 春节", "office/BJ", "春节")]
    [InlineData("封网 朝阳机房 2027年2月5日至2月20日 原因：改造", "site/BJ-042", "改造")]
    public void A_freeze_is_read_with_its_last_day_inside(string message, string of, string reason) =>
        Assert.Equal(new StandingProposal.Freeze(of, Beijing(2, 5), Beijing(2, 21), reason), StandingWords.Read(message, Place, Now)!.Proposals.Single());

    [Fact]
    public void Hours_are_kept_as_written() => Assert.Equal(
        new StandingProposal.Freeze("office/BJ", Beijing(2, 5, 8), Beijing(2, 20, 6), "春节"),
        StandingWords.Read("封网 北京 2027-02-05 08:00 至 2027-02-20 06:00 春节", Place, Now)!.Proposals.Single());

    [Fact]
    public void Dates_are_those_of_the_owners_zone() => Assert.Equal(
        new StandingProposal.Freeze("office/BER", Instant.FromUtc(2027, 2, 4, 23, 0), Instant.FromUtc(2027, 2, 5, 23, 0), "audit"),
        StandingWords.Read("freeze Berlin 2027-02-05 to 2027-02-05 audit", Place, Now)!.Proposals.Single());

    [Theory]
    [InlineData("freeze Beijing", "freeze-dates")]
    [InlineData("封网 北京 2027-02-05 春节", "freeze-dates")]
    [InlineData("freeze Paris 2027-02-05 to 2027-02-20 x", "freeze-of")]
    [InlineData("freeze 2027-02-05 to 2027-02-20 x", "freeze-of")]
    [InlineData("封网 北京 2027-02-20 至 2027-02-05 春节", "freeze-time")]
    [InlineData("封网 北京 2027-02-05 至 2027-02-20", "freeze-reason")]
    [InlineData("release for MSC 1", "release-version")]
    [InlineData("发布 V3.09.00", "release-product")]
    [InlineData("release V3.09.00 for XYZ", "release-product")]
    [InlineData("异常发布 MSC V3.09.00", "release-number")]
    [InlineData("unfreeze Paris", "freeze-of")]
    [InlineData("解除封网 海淀机房", "thaw-none")]
    [InlineData("bind this channel to Paris", "bind-office")]
    public void What_is_missing_is_asked_for(string message, string code)
    {
        var read = StandingWords.Read(message, Frozen, Now)!;

        Assert.Empty(read.Proposals);
        read.Missing.Speaks(code);
    }

    [Theory]
    [InlineData("release V3.08.21 for MSC", "V3.08.21", null)]
    [InlineData("Release MSC v3.09.00", "V3.09.00", null)]
    [InlineData("发布 MSC V3.08.21", "V3.08.21", null)]
    [InlineData("发布移动交换中心V3.09.00", "V3.09.00", null)]
    [InlineData("release V3.09.00 for MSC exceptionally under number EX-2027-001", "V3.09.00", "EX-2027-001")]
    [InlineData("exceptional release V3.09.00 for MSC no. EX-1", "V3.09.00", "EX-1")]
    [InlineData("异常发布 MSC V3.09.00 编号 EX-001", "V3.09.00", "EX-001")]
    [InlineData("发布 MSC V300R001C10", "V300R001C10", null)]
    public void A_release_is_read(string message, string version, string? number) =>
        Assert.Equal(new StandingProposal.Release("MSC", version, number), StandingWords.Read(message, Place, Now)!.Proposals.Single());

    [Theory]
    [InlineData("withdraw release V3.08.21 for MSC")]
    [InlineData("withdraw the release of V3.08.21 for MSC")]
    [InlineData("撤回发布 MSC V3.08.21")]
    [InlineData("取消版本发布 MSC V3.08.21")]
    public void A_withdrawal_is_read(string message) =>
        Assert.Equal(new StandingProposal.Withdraw("MSC", "V3.08.21"), StandingWords.Read(message, Place, Now)!.Proposals.Single());

    [Theory]
    [InlineData("unfreeze Beijing", "f1,f2")]
    [InlineData("解除封网 北京", "f1,f2")]
    [InlineData("lift the freeze of Berlin", "f3")]
    [InlineData("unfreeze f2", "f2")]
    [InlineData("解封", "f1,f2,f3")]
    [InlineData("unfreeze Beijing 2026-03-15", "f1")]
    public void Freezes_to_lift_are_named_and_several_are_a_choice(string message, string ids) => Assert.Equal(
        ids.Split(',').Select(id => (StandingProposal)new StandingProposal.Thaw(id)), StandingWords.Read(message, Frozen, Now)!.Proposals);

    [Theory]
    [InlineData("bind this channel to Beijing")]
    [InlineData("绑定频道 北京")]
    [InlineData("把这个频道绑定给北京办事处")]
    public void A_channel_to_bind_is_read(string message) => Assert.Equal(new StandingProposal.Bind("BJ"), StandingWords.Read(message, Place, Now)!.Proposals.Single());

    [Theory]
    [InlineData("can I upgrade now?")]
    [InlineData("可以升级了吗？")]
    [InlineData("the screen is frozen")]
    [InlineData("freezer broken")]
    [InlineData("release me")]
    [InlineData("发布会几点")]
    [InlineData("")]
    public void Everything_else_is_left_alone(string message) => Assert.Null(StandingWords.Read(message, Place, Now));

    [Fact]
    public void The_confirming_card_says_what_will_hold_for_whom_until_when()
    {
        var freeze = StandingWords.Read("封网 北京 2027-02-05 至 2027-02-20 春节", Place, Now)!.Proposals[0];

        Assert.Equal("封网：北京办事处，2027-02-05 00:00 (+08:00) 至 2027-02-21 00:00 (+08:00)（不含），原因：春节。期间除恢复业务外都不放行。请确认。", freeze.Sentence(Place, Now).Zh);
        Assert.Equal(
            "Change freeze: Beijing regional office, 2027-02-05 00:00 (+08:00) until 2027-02-21 00:00 (+08:00) (exclusive), 春节. Meanwhile nothing is a go but restoring service. Please confirm.",
            freeze.Sentence(Place, Now).En);
        Assert.Null(freeze.Refuses(Head, Now, Place));
        freeze.Refuses(Engineer, Now, Place).Speaks("standing-not-yours");
        Assert.All(
            new StandingProposal[] { new StandingProposal.Thaw("f1"), new StandingProposal.Release("MSC", "V1", "EX"), new StandingProposal.Withdraw("MSC", "V1"), new StandingProposal.Bind("BJ") },
            proposal => Assert.EndsWith("请确认", proposal.Sentence(Frozen, Now).Zh.TrimEnd('。').Replace("解除", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void The_nearest_policy_wins_and_says_whose_it_is()
    {
        var near = Night.With("policy: {}\n    equipment: [{id: MSC-1", "policy: {nightWindow: {from: \"01:00\", to: \"05:00\"}}\n    equipment: [{id: MSC-1");
        var summary = PolicySummary.Of(near.Directory.FindSite("BJ-042")!, near, Now);

        Assert.Equal("夜间窗口 01:00–05:00（重大操作）（朝阳机房的政策）", summary.Sentence(summary.Lines[0], Now).Zh);
        Assert.Equal(PolicyLevel.Default, PolicySummary.Of(near.Directory.FindSite("BJ-077")!, near, Now).Lines[0].Owner.Level);
    }
}
