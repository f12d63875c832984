using System.Collections.Immutable;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Procedures;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.EvidenceFiles;

/// <summary>Something about a file that people should know. It refuses nothing: whoever looks at the evidence decides.</summary>
/// <param name="Code">Stable name for tests and logs.</param>
/// <param name="Sentence">What it is.</param>
public sealed record EvidenceDoubt(string Code, Text Sentence);

/// <summary>Points out a photo used twice, and evidence dated outside its visit.</summary>
public static class EvidenceDoubts
{
    // A camera's clock may go a little ahead.
    private static readonly Duration Ahead = Duration.FromMinutes(15);

    /// <summary>What is to be said of a file that is about to be evidence.</summary>
    /// <param name="hash">The hash of the bytes received.</param>
    /// <param name="file">What it is.</param>
    /// <param name="visit">The visit that it is for.</param>
    /// <param name="others">Other visits to look for the same file in; those that the turn has read.</param>
    /// <param name="workplace">For the names of steps and the site's clock.</param>
    /// <param name="now">The moment of receiving.</param>
    public static ImmutableArray<EvidenceDoubt> Of(string hash, ReceivedFile file, Visit visit, IEnumerable<Visit> others, Workplace workplace, Instant now) =>
        [.. Used(hash, visit, others, workplace), .. Dated(file, visit, workplace, now)];

    private static IEnumerable<EvidenceDoubt> Used(string hash, Visit visit, IEnumerable<Visit> others, Workplace workplace)
    {
        if (Places(hash, visit, workplace).FirstOrDefault() is { } here)
        {
            yield return new EvidenceDoubt("file-used-twice", new Text($"这份文件本次服务已经用过：{here.Zh}。", $"This file was used in this visit already: {here.En}."));
        }

        foreach (var other in others.Where(other => other.Id != visit.Id))
        {
            if (Places(hash, other, workplace).FirstOrDefault() is { } there)
            {
                yield return new EvidenceDoubt("file-of-another-visit", new Text($"这份文件已用于服务 {other.Id}：{there.Zh}。", $"This file was used in the visit {other.Id} already: {there.En}."));
                yield break;
            }
        }
    }

    private static IEnumerable<Text> Places(string hash, Visit visit, Workplace workplace)
    {
        var procedure = workplace.Procedures.InForce(visit.Service) is null ? null : workplace.Procedures.Of(visit.Service, visit.Procedure);
        return visit.Steps.Values.Where(record => record.Files.Contains(hash)).Select(record => procedure?.FindStep(record.Step)?.Title ?? Text.Same(record.Step))
            .Concat(visit.Forms.Values.Where(form => form.Copies.Any(copy => copy.SignedFile == hash || copy.File == hash)).Select(form => workplace.Standard.FindForm(form.Form)?.Name ?? Text.Same(form.Form)));
    }

    // A visit reaches from the day on which it went on record, or of the first thing told of it, to now, or to its end.
    private static IEnumerable<EvidenceDoubt> Dated(ReceivedFile file, Visit visit, Workplace workplace, Instant now)
    {
        if (file.CapturedAt is not { } captured)
        {
            yield break;
        }

        var zone = workplace.Directory.FindSite(visit.Site)?.Zone ?? workplace.Directory.FindOffice(visit.Office)?.Zone ?? DateTimeZone.Utc;
        var clock = new SiteClock(zone, now);
        var taken = captured.At(zone);
        var first = visit.Steps.Values.Select(record => record.HappenedAt).Append(visit.StartedAt).Min();
        var from = clock.At(clock.DateOf(first), LocalTime.Midnight);
        var to = (visit.EndedAt is { } ended ? Instant.Min(ended, now) : now) + Ahead;
        if (taken < from || taken > to)
        {
            var at = clock.Say(taken, now);
            yield return new EvidenceDoubt("file-outside-visit", new Text($"照片自带的时间是 {at}，不在本次服务期间。", $"By its own date it was taken at {at}, which is outside this visit."));
        }
    }
}
