using NodaTime;
using SiteBot.Gate;
using SiteBot.Gate.Asking;
using SiteBot.Gate.Conflicts;
using SiteBot.Standing;
using SiteBot.Tests.Gate.Asking;
using SiteBot.Tests.Visits;
using SiteBot.Visits;
using static SiteBot.Tests.Visits.GoodNight;

namespace SiteBot.Tests.Standing;

/// <summary>What depends on what is kept by chat, since the directory has no word for it; whoever works on both at once is warned with the other party's name.</summary>
public sealed class DependencyTests
{
    private const string Hlr = "BJ-077/HLR-1", Msc = "BJ-042/MSC-1";
    private static readonly Instant Now = At(0, 9);
    private static readonly Workplace Tied = VisitFactsTests.Kept(new StandingEvent.DependencyTold(Hlr, Msc));

    [Theory]
    [InlineData("HLR-1 depends on MSC-1")]
    [InlineData("hlr-1 depends on msc-1.")]
    [InlineData("BJ-077/HLR-1 depends on BJ-042/MSC-1")]
    [InlineData("record: HLR-1 depends on MSC-1")]
    [InlineData("HLR-1 依赖 MSC-1")]
    [InlineData("HLR-1依赖于MSC-1。")]
    [InlineData("登记依赖：HLR-1 依赖 MSC-1")]
    public void A_dependency_is_read(string message) => Assert.Equal(new StandingProposal.Depend(Hlr, Msc), StandingWords.Read(message, Place, Now)!.Proposals.Single());

    [Theory]
    [InlineData("HLR-1 no longer depends on MSC-1")]
    [InlineData("HLR-1 does not depend on MSC-1 any more")]
    [InlineData("withdraw: HLR-1 depends on MSC-1")]
    [InlineData("HLR-1 不再依赖 MSC-1")]
    [InlineData("HLR-1不再依赖MSC-1了")]
    [InlineData("撤销 HLR-1 依赖 MSC-1")]
    public void Taking_it_back_is_read(string message) => Assert.Equal(new StandingProposal.Independent(Hlr, Msc), StandingWords.Read(message, Tied, Now)!.Proposals.Single());

    [Theory]
    [InlineData("BSC-9 depends on MSC-1", "BSC-9")]
    [InlineData("HLR-1 依赖 BSC-9", "BSC-9")]
    public void Equipment_that_the_directory_has_not_is_asked_for(string message, string name)
    {
        var missing = StandingWords.Read(message, Place, Now)!.Missing!;
        Assert.Equal("dependency-equipment", missing.Code);
        Assert.Contains(name, missing.Sentence.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("it depends on the operator")]
    [InlineData("this depends on MSC-1")]
    [InlineData("不依赖厂家能自己升级吗")]
    public void Other_messages_are_left_alone(string message) => Assert.Null(StandingWords.Read(message, Place, Now));

    [Theory]
    [InlineData("list dependencies", true)]
    [InlineData("which equipment depends on what?", true)]
    [InlineData("列出设备依赖", true)]
    [InlineData("依赖关系", true)]
    [InlineData("HLR-1 依赖 MSC-1", false)]
    public void The_list_is_asked_for(string message, bool asks) => Assert.Equal(asks, DependencyWords.AsksForList(message));

    [Theory]
    [InlineData(Support, true)]
    [InlineData(Admin, true)]
    [InlineData(Head, false)]
    [InlineData(Engineer, false)]
    public void It_is_kept_and_taken_back_by_product_support_or_an_administrator(string by, bool may)
    {
        Assert.Equal(may, DependencyVerb.Decide(Hlr, Msc, by, Now, Place).Event is StandingEvent.DependencyTold);
        Assert.Equal(may, DependencyVerb.Withdraw(Hlr, Msc, by, Now, Tied).Event is StandingEvent.DependencyWithdrawn);
        if (!may)
        {
            DependencyVerb.Decide(Hlr, Msc, by, Now, Place).Refusal.Speaks("standing-not-yours");
        }
    }

    [Fact]
    public void Kept_already_is_nothing_new_and_nothing_depends_on_itself()
    {
        Assert.Null(DependencyVerb.Decide(Hlr, Msc, Support, Now, Tied).Event);
        Assert.Null(DependencyVerb.Withdraw(Hlr, Msc, Support, Now, Place).Event);
        DependencyVerb.Decide(Msc, Msc, Admin, Now, Place).Refusal.Speaks("dependency-itself");
        DependencyVerb.Decide("BJ-042/BSC-9", Msc, Admin, Now, Place).Refusal.Speaks("dependency-equipment");
    }

    [Fact]
    public void It_is_audited_folded_and_listed_where_either_stands()
    {
        var commit = DependencyVerb.Decide(Hlr, Msc, Support, Now, Place).Commit(StandingFacts.None, Now, Support)!;
        Assert.Equal((Support, "dependency-told"), (commit.Streams.Single().Facts.Single().By, commit.Streams.Single().Facts.Single().Kind));
        Assert.Equal("HLR-1 (BJ-077) depends on MSC-1 (BJ-042)", PolicySummary.Of(Tied.Directory.FindSite("BJ-042")!, Tied, Now).Dependencies.Single().Sentence.En);
        Assert.Single(PolicySummary.Of(Tied.Directory.FindSite("BJ-077")!, Tied, Now).Dependencies);
        Assert.Empty(PolicySummary.Of(Tied.Directory.FindSite("BER-001")!, Tied, Now).Dependencies);
        Assert.Empty(VisitFactsTests.Kept(new StandingEvent.DependencyTold(Hlr, Msc), new StandingEvent.DependencyWithdrawn(Hlr, Msc)).Standing.Dependencies);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whoever_works_on_the_one_while_the_other_is_worked_on_is_warned_and_not_blocked(bool tied)
    {
        var (ours, theirs) = (AllSet, AllSet with { Id = "v9", Site = "BJ-077", Lead = "sun.bo", Plan = AllSet.Plan with { Equipment = "HLR-1", Product = "HLR" } });
        GateAnswer Asked(Visit visit, Visit other) => AskGate.Decide(
            new GateAsking(visit, null, null, HalfPast, visit.Lead, "d1"), tied ? Tied : Place, [other]).Answer!;

        foreach (var (visit, other, name) in ((Visit, Visit, string)[])[(ours, theirs, "HLR-1"), (theirs, ours, "MSC-1")])
        {
            var warned = Asked(visit, other).Conflicts.Where(conflict => conflict.Kind == ConflictKind.DependentEquipment).ToList();
            Assert.Equal(tied ? 1 : 0, warned.Count);
            Assert.All(warned, one => Assert.Contains(name, one.Warning.En, StringComparison.Ordinal));
        }

        Assert.Equal(VerdictKind.Go, Asked(ours, theirs).Verdict.Kind);
    }
}
