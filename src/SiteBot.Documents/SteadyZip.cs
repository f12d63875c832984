using System.IO.Compression;

namespace SiteBot.Documents;

/// <summary>Packs a file of parts anew, in the order of their names and with one and the same date: packing writes the clock's time, and the bytes must depend on the content alone.</summary>
internal static class SteadyZip
{
    // The earliest that a ZIP file can say.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(MemoryStream packed)
    {
        packed.Position = 0;
        using var steady = new MemoryStream();
        using (var from = new ZipArchive(packed, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(steady, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The list of content types stands first, as readers that do not seek want it.
            foreach (var part in from.Entries.OrderBy(entry => entry.FullName != "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var entry = to.CreateEntry(part.FullName, CompressionLevel.Optimal);
                entry.LastWriteTime = Epoch;
                using var source = part.Open();
                using var target = entry.Open();
                source.CopyTo(target);
            }
        }

        return steady.ToArray();
    }
}
