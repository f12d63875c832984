using System.Collections.Immutable;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Escalation;
using SiteBot.Gate;
using SiteBot.Ledger;
using SiteBot.Procedures;

namespace SiteBot.Tests.Escalation;

/// <summary>A night of trouble at the shipped directory's Beijing site, to be spoilt by one thing at a time.</summary>
internal static class Night
{
    public const string Engineer = "li.ming";
    public const string Support = "zhao.lei";
    public const string Head = "wang.fang";
    public const string Remote = "chen.yu";
    public const string Manager = "liu.na";
    public const string Admin = "root.admin";

    /// <summary>02:00 in Beijing.</summary>
    public static readonly Instant Two = Instant.FromUtc(2026, 3, 10, 18, 0);

    public static readonly Duration Minute = Duration.FromMinutes(1);

    private static readonly ProcedureCatalogue Catalogue = ProcedureCatalogue.Load(Shipped.Dialogs);
    private static readonly GateRules Gate = GateRules.Load(Shipped.Dialogs);

    public static readonly Workplace Place = Of(Shipped.File("sample-directory.yaml").Text);

    public static readonly PrivateText Words = new("全站业务中断");

    public static Workplace Of(string directory) => SiteBot.Workplace.Of(Catalogue, Gate, DirectoryReader.Read("d.yaml", directory));

    public static Workplace With(string right, string wrong)
    {
        var text = Shipped.File("sample-directory.yaml").Text;
        Assert.Contains(right, text, StringComparison.Ordinal);
        return Of(text.Replace(right, wrong, StringComparison.Ordinal));
    }

    public static TroubleTelling Outage => new(Trouble.Interruption, Words, "BJ-042", "MSC");

    public static AlarmChange Raised(TroubleTelling? telling = null, Workplace? workplace = null, string by = Engineer, params Alarm[] known) =>
        RaiseAlarm.Decide("a1", telling ?? Outage, null, known, workplace ?? Place, Two, by).Done();

    public static Alarm Open => Raised().After;

    public static Alarm Acknowledged => AcknowledgeAlarm.Decide(Open, Two + Minute, Support).Done().After;

    public static AlarmChange Done(this AlarmDecided decided)
    {
        Assert.Null(decided.Refusal);
        return decided.Change!;
    }

    public static void IsRefused(this AlarmDecided decided, string code)
    {
        Assert.Equal(code, decided.Refusal?.Code);
        Assert.Null(decided.Change);
        Assert.NotEmpty(decided.Refusal!.Sentence.Zh);
        Assert.NotEmpty(decided.Refusal.Sentence.En);
    }

    public static string[][] People(this ImmutableArray<ChainLevel> chain) => [.. chain.Select(level => level.People.ToArray())];
}
