namespace SiteBot.Gate.Checks;

/// <summary>6.5-4: remote support is told before a major operation.</summary>
internal sealed class RemoteSupportReady : ICheck
{
    private static readonly Finding Told = Finding.Pass(new("远程支持已接到通知。", "Remote support has been told."));

    private static readonly Finding Absent = Finding.Missing(new(
        "请通知远程支持做好准备，并记录通知了谁、何时（6.5-4）。",
        "Tell remote support, and record whom you told and when (6.5-4)."));

    private static readonly Finding Incomplete = Finding.Missing(new(
        "请补全通知了远程支持的谁、何时；不能是将来的时间（6.5-4）。",
        "Tell both whom of remote support you told and when; a time ahead of now does not count (6.5-4)."));

    public string Id => "remote_support_ready";

    public Text Title { get; } = new("远程支持", "remote support told");

    public Text Wanted { get; } = new("远程支持已接到通知", "remote support is told");

    public Finding Examine(Case it) =>
        !it.Live ? SharedReasons.NotInService
        : !it.Major ? SharedReasons.NotMajor
        : it.Evidence.RemoteSupportReady is not { } told ? Absent
        : told.HoldsAt(it.Now) ? Told
        : Incomplete;
}
