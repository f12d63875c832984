using System.Text;
using SiteBot.EvidenceFiles;
using SiteBot.Ledger;

namespace SiteBot.Tests.EvidenceFiles;

public sealed class ShownFileTests
{
    [Fact]
    public void A_photo_is_shown_without_place_camera_comment_and_preview_and_still_the_right_way_up()
    {
        var shown = Shown("image/jpeg", Pictures.Jpeg());
        var text = Encoding.Latin1.GetString(shown);
        Assert.All(new[] { "GPS", "Chaoyang", "39.9", "Photoshop", "2026" }, word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
        Assert.Contains("JFIF", text, StringComparison.Ordinal);
        Assert.Contains("ICC_PROFILE", text, StringComparison.Ordinal);
        var jpeg = JpegFile.Read(shown)!;
        Assert.Equal((6, null), (jpeg.Orientation, jpeg.CapturedAt));
    }

    [Fact]
    public void A_photo_that_stands_upright_carries_no_metadata_at_all() =>
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(Shown("image/jpeg", Pictures.Jpeg(orientation: 1))), StringComparison.Ordinal);

    [Fact]
    public void The_picture_itself_stays_byte_for_byte()
    {
        var photo = Pictures.Jpeg();
        var pixels = photo[(photo.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDB]))..(photo.Length - "preview GPS".Length - 3)];
        Assert.True(Shown("image/jpeg", photo).AsSpan().IndexOf(pixels) > 0);
    }

    [Fact]
    public void Showing_what_is_shown_changes_nothing()
    {
        var once = Shown("image/jpeg", Pictures.Jpeg());
        Assert.Equal(once, Shown("image/jpeg", once));
        var png = Shown("image/png", Pictures.Png("2026:03:10 08:00:00"));
        Assert.Equal(png, Shown("image/png", png));
    }

    [Fact]
    public void A_PNG_is_shown_without_its_texts()
    {
        var text = Encoding.Latin1.GetString(Shown("image/png", Pictures.Png("2026:03:10 08:00:00")));
        Assert.All(new[] { "GPS", "eXIf", "tEXt", "iTXt", "after the end" }, word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
        Assert.Contains("IDAT", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_PDF_and_a_form_are_handed_on_as_they_came()
    {
        Assert.Equal(Pictures.Pdf, Shown("application/pdf", Pictures.Pdf));
        Assert.Equal(Pictures.Pdf, Shown("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Pictures.Pdf));
    }

    [Fact]
    public void A_picture_that_cannot_be_read_is_not_shown()
    {
        Assert.Null(ShownFile.Of(new EvidenceFile("h", "image/jpeg", Pictures.Jpeg().AsMemory(0, 40))));
        Assert.Null(ShownFile.Of(new EvidenceFile("h", "image/heic", Pictures.Heic("heic"))));
    }

    private static byte[] Shown(string mediaType, byte[] bytes) => ShownFile.Of(new EvidenceFile("h", mediaType, bytes))!.Value.ToArray();
}
