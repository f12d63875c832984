namespace SiteBot.Host.Delivery;

/// <summary>What one host knows of the others from the roll, in which each counts its own beats; one whose count stands still is gone. No clock is compared with another.</summary>
/// <param name="self">This host's name.</param>
/// <param name="missedAfter">After so long without a beat a host is gone.</param>
/// <param name="isGone">True where it is certain already that a host of that name runs no more.</param>
internal sealed class SeenHosts(string self, TimeSpan missedAfter, Func<string, bool> isGone)
{
    private readonly Dictionary<string, (long Beats, TimeSpan SeenAt)> _others = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _unaware = new(StringComparer.Ordinal);
    private bool _signed;

    /// <summary>How many hosts there are, this one among them.</summary>
    public int Count => _others.Count + 1;

    /// <summary>True once each of the others has signed after this one, so that it counts this one too.</summary>
    public bool AllKnowThis => _signed && !_unaware.Any(other => _others.TryGetValue(other.Key, out var seen) && seen.Beats == other.Value);

    /// <summary>Looks at the roll, strikes out those that are gone, and signs it.</summary>
    /// <param name="roll">The roll; changed.</param>
    /// <param name="now">Machine time.</param>
    public void Sign(Dictionary<string, long> roll, TimeSpan now)
    {
        foreach (var (name, beats) in roll.Where(entry => entry.Key != self))
        {
            if (!_others.TryGetValue(name, out var seen) || seen.Beats != beats)
            {
                _others[name] = (beats, now);
            }
        }

        foreach (var (name, seen) in _others)
        {
            if (!roll.ContainsKey(name) || now - seen.SeenAt > missedAfter || isGone(name))
            {
                _others.Remove(name);
                roll.Remove(name);
            }
        }

        roll[self] = roll.GetValueOrDefault(self) + 1;
    }

    /// <summary>The roll was written as <see cref="Sign"/> left it: who stands there has not seen this host before.</summary>
    public void Written()
    {
        if (!_signed)
        {
            _signed = true;
            foreach (var (name, seen) in _others)
            {
                _unaware[name] = seen.Beats;
            }
        }
    }
}
