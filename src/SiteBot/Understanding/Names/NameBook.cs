using SiteBot.Understanding.Words;

namespace SiteBot.Understanding.Names;

/// <summary>Every way of calling the things of a directory, written together without spaces; finds them in a message, one slip forgiven. Immutable once filled.</summary>
/// <param name="sounds">Which characters sound alike.</param>
internal sealed class NameBook(SoundTable sounds)
{
    private const int MostUnits = 14;
    private const int ShortestLatin = 6;
    private const int ShortestHan = 4;
    private const int MostOwners = 12;
    private readonly Dictionary<string, List<NameForm>> forms = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Length, char Edge, bool First), List<string>> near = [];
    private readonly Dictionary<string, List<string>> sounding = new(StringComparer.Ordinal);
    private int longest;

    /// <summary>Adds a way of calling a thing; empty ones and what is there already are passed over.</summary>
    public void Add(string compact, NameForm form)
    {
        if (compact.Length < 2)
        {
            return;
        }

        if (!forms.TryGetValue(compact, out var owners))
        {
            owners = forms[compact] = [];
            longest = Math.Max(longest, compact.Length);
        }

        if (!owners.Exists(known => known.Kind == form.Kind && known.Owner == form.Owner && known.Strength >= form.Strength))
        {
            owners.Add(form);
        }
    }

    /// <summary>To be called once all is added.</summary>
    public void Close()
    {
        foreach (var owners in forms.Values)
        {
            // What many things share tells none of them.
            foreach (var kind in owners.GroupBy(form => form.Kind).Where(group => group.Count() > MostOwners && group.All(form => form.Strength == NameStrength.Part)).Select(group => group.Key).ToList())
            {
                owners.RemoveAll(form => form.Kind == kind);
            }
        }

        foreach (var compact in forms.Where(pair => pair.Value.Exists(form => form.MayBeMisspelt)).Select(pair => pair.Key))
        {
            if (compact.Length >= (TextFolder.IsHan(compact[0]) ? ShortestHan : ShortestLatin))
            {
                Near((compact.Length, compact[0], true)).Add(compact);
                Near((compact.Length, compact[^1], false)).Add(compact);
            }

            if (sounds.SoundOf(compact) is { } sound)
            {
                (sounding.TryGetValue(sound, out var alike) ? alike : sounding[sound] = []).Add(compact);
            }
        }

        List<string> Near((int, char, bool) key) => near.TryGetValue(key, out var list) ? list : near[key] = [];
    }

    /// <summary>What may be called exactly so.</summary>
    public IReadOnlyList<NameForm> Exactly(string compact) => forms.GetValueOrDefault(compact) ?? [];

    /// <summary>What is found, the longest first wherever two overlap; an exact one beats a misspelt one.</summary>
    /// <param name="sentence">The message.</param>
    /// <param name="taken">Units that are something else already: times, versions.</param>
    /// <param name="ordinary">True for a word that is no slip of a name.</param>
    public List<NameFound> Find(Sentence sentence, ReadOnlySpan<bool> taken, Func<string, bool> ordinary)
    {
        var all = new List<NameFound>();
        var units = sentence.Units;
        for (var i = 0; i < units.Length; i++)
        {
            var compact = "";
            var strange = false;
            for (var j = i; j < units.Length && j < i + MostUnits && !taken[j] && compact.Length <= longest; j++)
            {
                if (j > i && units[j].Gap && sentence.Folded.AsSpan(units[j - 1].End, units[j].Start - units[j - 1].End).ContainsAnyExcept("-. ·"))
                {
                    break;
                }

                var word = Compact.Word(sentence[units[j]]);
                compact += word;
                strange |= units[j].IsHan || !ordinary(sentence[units[j]].ToString());
                if (forms.TryGetValue(compact, out var owners))
                {
                    all.AddRange(owners.Where(form => form.Strength != NameStrength.Part || units[i].IsHan || strange).Select(form => new NameFound(form, i, j + 1, true)));
                }
                else if (strange && !compact.AsSpan().ContainsAnyInRange('0', '9'))
                {
                    all.AddRange(Misspelt(compact).Concat(Sounding(compact)).Distinct().Select(form => new NameFound(form, i, j + 1, false)));
                }
            }
        }

        return Apart(all, units);
    }

    private static List<NameFound> Apart(List<NameFound> all, Unit[] units)
    {
        var kept = new List<NameFound>();
        foreach (var one in all.OrderByDescending(one => one.Exact).ThenByDescending(one => units[one.To - 1].End - units[one.From].Start).ThenBy(one => one.From))
        {
            if (kept.TrueForAll(other => one.To <= other.From || one.From >= other.To || (one.From == other.From && one.To == other.To)))
            {
                kept.Add(one);
            }
        }

        return kept;
    }

    // 朝杨 for 朝阳: what sounds alike is a slip also in a short name.
    private IEnumerable<NameForm> Sounding(string compact) =>
        sounds.SoundOf(compact) is { } sound && sounding.TryGetValue(sound, out var alike)
            ? alike.Where(name => SoundTable.IsSlip(compact, name)).SelectMany(name => forms[name]).Where(form => form.MayBeMisspelt)
            : [];

    private IEnumerable<NameForm> Misspelt(string compact)
    {
        var han = TextFolder.IsHan(compact[0]);
        if (compact.Length < (han ? ShortestHan : ShortestLatin - 1))
        {
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var length = han ? compact.Length : compact.Length - 1; length <= (han ? compact.Length : compact.Length + 1); length++)
        {
            foreach (var key in ((int, char, bool)[])[(length, compact[0], true), (length, compact[^1], false)])
            {
                foreach (var candidate in near.GetValueOrDefault(key, []))
                {
                    if (seen.Add(candidate) && Distance.Between(compact, candidate, 1) == 1)
                    {
                        foreach (var form in forms[candidate].Where(form => form.MayBeMisspelt && (form.Kind != NameKind.Person || candidate.Length > ShortestLatin)))
                        {
                            yield return form;
                        }
                    }
                }
            }
        }
    }
}

/// <summary>Names written together: no spaces and hyphens, numbers without leading zeros.</summary>
internal static class Compact
{
    /// <summary>One word or character; <c>042</c> gives <c>42</c>, <c>msc01</c> gives <c>msc1</c>.</summary>
    public static string Word(ReadOnlySpan<char> word)
    {
        Span<char> kept = stackalloc char[word.Length];
        var count = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var leading = word[i] == '0' && (i == 0 || !char.IsAsciiDigit(word[i - 1]) || (count > 0 && !char.IsAsciiDigit(kept[count - 1])) || count == 0);
            if (!leading || i + 1 == word.Length || !char.IsAsciiDigit(word[i + 1]))
            {
                kept[count++] = word[i];
            }
        }

        return kept[..count].ToString();
    }

    /// <summary>All units of a sentence.</summary>
    public static string Of(Sentence sentence) => Of(sentence, 0, sentence.Units.Length);

    /// <summary>Some units of a sentence.</summary>
    public static string Of(Sentence sentence, int from, int to)
    {
        var text = "";
        for (var i = from; i < to; i++)
        {
            text += Word(sentence[sentence.Units[i]]);
        }

        return text;
    }
}
