using NodaTime;
using SiteBot.Gate;
using SiteBot.Gate.Decisions;
using SiteBot.Ledger;
using SiteBot.Reading;

namespace SiteBot.Tests.Gate.Decisions;

public sealed class DecisionReplayTests
{
    private static readonly DecisionQuestion Question = new("d-1", "v-7", "li.wei", Ready.Night - Duration.FromHours(1));

    public static TheoryData<OperationKind> Kinds => [.. Enum.GetValues<OperationKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_decision_replayed_by_the_same_rules_and_data_is_the_same_to_the_letter(OperationKind kind)
    {
        foreach (var facts in new[] { Ready.For(kind), Ready.For(kind).When(Ready.Night - Duration.FromHours(3)), new Facts(Ready.Night, new SiteFacts(Ready.Beijing), new Operation(kind)) })
        {
            var replay = DecisionReplay.Of(Stored(facts), Ready.Rules);
            Assert.True(replay.IsSame);
            Assert.Empty(replay.Otherwise);
            Assert.Equal(facts.Decide().Kind, replay.Now.Kind);
        }
    }

    [Fact]
    public void A_record_read_back_from_what_the_ledger_keeps_is_the_record()
    {
        var (_, record) = Decide(Ready.Upgrade);
        var kept = record.ToWrite(Ready.Night);
        Assert.Equal((record.Id, StreamId.Visit("v-7"), Ready.Night), (kept.Id, kept.Stream, kept.At));
        Assert.Equal(record, DecisionRecord.Read(kept));
    }

    [Fact]
    public void A_moment_finer_than_is_stored_counts_as_it_is_stored()
    {
        var end = Ready.At("2026-03-11T04:00:00+08:00");
        var facts = Ready.Upgrade.When(end + Duration.FromTicks(3)).With(e => e with { Escort = new Attestation("x", end - Duration.FromHours(1)) });
        var (verdict, record) = Decide(facts);
        Assert.Equal(VerdictKind.Go, verdict.Kind);
        Assert.True(DecisionReplay.Of(record, Ready.Rules).IsSame);
    }

    [Fact]
    public void A_record_holds_no_name_and_no_free_text_and_the_verdict_is_the_same()
    {
        var secret = "Zhang San 13800000000";
        var said = new Attestation(secret, Ready.Night - Duration.FromHours(1));
        var facts = Ready.Upgrade.Doing(o => o with { Major = false, MinorReason = secret, AffectsReason = secret, ToolChanged = true, EngineerIsSure = false }).With(e => e with
        {
            RequestSigned = said,
            Escort = said,
            PlanAgreed = said,
            RemoteSupportReady = said,
            MediaConsent = said,
            Backup = e.Backup! with { Location = secret, Reason = secret },
            ProductSupportConsent = e.ProductSupportConsent! with { Signed = said },
            OfficeConsent = e.OfficeConsent! with { Signed = said },
            CustomerConsent = e.CustomerConsent! with { Signed = said },
            ExpertReview = new ExpertReview(Answer.Approved, said),
            ToolConfirmed = new ToolConfirmation(secret, secret),
        });
        var (verdict, record) = Decide(facts);
        Assert.Equal(VerdictKind.Go, verdict.Kind);
        Assert.DoesNotContain("Zhang", record.ToWrite(facts.Now).Json);
        Assert.DoesNotContain("138", record.ToWrite(facts.Now).Json);
        Assert.True(DecisionReplay.Of(record, Ready.Rules).IsSame);
    }

    [Fact]
    public void Other_rules_are_named_with_each_check_that_comes_out_otherwise()
    {
        var text = File.ReadAllText(Path.Combine(Shipped.Dialogs, "gate.yaml"));
        var other = GateRules.Read(new SourceFile("gate.yaml", text.Replace("provision: \"6.3-9\", fixed_by: engineer", "provision: \"6.3-8\", fixed_by: engineer", StringComparison.Ordinal)));
        var replay = DecisionReplay.Of(Stored(Ready.Upgrade), other);
        Assert.False(replay.IsSame);
        Assert.StartsWith("the gate's rules differ: ", Assert.Single(replay.Otherwise).En, StringComparison.Ordinal);
        Assert.Equal("backup: pass (6.3-9, engineer) then, pass (6.3-8, engineer) now", Assert.Single(replay.Differences).En);
    }

    [Fact]
    public void Other_time_zone_data_are_named_even_where_the_verdict_is_the_same()
    {
        var record = Stored(Ready.Upgrade);
        var replay = DecisionReplay.Of(record with { Versions = record.Versions with { TimeZoneData = "TZDB: 1999a" } }, Ready.Rules);
        Assert.True(replay.IsSame);
        Assert.StartsWith("the time zone data differ: TZDB: 1999a then, ", Assert.Single(replay.Otherwise).En, StringComparison.Ordinal);
        Assert.StartsWith("时区数据不同：当时 TZDB: 1999a，现在 ", replay.Otherwise[0].Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_standard_or_directory_in_force_today_is_named()
    {
        var record = Stored(Ready.Upgrade);
        var replay = DecisionReplay.Of(record, Ready.Rules, record.Versions with { Standard = "other", Directory = "another" });
        Assert.Equal(["the standard differs: standard then, other now", "the directory differs: directory then, another now"], replay.Otherwise.Select(o => o.En));
    }

    [Fact]
    public void A_record_whose_verdict_was_changed_by_hand_is_found_out()
    {
        var record = Stored(Ready.Upgrade.With(e => e with { Backup = null }));
        var replay = DecisionReplay.Of(record with { Verdict = record.Verdict.Replace("\"verdict\":\"no\"", "\"verdict\":\"go\"", StringComparison.Ordinal) }, Ready.Rules);
        Assert.Equal("the verdict: go then, no now", Assert.Single(replay.Differences).En);
    }

    [Fact]
    public void A_record_whose_policy_was_changed_by_hand_is_found_out()
    {
        var record = Stored(Ready.Upgrade);
        var replay = DecisionReplay.Of(record with { Facts = record.Facts.Replace("\"backupMaxAgeHours\":24", "\"backupMaxAgeHours\":48", StringComparison.Ordinal) }, Ready.Rules);
        Assert.StartsWith("the site's policy differs: ", Assert.Single(replay.Otherwise).En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"format":1,"askedAt":"x"}""")]
    [InlineData("""{"format":2}""")]
    public void What_is_no_record_is_refused_by_its_id(string json)
    {
        var refused = Assert.Throws<DecisionRecordException>(() => DecisionRecord.Read(new DecisionWrite("d-1", StreamId.Visit("v"), Ready.Night, json)));
        Assert.Contains("d-1", refused.Message);
    }

    [Fact]
    public void Facts_that_cannot_be_read_again_are_said_with_their_path()
    {
        var record = Stored(Ready.Upgrade);
        var refused = Assert.Throws<DecisionRecordException>(() => DecisionReplay.Of(record with { Facts = record.Facts.Replace("Asia/Shanghai", "Asia/Gone", StringComparison.Ordinal) }, Ready.Rules));
        Assert.Contains("site.timeZone", refused.Message);
    }

    [Theory]
    [InlineData(Language.En, "Decision d-1: no", "asked by li.wei at 2026-03-10 23:30 (+08:00) for visit v-7", "decided for 2026-03-11 00:30 (+08:00)", "version upgrade of MSC-1 to V3.08.21 at BJ-042, 120 minutes", "  backup (6.3-9; cleared by you): Back the data up")]
    [InlineData(Language.Zh, "决定 d-1：不可以", "li.wei 于 2026-03-10 23:30 (+08:00) 为现场服务 v-7 询问", "判断的时刻：2026-03-11 00:30 (+08:00)", "版本升级，设备 MSC-1，目标版本 V3.08.21，站点 BJ-042，120 分钟", "  数据备份（6.3-9；由你解决）：请备份数据")]
    public void An_explanation_says_who_asked_what_and_why_the_answer_was_so(Language language, params string[] said)
    {
        var explained = DecisionExplanation.Of(Stored(Ready.Upgrade.With(e => e with { Backup = null })), Ready.Rules, language);
        Assert.All(said, line => Assert.Contains(line, explained));
        Assert.Equal(language == Language.Zh, explained.Any(c => c >= '\u4e00'));
    }

    private static (Verdict Verdict, DecisionRecord Record) Decide(Facts facts) => DecisionRecord.Decide(facts, Ready.Rules, Question, "standard", "directory");

    private static DecisionRecord Stored(Facts facts) => DecisionRecord.Read(Decide(facts).Record.ToWrite(facts.Now));
}
