using NodaTime;
using SiteBot.EvidenceFiles;

namespace SiteBot.Tests.EvidenceFiles;

public sealed class RecognitionTests
{
    [Fact]
    public void A_photo_is_known_by_its_bytes_and_says_when_it_was_taken()
    {
        var photo = Read(Pictures.Jpeg());
        Assert.Equal((FileKind.Jpeg, "image/jpeg"), (photo.Kind, photo.MediaType));
        Assert.Equal(new CaptureTime(new LocalDateTime(2026, 3, 10, 23, 40), Offset.FromHours(8)), photo.CapturedAt);
    }

    [Fact]
    public void A_camera_without_an_offset_goes_by_the_clock_of_the_site()
    {
        var taken = Read(Pictures.Jpeg(offset: null)).CapturedAt!;
        Assert.Null(taken.Offset);
        Assert.Equal(Instant.FromUtc(2026, 3, 10, 15, 40), taken.At(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]));
    }

    [Theory]
    [InlineData("2026:13:10 23:40:00")]
    [InlineData("    :  :     :  :  ")]
    [InlineData("yesterday")]
    public void A_date_that_is_none_counts_as_not_told(string taken) => Assert.Null(Read(Pictures.Jpeg(taken)).CapturedAt);

    [Fact]
    public void A_PNG_and_a_PDF_are_taken_too()
    {
        Assert.Equal(FileKind.Png, Read(Pictures.Png()).Kind);
        Assert.Equal(new LocalDateTime(2026, 3, 10, 8, 0), Read(Pictures.Png("2026:03:10 08:00:00")).CapturedAt!.Local);
        Assert.Equal("application/pdf", Read(Pictures.Pdf).MediaType);
    }

    [Theory]
    [InlineData("heic")]
    [InlineData("heix")]
    [InlineData("hevc")]
    [InlineData("mif1")]
    [InlineData("msf1")]
    [InlineData("avif")]
    public void HEIC_is_refused_with_how_to_switch_to_JPEG(string brand)
    {
        var refusal = Refused(Pictures.Heic(brand));
        Assert.Equal("file-heic", refusal.Code);
        Assert.Contains("兼容性最佳", refusal.Sentence.Zh, StringComparison.Ordinal);
        Assert.Contains("Most Compatible", refusal.Sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Anything_else_is_refused()
    {
        Assert.Equal("file-kind", Refused([.. "GIF89a and so on"u8]).Code);
        Assert.Equal("file-kind", Refused([.. "<html><script>alert(1)</script></html>"u8]).Code);
        Assert.Equal("file-kind", Refused([.. "PK\u0003\u0004 a document"u8]).Code);
        Assert.Equal("file-kind", Refused([.. "\n%PDF-1.4 not at its beginning %%EOF"u8]).Code);
        Assert.Equal("file-kind", Refused([0xFF]).Code);
        Assert.Equal("file-empty", Refused([]).Code);
    }

    [Fact]
    public void Ten_megabytes_are_taken_and_a_byte_more_is_not()
    {
        byte[] largest = [.. Pictures.Jpeg(), .. new byte[Recognition.LargestBytes - Pictures.Jpeg().Length]];
        Assert.Equal(FileKind.Jpeg, Read(largest).Kind);
        Assert.Equal("file-too-large", Refused([.. largest, 0]).Code);
    }

    [Fact]
    public void A_file_that_breaks_off_is_refused_wherever_it_does()
    {
        var photo = Pictures.Jpeg();
        var whole = photo.Length - "preview GPS".Length;
        for (var length = 3; length < whole; length++)
        {
            Assert.False(Recognition.TryRecognise(photo.AsSpan(0, length), out _, out var refusal), $"{length} bytes");
            Assert.Contains(refusal.Code, new[] { "file-damaged", "file-kind" });
        }

        var png = Pictures.Png();
        Assert.All(Enumerable.Range(8, png.Length - 8 - "after the end".Length), length => Assert.Equal("file-damaged", Refused(png[..length]).Code));
        Assert.Equal("file-damaged", Refused(Pictures.Pdf[..20]).Code);
    }

    [Fact]
    public void Spoilt_bytes_never_throw_and_what_is_taken_can_be_shown()
    {
        var random = new Random(20260310);
        byte[][] seeds = [Pictures.Jpeg(), Pictures.Png("2026:03:10 08:00:00"), Pictures.Pdf, Pictures.Heic("heic")];
        for (var round = 0; round < 60_000; round++)
        {
            var bytes = (byte[])seeds[round % seeds.Length].Clone();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = random.Next(4) switch { 0 => 0xFF, 1 => 0, 2 => 0x7F, _ => (byte)random.Next(256) };
            }

            var cut = random.Next(5) == 0 ? bytes.AsMemory(0, random.Next(bytes.Length)) : bytes;
            if (Recognition.TryRecognise(cut.Span, out var file, out _))
            {
                Assert.NotNull(ShownFile.Of(new("h", file.MediaType, cut)));
            }
        }
    }

    [Fact]
    public void Random_bytes_behind_a_good_beginning_never_throw()
    {
        var random = new Random(7);
        byte[][] begins = [[0xFF, 0xD8, 0xFF, 0xE1], [0xFF, 0xD8, 0xFF, 0xDA], [.. Pictures.Png()[..33]], [.. "%PDF-"u8]];
        for (var round = 0; round < 20_000; round++)
        {
            var tail = new byte[random.Next(300)];
            random.NextBytes(tail);
            Recognition.TryRecognise([.. begins[round % begins.Length], .. tail], out _, out _);
        }
    }

    [Fact]
    public void Directories_that_point_at_themselves_or_outside_end()
    {
        var tiff = Pictures.Tiff("2026:03:10 23:40:00", null, 6);
        foreach (var pointer in new[] { 8, 22, 0, 199, int.MaxValue, -1 })
        {
            System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(30), pointer);
            Assert.Equal(6, ExifData.Read(tiff).Orientation);
            Assert.Null(ExifData.Read(tiff).CapturedAt);
        }
    }

    internal static ReceivedFile Read(byte[] bytes)
    {
        Assert.True(Recognition.TryRecognise(bytes, out var file, out var refusal), refusal?.Code);
        return file;
    }

    private static Refusal Refused(byte[] bytes)
    {
        Assert.False(Recognition.TryRecognise(bytes, out _, out var refusal));
        return refusal;
    }
}
