namespace SiteBot.Gate.Checks;

/// <summary>6.3-8: the equipment-room manager agrees to a removable medium in a customer's computer.</summary>
internal sealed class MediaConsent : ICheck
{
    private static readonly Finding Given = Finding.Pass(new("机房主管已同意使用移动存储。", "The equipment-room manager has agreed to the removable medium."));

    private static readonly Finding Absent = Finding.Missing(new(
        "先不要插入：请征得机房主管同意，并记录谁在何时同意（6.3-8）。",
        "Do not plug it in yet: ask the equipment-room manager and tell who agreed and when (6.3-8)."));

    private static readonly Finding Incomplete = Finding.Missing(new(
        "请补全机房主管是谁、在何时同意；不能是将来的时间（6.3-8）。",
        "Tell both who agreed to the removable medium and when; a time ahead of now does not count (6.3-8)."));

    public string Id => "media_consent";

    public Text Title { get; } = new("移动存储已获同意", "medium agreed");

    public Text Wanted { get; } = new("机房主管同意使用移动存储", "the equipment-room manager agrees to the removable medium");

    public Finding Examine(Case it) =>
        it.Evidence.MediaConsent is not { } said ? Absent
        : said.HoldsAt(it.Now) ? Given
        : Incomplete;
}
