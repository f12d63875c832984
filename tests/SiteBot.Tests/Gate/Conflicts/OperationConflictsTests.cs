using NodaTime;
using SiteBot.Directory;
using SiteBot.Gate.Conflicts;

namespace SiteBot.Tests.Gate.Conflicts;

public sealed class OperationConflictsTests
{
    private static readonly NeededPerson Li = new("li.wei", "李伟");
    private static readonly NeededPerson Chen = new("chen.jie", "陈杰");

    private static readonly PlannedOperation Ours = At("v-1", "2026-03-11T01:00:00+08:00", 120, Li) with { Equipment = new EquipmentAt("BJ-042", "MSC-1") };

    private static readonly PlannedOperation Theirs = At("v-2", "2026-03-11T02:00:00+08:00", 60, Chen) with { Site = "BJ-043" };

    [Fact]
    public void Another_operation_elsewhere_with_other_people_is_no_conflict() => Assert.Empty(Of(Theirs));

    [Fact]
    public void The_same_equipment_is_warned_of_with_the_other_partys_name_and_time()
    {
        var conflict = Assert.Single(Of(Theirs with { Site = "BJ-042", Equipment = new EquipmentAt("BJ-042", "msc-1") }));
        Assert.Equal(ConflictKind.SameEquipment, conflict.Kind);
        Assert.Equal("Settle it with 陈杰 first: cutover is planned on the same equipment MSC-1, 02:00–03:00 (+08:00).", conflict.Warning.En);
        Assert.Equal("请先与 陈杰 商定：同一设备 MSC-1 在 02:00–03:00 (+08:00) 已安排割接。", conflict.Warning.Zh);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Dependent_equipment_is_warned_of_whichever_depends(bool ours)
    {
        var (mine, other) = (new EquipmentAt("BJ-042", "MSC-1"), new EquipmentAt("BJ-043", "MGW-7"));
        var conflict = Assert.Single(OperationConflicts.Of(
            ours ? Ours with { Dependents = [other] } : Ours, [Theirs with { Equipment = other, Dependents = ours ? [] : [mine] }], Ready.Beijing));
        Assert.Equal(ConflictKind.DependentEquipment, conflict.Kind);
        Assert.Contains("MGW-7", conflict.Warning.En);
    }

    [Fact]
    public void The_same_site_is_warned_of_where_nothing_narrower_is() =>
        Assert.Equal(ConflictKind.SameSite, Assert.Single(Of(Theirs with { Site = "BJ-042", Equipment = new EquipmentAt("BJ-042", "HLR-1") })).Kind);

    [Fact]
    public void Engineer_escort_and_remote_support_booked_twice_are_each_warned_of()
    {
        var (escort, remote) = (NeededPerson.OfCustomer("Zhang  San"), new NeededPerson("rs", "远程值班"));
        var conflicts = OperationConflicts.Of(
            Ours with { Escort = escort, RemoteSupport = remote }, [Theirs with { Engineer = Li, Escort = NeededPerson.OfCustomer("zhang san"), RemoteSupport = remote }], Ready.Beijing);
        Assert.Equal([ConflictKind.EngineerTwice, ConflictKind.EscortTwice, ConflictKind.RemoteSupportTwice], conflicts.Select(c => c.Kind));
        Assert.All(conflicts, c => Assert.Contains("v-2", c.Warning.En));
    }

    [Theory]
    [InlineData("2026-03-10T23:59:00+08:00", 60, false)]
    [InlineData("2026-03-11T00:00:00+08:00", 60, false)]
    [InlineData("2026-03-11T00:01:00+08:00", 60, true)]
    [InlineData("2026-03-11T01:30:00+08:00", 10, true)]
    [InlineData("2026-03-11T00:00:00+08:00", 600, true)]
    [InlineData("2026-03-11T02:59:00+08:00", 60, true)]
    [InlineData("2026-03-11T03:00:00+08:00", 60, false)]
    [InlineData("2026-03-11T01:00:00+08:00", 0, true)]
    [InlineData("2026-03-11T03:00:00+08:00", 0, false)]
    public void Only_what_lies_in_the_same_stretch_is_in_the_way(string from, int minutes, bool inTheWay) =>
        Assert.Equal(inTheWay, Of(At("v-2", from, minutes, Chen)).Length > 0);

    [Fact]
    public void The_visits_own_operation_is_never_in_its_way() => Assert.Empty(Of(Ours with { From = Ours.From + Duration.FromMinutes(5) }));

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void A_night_that_holds_as_many_as_the_policy_allows_is_warned_of_with_whose_policy_it_is(int most, bool full)
    {
        var others = new[] { At("v-2", "2026-03-10T22:00:00+08:00", 60, Chen), At("v-3", "2026-03-11T04:00:00+08:00", 60, Chen), At("v-4", "2026-03-11T13:00:00+08:00", 60, Chen) };
        var limit = new NightLimit(most, new PolicyOwner(PolicyLevel.RegionalOffice, "beijing", new Text("北京办事处", "the Beijing regional office")));
        var conflicts = OperationConflicts.Of(Ours, [.. others, At("v-5", "2026-03-11T04:00:00+08:00", 60, Chen) with { Office = "shanghai" }], Ready.Beijing, limit);
        Assert.Equal(full, conflicts.Any(c => c.Kind == ConflictKind.NightFull));
        if (full)
        {
            Assert.Equal(["v-2", "v-3"], conflicts[0].With.Select(o => o.Visit));
            Assert.Equal("Take another night, or settle it with 陈杰: the night of 03-10 holds 2 already, and the policy of the Beijing regional office allows 2.", conflicts[0].Warning.En);
        }
    }

    private static System.Collections.Immutable.ImmutableArray<OperationConflict> Of(PlannedOperation other) => OperationConflicts.Of(Ours, [other], Ready.Beijing);

    private static PlannedOperation At(string visit, string from, int minutes, NeededPerson engineer) =>
        new(visit, new Text("割接", "cutover"), "BJ-042", "cmcc", "beijing", Ready.At(from), Ready.At(from) + Duration.FromMinutes(minutes), engineer);
}
