using System.Diagnostics.CodeAnalysis;

namespace SiteBot.EvidenceFiles;

/// <summary>
/// Tells by its bytes what a file is. Only what is understood from end to end is taken, so that all that is kept can be shown without its metadata.
/// Never throws, and reads no byte twice but for a few: any bytes may come.
/// </summary>
public static class Recognition
{
    /// <summary>The largest file that is taken: 10 MB.</summary>
    public const int LargestBytes = 10 * 1024 * 1024;

    /// <summary>Too large; for whoever stops reading before all is there.</summary>
    public static Refusal TooLarge { get; } = new("file-too-large", new Text(
        "请把文件压缩到 10 MB 以内再发：拍照时选较低的分辨率，或只发需要的页。", "Send it again below 10 MB: choose a lower resolution, or only the pages that matter."));

    private static readonly Refusal Empty = new("file-empty", new Text("文件是空的，请重新发送。", "The file is empty; send it again."));

    private static readonly Refusal Heic = new("file-heic", new Text(
        "请改用 JPEG 再拍一次：iPhone 在“设置 › 相机 › 格式”里选“兼容性最佳”，安卓手机在相机设置里关闭 HEIF/高效格式。",
        "Take it again as JPEG: on an iPhone choose Settings › Camera › Formats › Most Compatible, on Android switch HEIF or \"high efficiency\" off in the camera's settings."));

    private static readonly Refusal Damaged = new("file-damaged", new Text("文件不完整或已损坏，请重新拍照或重新发送。", "The file is incomplete or damaged; take it or send it again."));

    private static readonly Refusal Other = new("file-kind", new Text("请发 JPEG 或 PNG 图片，或 PDF 文件；其他格式不能作为证据。", "Send a JPEG or PNG picture, or a PDF; nothing else can be evidence."));

    /// <summary>What the bytes are, or why they are not taken.</summary>
    public static bool TryRecognise(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out ReceivedFile? file, [NotNullWhen(false)] out Refusal? refusal)
    {
        file = null;
        refusal = null;
        if (bytes.Length > LargestBytes)
        {
            refusal = TooLarge;
        }
        else if (bytes.IsEmpty)
        {
            refusal = Empty;
        }
        else if (JpegFile.Begins(bytes))
        {
            file = JpegFile.Read(bytes) is { } jpeg ? new ReceivedFile(FileKind.Jpeg, jpeg.CapturedAt) : null;
        }
        else if (PngFile.Begins(bytes))
        {
            file = PngFile.Read(bytes) is { } png ? new ReceivedFile(FileKind.Png, png.CapturedAt) : null;
        }
        else if (PdfFile.Begins(bytes))
        {
            file = PdfFile.IsWhole(bytes) ? new ReceivedFile(FileKind.Pdf, null) : null;
        }
        else
        {
            refusal = IsHeic(bytes) ? Heic : Other;
        }

        refusal ??= file is null ? Damaged : null;
        return file is not null;
    }

    // A box "ftyp" of one of the brands of HEIF pictures, AVIF among them.
    private static bool IsHeic(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 12 && bytes[4..8].SequenceEqual("ftyp"u8)
        && (bytes[8..11].SequenceEqual("hei"u8) || bytes[8..11].SequenceEqual("hev"u8) || bytes[8..12].SequenceEqual("mif1"u8) || bytes[8..12].SequenceEqual("msf1"u8) || bytes[8..11].SequenceEqual("avi"u8));
}
