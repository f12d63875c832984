using System.Collections.Frozen;
using System.Text.RegularExpressions;
using SiteBot.Directory;
using SiteBot.Ledger;
using SiteBot.Procedures;
using SiteBot.Reading;
using SiteBot.Understanding.Words;

namespace SiteBot.Visits.Short;

/// <summary>
/// Short texts that begin and end an operation, leave the site and hand the visit over, for a network that carries no cards: 开始升级, <c>rolled back</c>,
/// 操作完成，遗留问题：无, <c>hand over to Sun Bo</c>. The whole message must be one; a question or a longer sentence is none. Immutable; any number of threads may use it.
/// </summary>
public sealed partial class ShortActs
{
    private const int LongestMessage = 300;
    private static readonly char[] Marks = [' ', '.', ',', '!', ':', ';', '-', '(', ')'];

    private readonly FrozenDictionary<string, string[]> phrases;
    private readonly TextFolder folder;

    private ShortActs(FrozenDictionary<string, string[]> phrases, TextFolder folder) => (this.phrases, this.folder) = (phrases, folder);

    /// <summary>Loads the words from <c>language</c> inside the folder of the dialogs.</summary>
    /// <exception cref="FaultyFileException">A file is missing or faulty.</exception>
    public static ShortActs Load(string dialogs)
    {
        SourceFile File(string name) => SourceFile.Load(Path.Combine(dialogs, "language", name));
        var folder = TextFolder.Read(File("traditional.txt"), File("spellings.txt"));
        return new ShortActs(
            PhraseFile.Read(File("acts.txt")).GroupBy(pair => pair.Label, pair => Bare(folder.Fold(pair.Phrase)), StringComparer.Ordinal)
                .ToFrozenDictionary(group => group.Key, group => group.Distinct().OrderByDescending(phrase => phrase.Length).ToArray(), StringComparer.Ordinal),
            folder);
    }

    /// <summary>What a message does; null where it does nothing of it, or where nothing of the visit can be meant: nobody ends what does not run.</summary>
    /// <param name="message">As typed.</param>
    /// <param name="visit">The current visit.</param>
    /// <param name="workplace">The visit's duties, and the names of colleagues.</param>
    public ShortAct? Read(string message, Visit visit, Workplace workplace)
    {
        if (message.Length is 0 or > LongestMessage || !visit.IsOpen)
        {
            return null;
        }

        var text = new Marked(message, folder);
        if (text.Folded.AsSpan().IndexOfAny('?', '吗') >= 0)
        {
            return null;
        }

        return HandsOver(text, workplace.Directory) is { } handed ? handed
            : Answers(text) is { } answered ? answered
            : Does(text, workplace.Procedures.Of(visit.Service, visit.Procedure)) is { } duty ? duty
            : visit.Running is not null ? Ends(text)
            : visit.IsOnSite ? AtTheSite(text, visit)
            : null;
    }

    private ShortAct? AtTheSite(Marked text, Visit visit) =>
        Is(text, "begin") && visit.Plan.Operation is not null ? new ShortAct.Begin()
        : Is(text, "for_good") ? new ShortAct.Leave(LeavingMode.ForGood)
        : Is(text, "night") ? new ShortAct.Leave(LeavingMode.ForTheNight)
        : null;

    private ShortAct? Ends(Marked text)
    {
        foreach (var (label, outcome) in ((string, OperationOutcome)[])[("done", OperationOutcome.Done), ("rolled_back", OperationOutcome.RolledBack), ("failed", OperationOutcome.Failed)])
        {
            if (After(text, label) is { } rest && Open(rest) is var (understood, issues) && understood)
            {
                return new ShortAct.End(outcome, PrivateText.Of(issues));
            }
        }

        return null;
    }

    // What is left open is said to be that; anything else beside the phrase is no telling.
    private (bool Understood, string? Issues) Open(string rest)
    {
        if (IsNothing(rest))
        {
            return (true, null);
        }

        var left = new Marked(rest.TrimStart([.. Marks, '，', '。', '；']), folder);
        var marker = phrases["open"].FirstOrDefault(word => left.Find(word) == 0);
        return marker is null ? (false, null) : (true, left.Text(marker.Length, left.Raw.Length).Trim([.. Marks, '：', '，', '。']));
    }

    private static ShortAct? Answers(Marked text) => Answering().Match(text.Folded) is { Success: true } match
        ? new ShortAct.Answer(match.Groups["id"].Value, PrivateText.Of(text.Text(match.Groups["said"].Index, text.Raw.Length)))
        : null;

    private ShortAct? Does(Marked text, Procedure procedure)
    {
        foreach (var duty in procedure.Duties.Where(duty => duty.Step is null && phrases.ContainsKey("duty." + duty.Id)))
        {
            if (After(text, "duty." + duty.Id) is { } rest && (IsNothing(rest) || rest[0] is ':' or '：' or ',' or '，'))
            {
                return new ShortAct.Duty(duty.Id, IsNothing(rest) ? null : PrivateText.Of(rest.Trim([.. Marks, '：', '，', '。'])));
            }
        }

        return null;
    }

    private ShortAct? HandsOver(Marked text, CompanyDirectory directory)
    {
        if (phrases["hand_over"].FirstOrDefault(phrase => text.Folded.StartsWith(phrase, StringComparison.Ordinal)) is not { } said)
        {
            return null;
        }

        var name = text.Text(said.Length, text.Raw.Length).Trim([.. Marks, '，', '。', '：']);
        return directory.FindNamed(name) is { } colleague ? new ShortAct.HandOver(colleague.Id) : null;
    }

    private bool Is(Marked text, string label) => After(text, label) is { } rest && IsNothing(rest);

    // What stands behind the phrase with which the message begins, as typed; null where it begins otherwise.
    private string? After(Marked text, string label) => phrases[label].FirstOrDefault(phrase => text.Find(phrase) == 0) is { } found ? text.Text(found.Length, text.Raw.Length) : null;

    private bool IsNothing(string rest) => Bare(folder.Fold(rest)) is var left && (left.Length == 0 || phrases["filler"].Contains(left, StringComparer.Ordinal));

    [GeneratedRegex(@"^(?:已?答复|已?回答|answered|answer|reply to)\s*(?<id>q\d{1,3})\s*[:,]?\s*(?<said>.*)$")]
    private static partial Regex Answering();

    private static string Bare(string folded) => folded.Trim(Marks);
}
