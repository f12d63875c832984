namespace SiteBot.Understanding.Words;

/// <summary>A folded message cut into its units.</summary>
/// <param name="Folded">The text in its one spelling.</param>
/// <param name="Units">Its units, in order.</param>
internal sealed record Sentence(string Folded, Unit[] Units)
{
    /// <summary>The text of one unit, as folded.</summary>
    public ReadOnlySpan<char> this[Unit unit] => Folded.AsSpan(unit.Start, unit.Length);

    /// <summary>The language that most of it is in: Chinese where there are at least as many Chinese characters as Latin words.</summary>
    public Language Language
    {
        get
        {
            var han = 0;
            foreach (var unit in Units)
            {
                han += unit.IsHan ? 1 : 0;
            }

            return han > 0 && han >= Units.Length - han ? Language.Zh : Language.En;
        }
    }

    /// <summary>Cuts <paramref name="folded"/>; words that are mistyped are mended by <paramref name="vocabulary"/>.</summary>
    public static Sentence Cut(string folded, Vocabulary vocabulary)
    {
        var units = new Unit[folded.Length];
        var count = 0;
        var gap = false;
        for (var i = 0; i < folded.Length;)
        {
            var c = folded[i];
            if (TextFolder.IsHan(c))
            {
                units[count++] = new Unit(Number.Of(folded.AsSpan(i, 1)), i, 1, true, gap);
                gap = false;
                i++;
            }
            else if (TextFolder.IsWord(c))
            {
                var end = i + 1;
                while (end < folded.Length && TextFolder.IsWord(folded[end]))
                {
                    end++;
                }

                var word = folded.AsSpan(i, end - i);
                units[count++] = new Unit(Number.Of(Stem.Of(vocabulary.Mend(word))), i, end - i, false, gap);
                gap = false;
                i = end;
            }
            else
            {
                gap |= c is ',' or '.' or ';' or '!' or '?' or ':' or '-';
                i++;
            }
        }

        return new Sentence(folded, units[..count]);
    }
}
