using NodaTime;
using SiteBot.Gate;
using SiteBot.Gate.Decisions;
using SiteBot.Windows;

namespace SiteBot.Tests.Gate;

public sealed class PolicyOwnersTests
{
    private static readonly PolicyOwners Owners = new(Name("夜", "night owner"), Name("晚", "evening owner"), Name("峰", "peak owner"), Name("备", "backup owner"), Name("只读", "read-only owner"), [Name("甲", "first"), Name("乙", "second")]);

    private static readonly Facts Morning = Ready.Upgrade.When(Ready.At("2026-03-11T09:00:00+08:00")).Under(p => p with
    {
        Owners = Owners,
        BackupMaxAgeHours = 1,
        Freezes =
        [
            new ChangeFreeze(Ready.At("2026-04-01T00:00:00+08:00"), Ready.At("2026-04-02T00:00:00+08:00")),
            new ChangeFreeze(Ready.At("2026-03-11T00:00:00+08:00"), Ready.At("2026-03-12T00:00:00+08:00")),
        ],
    });

    [Theory]
    [InlineData("after_midnight", "is the policy of night owner.", "是夜的政策。")]
    [InlineData("not_peak", "are the policy of peak owner.", "是峰的政策。")]
    [InlineData("backup", "the age is the policy of backup owner)", "时限是备的政策）")]
    [InlineData("no_freeze", "or ask second to lift it", "或请乙解除")]
    public void A_reason_says_whose_policy_it_is(string check, string en, string zh)
    {
        Assert.Contains(en, Morning.Check(check).Reason.En);
        Assert.Contains(zh, Morning.Check(check).Reason.Zh);
    }

    [Fact]
    public void Whose_policy_it_is_changes_no_verdict()
    {
        var (with, without) = (Morning.Decide(), Morning.Under(p => p with { Owners = null }).Decide());
        Assert.Equal(without.Checks.Select(c => (c.Id, c.State, c.FixedBy)), with.Checks.Select(c => (c.Id, c.State, c.FixedBy)));
    }

    [Fact]
    public void A_record_keeps_whose_policy_it_was_and_replays_to_the_letter()
    {
        var (_, record) = DecisionRecord.Decide(Morning, Ready.Rules, new DecisionQuestion("d", "v", null, Ready.Night), "s", "d");
        Assert.Empty(DecisionReplay.Of(DecisionRecord.Read(record.ToWrite(Morning.Now)), Ready.Rules).Differences);
    }

    [Fact]
    public void What_grows_too_old_before_the_last_start_is_named_with_its_last_moment()
    {
        var facts = Ready.Upgrade.With(e => e with { Backup = e.Backup! with { At = Ready.Night - Duration.FromHours(22) } }) with { LastDataChangeAt = null };
        var verdict = facts.Decide();
        Assert.Equal([new EvidenceLapse("backup", Ready.Night + Duration.FromHours(2))], EvidenceLapses.Before(verdict.StartBy, facts, verdict));
        Assert.Equal(["backup", "escort"], EvidenceLapses.Before(null, facts, verdict).Select(l => l.Check));
        Assert.Empty(EvidenceLapses.Before(Ready.Night + Duration.FromHours(2), facts, verdict));
    }

    private static Text Name(string zh, string en) => new(zh, en);
}
