using NodaTime;
using SiteBot.EvidenceFiles;
using SiteBot.Tests.Forms;
using SiteBot.Visits;

namespace SiteBot.Tests.EvidenceFiles;

public sealed class EvidenceDoubtTests
{
    private static readonly string Photo = new('a', 64);
    private static readonly Visit Told = SampleVisits.Told("upgrade", Language.Zh);
    private static readonly Visit Fresh = SampleVisits.Planned("upgrade", Language.Zh);
    private static readonly Instant Now = SampleVisits.At(1, 3);

    [Fact]
    public void A_photo_used_twice_in_a_visit_is_pointed_out_with_where()
    {
        var doubt = Assert.Single(Of(Told, new string('a', 64)));
        Assert.Equal("file-used-twice", doubt.Code);
        Assert.Contains("服务申请报告已签字", doubt.Sentence.Zh, StringComparison.Ordinal);
        Assert.Contains("Service request report signed", doubt.Sentence.En, StringComparison.Ordinal);
        Assert.Empty(Of(Told, new string('b', 64)));
    }

    [Fact]
    public void A_photo_of_another_visit_is_pointed_out_with_its_number()
    {
        var doubt = Assert.Single(EvidenceDoubts.Of(Photo, Taken(null), Fresh with { Id = "V-9" }, [Told], SampleVisits.Place, Now));
        Assert.Equal("file-of-another-visit", doubt.Code);
        Assert.Contains(Told.Id, doubt.Sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_photo_of_a_signed_form_counts_too()
    {
        var visit = Fresh with { Forms = Fresh.Forms.Add("training_record", new FormRecord("training_record") { Copies = [new FormCopy { SignedFile = Photo }] }) };
        Assert.Equal("file-used-twice", Assert.Single(Of(visit, Photo)).Code);
    }

    [Theory]
    [InlineData("2026-03-09T23:59:59", true)] // the day before the visit went on record
    [InlineData("2026-03-10T00:00:00", false)]
    [InlineData("2026-03-11T02:50:00", false)]
    [InlineData("2026-03-11T03:15:00", false)] // the camera's clock goes a little ahead
    [InlineData("2026-03-11T03:15:01", true)]
    [InlineData("2025-03-11T02:50:00", true)]
    public void Evidence_dated_outside_the_visit_is_pointed_out(string taken, bool pointedOut) =>
        Assert.Equal(pointedOut, EvidenceDoubts.Of(Photo, Taken(taken), Fresh, [], SampleVisits.Place, Now).Any(doubt => doubt.Code == "file-outside-visit"));

    [Fact]
    public void A_file_without_a_date_is_no_matter() => Assert.Empty(EvidenceDoubts.Of(Photo, Taken(null), Fresh, [], SampleVisits.Place, Now));

    private static ReceivedFile Taken(string? at) => new(
        FileKind.Jpeg, at is null ? null : new CaptureTime(NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse(at).Value, Offset.FromHours(8)));

    private static System.Collections.Immutable.ImmutableArray<EvidenceDoubt> Of(Visit visit, string hash) => EvidenceDoubts.Of(hash, Taken(null), visit, [], SampleVisits.Place, Now);
}
