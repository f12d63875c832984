namespace SiteBot.Training;

/// <summary>Numbers that look random and are the same in every build.</summary>
internal sealed class Sequence(ulong seed)
{
    private ulong state = seed;

    /// <summary>The next 32 bits (SplitMix64's upper half).</summary>
    public uint Next()
    {
        state += 0x9e3779b97f4a7c15;
        var mixed = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
        return (uint)((mixed ^ (mixed >> 31)) >> 32);
    }

    /// <summary>The next number from 0 up to, not including, 1.</summary>
    public float Share() => (Next() >> 8) / 16777216f;
}
