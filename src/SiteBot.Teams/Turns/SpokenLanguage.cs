namespace SiteBot.Teams.Turns;

/// <summary>Which language a message is typed in.</summary>
internal static class SpokenLanguage
{
    private const int FewestLetters = 6;

    /// <summary>Chinese where it holds a Chinese character, English where it holds several letters in words and none; null where it does not say, as "V3.08.21" or "ok".</summary>
    public static Language? Of(string text)
    {
        var letters = 0;
        var words = 0;
        var inWord = false;
        foreach (var sign in text)
        {
            if (sign is >= '\u3400' and <= '\u9fff')
            {
                return Language.Zh;
            }

            if (char.IsAsciiLetter(sign))
            {
                letters++;
                words += inWord ? 0 : 1;
                inWord = true;
            }
            else if (sign is not '\'')
            {
                inWord = false;
            }
        }

        return letters >= FewestLetters && words >= 2 ? Language.En : null;
    }
}
