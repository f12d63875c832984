using NodaTime;

namespace SiteBot.Gate.Checks;

/// <summary>6.3-6: operate only accompanied by the customer's staff; a report of it holds for 12 hours.</summary>
internal sealed class Escort : ICheck
{
    /// <summary>How long a report holds; one exactly as old still does.</summary>
    public static readonly Duration Holds = Duration.FromHours(12);

    private static readonly Finding Present = Finding.Pass(new("有用户人员陪同。", "A member of the customer's staff is with you."));

    private static readonly Finding Absent = Finding.Missing(new(
        "请让一名用户人员陪同，并报告姓名和时间（6.3-6）。",
        "Have a member of the customer's staff with you, and tell the name and the time (6.3-6)."));

    private static readonly Finding Incomplete = Finding.Missing(new(
        "请补全陪同人姓名和时间；不能是将来的时间（6.3-6）。",
        "Tell both the name of who is with you and since when; a time ahead of now does not count (6.3-6)."));

    private static readonly Finding TooOld = Finding.Missing(new(
        "请重新报告现在由谁陪同：上次报告已超过 12 小时（6.3-6）。",
        "Tell again who is with you now: the last report is more than 12 hours old (6.3-6)."));

    public string Id => "escort";

    public Text Title { get; } = new("用户陪同", "escort");

    public Text Wanted { get; } = new("有用户人员陪同", "a member of the customer's staff is with you");

    public Finding Examine(Case it) =>
        it.Evidence.Escort is not { } escort ? Absent
        : !escort.HoldsAt(it.Now) ? Incomplete
        : it.Now - escort.At > Holds ? TooOld
        : Present;
}
