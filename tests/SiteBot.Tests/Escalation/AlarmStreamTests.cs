using System.Text.Json;
using NodaTime;
using SiteBot.Escalation;
using SiteBot.Ledger;
using static SiteBot.Tests.Escalation.Night;

namespace SiteBot.Tests.Escalation;

public sealed class AlarmStreamTests
{
    private static readonly PrivateText Done = new("重启主控板后恢复");

    [Fact]
    public void An_alarm_is_read_back_from_its_facts_and_from_its_snapshot_as_it_was()
    {
        var changes = History();
        var write = AlarmStream.Write(Whole(changes));
        var fromFacts = AlarmStream.Read(View(write, snapshot: false))!;
        var fromSnapshot = AlarmStream.Read(View(write, snapshot: true))!;

        Assert.Equal(Json(changes[^1].After), Json(fromFacts));
        Assert.Equal(Json(changes[^1].After), Json(fromSnapshot));
        Assert.Equal(fromFacts.Version, write.Snapshot!.Version);
    }

    [Fact]
    public void What_people_said_stands_apart_from_the_facts()
    {
        var write = AlarmStream.Write(Raised());

        Assert.DoesNotContain(Words.Value!, write.Facts[0].Data, StringComparison.Ordinal);
        Assert.Contains(Words.Value, write.Facts[0].Private.Values);
    }

    [Fact]
    public void Every_event_has_a_name_in_the_ledger() =>
        Assert.Equal(typeof(AlarmEvent).GetNestedTypes().OrderBy(type => type.Name), AlarmStream.Known.OrderBy(type => type.Name));

    [Fact]
    public void A_kind_that_is_not_known_here_is_not_decided_on()
    {
        var view = View(AlarmStream.Write(Raised()), snapshot: false);
        var unknown = view with { Since = [view.Since[0] with { Fact = view.Since[0].Fact with { Kind = "alarm-sung" } }] };

        Assert.Throws<UnknownFactException>(() => AlarmStream.Read(unknown));
        Assert.Null(AlarmStream.Read(new StreamView(StreamId.Alarm("a1"), 0, null, [])));
    }

    [Fact]
    public void An_open_alarm_is_found_by_visit_site_office_and_people_and_a_resolved_one_for_a_relapse()
    {
        var open = AlarmLabels.Of(Open with { Visit = "v7" });
        Assert.Equal(
            ["alarm-in/BJ", "alarm-of-visit/v7", "alarm-at/BJ-042", "alarm-for/zhao.lei", "alarm-for/wang.fang", "alarm-for/chen.yu", "alarm-for/liu.na", "alarm-for/root.admin", "alarm-for/li.ming"],
            open.AsEnumerable());

        var resolved = ResolveAlarm.Decide(Open, Two, Support, Done).Done().After;
        Assert.Equal(["alarm-ended-in/BJ", "alarm-past-at/BJ-042"], AlarmLabels.Of(resolved).AsEnumerable());
    }

    [Fact]
    public void The_timeline_tells_every_fact_and_the_climbs_between_them_in_both_languages()
    {
        var facts = History().SelectMany(change => change.Facts).ToList();

        var story = AlarmStory.Of("a1", facts, Place, Two + Duration.FromHours(2));

        Assert.Equal(story.OrderBy(line => line.At), story);
        Assert.Equal(
            [
                "Li Ming reported an interruption of service: 全站业务中断 (told: Zhao Lei, Wang Fang)",
                "Nobody acknowledged within 15 minutes; it went up to Chen Yu, Liu Na.",
                "Zhao Lei acknowledged it.",
                "Li Ming reported service restored: 重启主控板后恢复",
            ],
            story.Select(line => line.What.En));
        Assert.Contains("15 分钟内无人确认，升级到陈宇、刘娜。", story.Select(line => line.What.Zh));
    }

    private static List<AlarmChange> History()
    {
        var raised = Raised();
        var acknowledged = AcknowledgeAlarm.Decide(raised.After, Two + Duration.FromMinutes(20), Support).Done();
        return [raised, acknowledged, RestoreService.Decide(acknowledged.After, null, Two + Duration.FromMinutes(50), Engineer, Done).Done()];
    }

    private static AlarmChange Whole(List<AlarmChange> changes) => new(changes[0].Before, changes[^1].After, [.. changes.SelectMany(change => change.Facts)]);

    private static StreamView View(StreamWrite write, bool snapshot)
    {
        var hash = FactHash.Origin;
        return new StreamView(
            write.Stream, write.Facts.Length, snapshot ? write.Snapshot : null,
            [.. write.Facts.Select((fact, i) => SealedFact.Of(write.Stream, i + 1, hash.AsSpan(), fact).Recorded)]);
    }

    private static string Json(Alarm alarm) => JsonSerializer.Serialize(alarm, AlarmJson.Instance.Alarm);
}
