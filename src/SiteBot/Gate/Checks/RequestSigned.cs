namespace SiteBot.Gate.Checks;

/// <summary>6.3-6: the service request report is signed by the customer's responsible person.</summary>
internal sealed class RequestSigned : ICheck
{
    private static readonly Finding Given = Finding.Pass(new("现场技术服务申请报告已签字。", "The service request report is signed."));

    private static readonly Finding Absent = Finding.Missing(new(
        "请让用户负责人在现场技术服务申请报告上签字，并记录谁在何时签字（6.3-6）。",
        "Have the customer's responsible person sign the service request report and tell who signed and when (6.3-6)."));

    private static readonly Finding Incomplete = Finding.Missing(new(
        "请补全申请报告由谁、在何时签字；不能是将来的时间（6.3-6）。",
        "Tell both who signed the service request report and when; a time ahead of now does not count (6.3-6)."));

    public string Id => "request_signed";

    public Text Title { get; } = new("申请报告已签字", "request signed");

    public Text Wanted { get; } = new("用户负责人签了服务申请报告", "the customer's responsible person signs the service request");

    public Finding Examine(Case it) =>
        it.Evidence.RequestSigned is not { } said ? Absent
        : said.HoldsAt(it.Now) ? Given
        : Incomplete;
}
