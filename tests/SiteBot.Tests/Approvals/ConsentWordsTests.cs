using NodaTime;
using SiteBot.Approvals;
using SiteBot.Approvals.Spoken;
using SiteBot.Ledger;
using SiteBot.Tests.Escalation;
using SiteBot.Tests.Visits;
using SiteBot.Visits;
using static SiteBot.Tests.Visits.GoodNight;

namespace SiteBot.Tests.Approvals;

public sealed class ConsentWordsTests
{
    private static readonly ConsentWords Words = ConsentWords.Load(Shipped.Dialogs);

    [Theory]
    [InlineData("同意", SpokenVerb.Approve)]
    [InlineData("我同意。", SpokenVerb.Approve)]
    [InlineData("批准到两点", SpokenVerb.Approve)]
    [InlineData("Approve until 3 am", SpokenVerb.Approve)]
    [InlineData("I approve", SpokenVerb.Approve)]
    [InlineData("不同意，备件没到", SpokenVerb.Reject)]
    [InlineData("拒絕", SpokenVerb.Reject)]
    [InlineData("reject: no spare board", SpokenVerb.Reject)]
    [InlineData("I do not approve", SpokenVerb.Reject)]
    [InlineData("撤回同意", SpokenVerb.Withdraw)]
    [InlineData("withdraw my consent", SpokenVerb.Withdraw)]
    [InlineData("好", SpokenVerb.Bare)]
    [InlineData("好的！", SpokenVerb.Bare)]
    [InlineData("ok", SpokenVerb.Bare)]
    [InlineData("Yes.", SpokenVerb.Bare)]
    [InlineData("同意了", SpokenVerb.Bare)]
    [InlineData("agreed", SpokenVerb.Bare)]
    public void What_an_approver_writes_is_an_answer(string message, SpokenVerb verb) => Assert.Equal(verb, Words.Read(message)?.Verb);

    [Theory]
    [InlineData("可以同意吗")]
    [InlineData("approved?")]
    [InlineData("局方同意了")]
    [InlineData("approval form")]
    [InlineData("请产品用服同意")]
    [InlineData("现在可以升级吗")]
    public void A_question_and_what_others_said_are_none(string message) => Assert.Null(Words.Read(message));

    [Theory]
    [InlineData("拒绝，理由：备件没到", "", "备件没到")]
    [InlineData("拒绝：备件没到，改周四", "", "备件没到，改周四")]
    [InlineData("拒绝朝阳机房，因为备件没到", "朝阳机房", "备件没到")]
    [InlineData("reject: no spare board", "", "no spare board")]
    [InlineData("reject Chaoyang because no spare board", "Chaoyang", "no spare board")]
    [InlineData("reject", "", null)]
    [InlineData("撤回同意，原因：用户有会议", "", "用户有会议")]
    public void A_no_has_its_reason_behind_a_mark_or_a_word_for_it(string message, string about, string? reason)
    {
        var said = Words.Read(message)!;
        Assert.Equal((about, reason), (said.About, said.Reason?.Value));
    }

    [Theory]
    [InlineData("", null, null)]
    [InlineData("到两点", null, "02:00")]
    [InlineData("until 3 am", null, "03:00")]
    [InlineData("until 03:00", null, "03:00")]
    [InlineData("00:00-03:00", "00:00", "03:00")]
    [InlineData("零点到三点", "00:00", "03:00")]
    [InlineData("从一点起", "01:00", null)]
    [InlineData("from 1 am", "01:00", null)]
    [InlineData("明天凌晨一点到三点", "01:00", "03:00")]
    public void A_yes_takes_a_shorter_window(string about, string? from, string? to)
    {
        var window = Words.Window(about, Scope, Beijing, At(0, 23, 30));
        Assert.Equal((from, to, null), (Hour(window.From), Hour(window.To), window.Left));
    }

    [Theory]
    [InlineData("但要先备份")]
    [InlineData("书在哪")]
    [InlineData("两点")]
    [InlineData("两个小时")]
    [InlineData("到两点，如果用户在场")]
    [InlineData("if the spare board is there")]
    public void A_condition_or_half_a_window_is_not_understood(string about) => Assert.NotNull(Words.Window(about, Scope, Beijing, At(0, 23, 30)).Left);

    [Fact]
    public void A_window_of_another_day_is_that_day_and_not_the_night_asked_for() =>
        Assert.Equal((At(3, 1), At(3, 3)), Words.Window("2026-03-13 01:00-03:00", Scope, Beijing, At(0, 23, 30)) is var window ? (window.From!.Value, window.To!.Value) : default);

    [Fact]
    public void What_waits_for_somebody_is_what_they_were_asked_and_may_answer()
    {
        var mine = Asked.Told(new VisitEvent.HandedOver(Head, null), At(0, 11)) with { Id = "mine" };
        Assert.Equal(["r2"], Waiting(Head, Asked, mine));
        Assert.Equal(["r2"], Waiting(Head, mine));
        Assert.Empty(Waiting(Engineer, Asked));
        Assert.Empty(Waiting(Head, AllSet));
        Assert.Empty(ConsentsOf.Waiting([Asked], Head, Scope.To, Place));
        Assert.Equal(["r2"], Waiting(Colleague, Night.With("roles: [office_head]", "roles: [office_head]\n    deputies: [{id: sun.bo}]"), Asked));
    }

    [Fact]
    public void Who_gave_a_consent_may_take_it_back()
    {
        Assert.Equal(["r2"], ConsentsOf.Given([AllSet], Head, HalfPast, Place).Select(one => one.Request.Id));
        Assert.Empty(ConsentsOf.Given([Asked], Head, HalfPast, Place));
        Assert.Empty(ConsentsOf.Given([AllSet], Engineer, HalfPast, Place));
    }

    private static IEnumerable<string> Waiting(string by, params Visit[] visits) => Waiting(by, Place, visits);

    private static IEnumerable<string> Waiting(string by, Workplace place, params Visit[] visits) => ConsentsOf.Waiting(visits, by, At(0, 15), place).Select(one => one.Request.Id);

    private static string? Hour(Instant? at) => at?.InZone(Beijing).TimeOfDay.ToString("HH:mm", null);
}
