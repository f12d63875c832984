namespace SiteBot.Chromium.Cards;

/// <summary>What checking a card found.</summary>
/// <param name="Bytes">Its size as UTF-8.</param>
/// <param name="Faults">Sentences, each with what stands where; empty: the card is good.</param>
/// <param name="Text">What a reader sees of it unopened, line by line.</param>
public sealed record CardReport(int Bytes, IReadOnlyList<string> Faults, string Text)
{
    /// <summary>Cards stay below this many bytes (exclusive), so that Teams takes them with room to spare.</summary>
    public const int TooManyBytes = 24 * 1024;

    /// <summary>True without faults.</summary>
    public bool IsGood => Faults.Count == 0;
}
