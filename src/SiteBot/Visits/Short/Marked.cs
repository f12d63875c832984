using SiteBot.Understanding.Words;

namespace SiteBot.Visits.Short;

/// <summary>A message in its one spelling, as typed beside it, and which characters were understood already.</summary>
internal sealed class Marked
{
    private readonly bool[] taken;

    public Marked(string message, TextFolder folder)
    {
        Raw = message.Trim();
        var folded = folder.Fold(Raw);

        // What is cut out keeps its capitals, so both must count alike; slips of spelling are forgiven where that holds.
        Folded = folded.Length == Raw.Length ? folded : string.Concat(Raw.Select(sign => folder.Fold(sign.ToString()) is { Length: 1 } one ? one[0] : ' '));
        taken = new bool[Raw.Length];
    }

    public string Raw { get; }

    public string Folded { get; }

    public bool IsTaken(int at) => taken[at];

    public void Take(int from, int to) => Array.Fill(taken, true, from, to - from);

    /// <summary>Where a phrase stands, words of Latin script whole, or -1.</summary>
    public int Find(string phrase, int from = 0)
    {
        for (var at = Folded.IndexOf(phrase, from, StringComparison.Ordinal); at >= 0; at = Folded.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            if (IsWhole(at, phrase.Length) && !AnyTaken(at, at + phrase.Length))
            {
                return at;
            }
        }

        return -1;
    }

    public bool Has(IEnumerable<string> phrases) => phrases.Any(phrase => Find(phrase) >= 0);

    /// <summary>Takes the first of the phrases that stands there; the longest come first.</summary>
    public bool TakeOne(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (Find(phrase) is var at and >= 0)
            {
                Take(at, at + phrase.Length);
                return true;
            }
        }

        return false;
    }

    /// <summary>What is left, in pieces: words of Latin script that follow each other are one piece, Chinese ones end at a space; punctuation ends each.</summary>
    public List<(int From, int To)> Rest()
    {
        var pieces = new List<(int From, int To)>();
        for (var i = 0; i < Raw.Length;)
        {
            if (taken[i] || !IsText(Folded[i]))
            {
                i++;
                continue;
            }

            var to = i;
            while (to < Raw.Length && !taken[to] && (IsText(Folded[to]) || (Folded[to] is ' ' or '\'' or '-' or '.' && Joins(to))))
            {
                to++;
            }

            pieces.Add((i, to));
            i = to;
        }

        return pieces;
    }

    public string Text(int from, int to) => Raw[from..to].Trim();

    private bool Joins(int at)
    {
        bool Word(int i) => i >= 0 && i < Raw.Length && !taken[i] && TextFolder.IsWord(Folded[i]);
        return Folded[at] == '.' && at + 1 < Raw.Length && Folded[at + 1] == ' '
            ? Word(at + 2) && IsTitle(at)
            : Word(at + 1) && (Word(at - 1) || (at > 0 && Folded[at - 1] == '.'));
    }

    // "Mr. Wang" is one piece though a full stop stands in it.
    private bool IsTitle(int stop) =>
        Folded[..stop] is var before && (before.EndsWith("mr", StringComparison.Ordinal) || before.EndsWith("mrs", StringComparison.Ordinal)
            || before.EndsWith("ms", StringComparison.Ordinal) || before.EndsWith("dr", StringComparison.Ordinal));

    private bool AnyTaken(int from, int to) => taken.AsSpan(from, to - from).Contains(true);

    private bool IsWhole(int at, int length) =>
        (!TextFolder.IsWord(Folded[at]) || at == 0 || !TextFolder.IsWord(Folded[at - 1]))
        && (!TextFolder.IsWord(Folded[at + length - 1]) || at + length == Folded.Length || !TextFolder.IsWord(Folded[at + length]));

    private static bool IsText(char sign) => TextFolder.IsHan(sign) || TextFolder.IsWord(sign);
}
