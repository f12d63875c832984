namespace SiteBot.EvidenceFiles;

/// <summary>The outside of a PDF: its beginning and its end. What it holds is never read here, and it is handed on as it came.</summary>
internal static class PdfFile
{
    // Writers put a few bytes after the mark at most; readers look for it in the last 1,024.
    private const int Tail = 1024;

    public static bool Begins(ReadOnlySpan<byte> bytes) => bytes.StartsWith("%PDF-"u8);

    public static bool IsWhole(ReadOnlySpan<byte> bytes) => bytes[^Math.Min(bytes.Length, Tail)..].LastIndexOf("%%EOF"u8) >= 0;
}
