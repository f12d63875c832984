namespace SiteBot.Gate.Checks;

/// <summary>5.5-2: read and digest the documents before an upgrade or a cutover.</summary>
internal sealed class DocumentsRead : ICheck
{
    private static readonly Finding Read = Finding.Pass(new("说明文档已阅读消化。", "The documents are read and digested."));

    private static readonly Finding Unread = Finding.Fail(new(
        "请先读完并消化说明文档，再确认：你说过还没有读（5.5-2）。",
        "Read and digest the documents, then confirm it: you said that they are not read (5.5-2)."));

    private static readonly Finding Unsaid = Finding.Missing(new(
        "请确认已阅读并消化升级或割接说明文档（5.5-2）。",
        "Confirm that you have read and digested the release or cutover documents (5.5-2)."));

    public string Id => "documents_read";

    public Text Title { get; } = new("文档已读", "documents read");

    public Text Wanted { get; } = new("说明文档已读", "the documents are read");

    public Finding Examine(Case it) => it.Evidence.DocumentsRead?.Confirmed switch { true => Read, false => Unread, null => Unsaid };
}
