namespace SiteBot.Understanding.Words;

/// <summary>What a sentence is made of: a Chinese character, or a word of Latin script by its stem.</summary>
/// <param name="Id">What it is, as a number: the same for each form of a word.</param>
/// <param name="Start">Where it begins in the folded text.</param>
/// <param name="Length">How many characters it covers there.</param>
/// <param name="IsHan">True for a Chinese character.</param>
/// <param name="Gap">True where punctuation stands between the unit before and this one.</param>
internal readonly record struct Unit(uint Id, int Start, int Length, bool IsHan, bool Gap)
{
    /// <summary>The end in the folded text, exclusive.</summary>
    public int End => Start + Length;
}

/// <summary>Names things by number: 32 bits of FNV-1a, the same in every process.</summary>
internal static class Number
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = Offset;
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }

    public static uint Of(uint kind, uint a) => Mix(Mix(Offset ^ kind, a), 0x9e37);

    public static uint Of(uint kind, uint a, uint b) => Mix(Mix(Mix(Offset ^ kind, a), b), 0x79b9);

    public static uint Of(uint kind, uint a, uint b, uint c) => Mix(Mix(Mix(Mix(Offset ^ kind, a), b), c), 0x7f4a);

    private static uint Mix(uint hash, uint value)
    {
        hash = (hash ^ value) * 0x85ebca6b;
        hash ^= hash >> 15;
        return hash * 0xc2b2ae35;
    }
}
