using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using SiteBot.Gate;
using SiteBot.Gate.Decisions;

namespace SiteBot.Tests.Gate.SecondOpinion;

/// <summary>Random facts: the gate against the second opinion, and what must hold of any facts. <c>SITEBOT_LONG=1</c> takes 20,000 of them instead of 200.</summary>
public sealed class SecondOpinionTests
{
    private const long Minute = TimeSpan.TicksPerMinute;
    private const long Second = TimeSpan.TicksPerSecond;
    private const long Horizon = 30 * TimeSpan.TicksPerDay;

    private static readonly bool Long = Environment.GetEnvironmentVariable("SITEBOT_LONG") == "1";
    private static readonly int Count = Long ? 2_500 : 200;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_check_and_the_verdict_are_those_of_the_second_opinion(int seed) => ForEach(seed, Count, (json, verdict) =>
    {
        var opinion = new Opinion(json);
        Assert.Equal(opinion.Checks, verdict.Checks.Select(c => new CheckOpinion(c.Id, c.State.Name(), c.FixedBy.Name(), c.Provision)));
        Assert.Equal(opinion.Verdict, verdict.Kind.Name());
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_earliest_moment_is_the_first_of_all_minutes_and_of_all_boundaries_and_the_seconds_beside_them(int seed) => ForEach(seed, Long ? Count : Count / 8, (json, verdict) =>
    {
        var opinion = new Opinion(json);
        Assert.Equal(opinion.Verdict == "never" ? null : First(opinion), Ticks(verdict.Earliest));
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Beginning_may_be_put_off_until_startBy_without_a_break_and_not_a_second_longer(int seed) => ForEach(seed, Count, (json, verdict) =>
    {
        var opinion = new Opinion(json);
        if (verdict.Kind != VerdictKind.Go)
        {
            Assert.Null(verdict.StartBy);
            Assert.Null(verdict.RollBackBy);
            return;
        }

        var last = Ticks(verdict.StartBy);
        Assert.Equal(last is null || opinion.RollbackMinutes is null ? null : last + opinion.Length - (opinion.RollbackMinutes * Minute), Ticks(verdict.RollBackBy));
        var until = Math.Min(last ?? long.MaxValue, opinion.Now + Horizon);
        var open = opinion.Length == 0 && until == last ? until - 1 : until;
        Assert.All(Moments(opinion, until).Where(m => m <= open), moment => Assert.True(opinion.AllowsStartAt(moment)));
        if (last is { } end)
        {
            Assert.False(opinion.AllowsStartAt(opinion.Length == 0 ? end : end + Second));
        }
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_second_after_startBy_an_operation_that_takes_time_is_no_go(int seed) => ForEach(seed, Count, (json, verdict) =>
    {
        if (verdict is { Kind: VerdictKind.Go, StartBy: { } last } && new Opinion(json).Length > 0)
        {
            Assert.NotEqual(VerdictKind.Go, (Read(json) with { Now = last + Duration.FromSeconds(1) }).Decide().Kind);
        }
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Where_time_alone_is_in_the_way_waiting_until_the_earliest_moment_leaves_no_time_check_failing(int seed) => ForEach(seed, Count, (json, verdict) =>
    {
        if (verdict is { Kind: VerdictKind.Wait, Earliest: { } then })
        {
            Assert.DoesNotContain((Read(json) with { Now = then }).Decide().InTheWay, c => c.FixedBy == FixedBy.Time);
        }
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Adding_a_fact_never_changes_the_state_of_an_unrelated_check(int seed)
    {
        var changes = 0;
        var source = new RandomFacts(seed + 500);
        ForEach(seed, Count, (json, verdict) =>
        {
            var other = source.Next();
            foreach (var (path, related) in Relations.All)
            {
                if (!Relations.TryAdd(json, other, path, out var more) || !TryRead(more, out var facts))
                {
                    continue;
                }

                changes++;
                var after = facts.Decide().Checks.ToDictionary(c => c.Id);
                Assert.All(verdict.Checks.Where(c => !related.Contains(c.Id)), before => Assert.True(
                    before.State == after[before.Id].State && before.FixedBy == after[before.Id].FixedBy, $"{path} changed {before.Id}: {more.ToJsonString()}"));
            }
        });
        Assert.InRange(changes, Count, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_replay_equals_the_first_answer(int seed) => ForEach(seed, Count, (json, verdict) =>
    {
        var (decided, record) = DecisionRecord.Decide(Read(json), Ready.Rules, new DecisionQuestion("d", "v", null, Ready.Night), "standard", "directory");
        var replay = DecisionReplay.Of(DecisionRecord.Read(record.ToWrite(Ready.Night)), Ready.Rules);
        Assert.Equal(verdict, decided);
        Assert.Empty(replay.Differences);
        Assert.Empty(replay.Otherwise);
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Facts_written_and_read_again_are_equal_facts(int seed) => ForEach(seed, Count, (json, verdict) =>
    {
        var facts = Read(json);
        Assert.True(FactsReader.TryRead(Encoding.UTF8.GetBytes(FactsWriter.Write(facts)), Ready.Rules, out var again, out _));
        Assert.Equal(facts, again);
        Assert.Equal(verdict, again.Decide());
    });

    [Fact]
    public void The_random_facts_come_to_every_verdict_and_every_state_of_every_check()
    {
        var (verdicts, states) = (new HashSet<VerdictKind>(), new HashSet<(string, string)>());
        ForEach(99, 6_000, (_, verdict) =>
        {
            verdicts.Add(verdict.Kind);
            states.UnionWith(verdict.Checks.Select(c => (c.Id, c is { State: CheckState.Fail, FixedBy: FixedBy.Time } ? "fail by time" : c.State.Name())));
        });
        Assert.Equal(4, verdicts.Count);
        foreach (var check in Ready.Rules.Checks.Select(c => c.Id))
        {
            Assert.Contains((check, "pass"), states);
        }

        Assert.True(states.Count >= 80, string.Join(", ", states.Order()));
    }

    private static void ForEach(int seed, int count, Action<JsonObject, Verdict> check)
    {
        var source = new RandomFacts(seed);
        for (var i = 0; i < count; i++)
        {
            var json = source.Next();
            try
            {
                check(json, Read(json).Decide());
            }
            catch (Exception e) when (e is Xunit.Sdk.XunitException)
            {
                throw new InvalidOperationException($"seed {seed}, number {i}: {json.ToJsonString()}", e);
            }
        }
    }

    private static long? First(Opinion opinion)
    {
        foreach (var moment in Moments(opinion, opinion.Now + Horizon))
        {
            if (opinion.AllowsStartAt(moment))
            {
                return moment;
            }
        }

        return null;
    }

    private static IEnumerable<long> Moments(Opinion opinion, long until)
    {
        var edges = opinion.Boundaries(until).SelectMany(b => new[] { b - Second, b, b + Second }).Append(opinion.Now).Append(until).Where(m => m >= opinion.Now && m <= until).Distinct().Order().ToList();
        var minute = opinion.Now - (opinion.Now % Minute) + Minute;
        foreach (var edge in edges)
        {
            for (; minute < edge; minute += Minute)
            {
                yield return minute;
            }

            yield return edge;
        }
    }

    private static long? Ticks(Instant? instant) => instant?.ToDateTimeUtc().Ticks;

    private static Facts Read(JsonObject json) => TryRead(json, out var facts) ? facts : throw new InvalidOperationException($"refused: {json.ToJsonString()}");

    private static bool TryRead(JsonObject json, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Facts? facts) =>
        FactsReader.TryRead(Encoding.UTF8.GetBytes(json.ToJsonString()), Ready.Rules, out facts, out _);
}
