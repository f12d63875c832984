using System.Diagnostics.CodeAnalysis;

namespace SiteBot.Reading;

/// <summary>A closed list of words that may stand in a file, and what each means. The one place where a value's spelling in files stands.</summary>
/// <typeparam name="T">What a word means.</typeparam>
public sealed class WordList<T>
    where T : notnull
{
    private readonly List<KeyValuePair<string, T>> pairs;
    private readonly Dictionary<string, T> byWord;
    private readonly Dictionary<T, string> byValue;

    /// <summary>Makes the list; each word and each value stands once.</summary>
    public WordList(params (string Word, T Value)[] words)
    {
        pairs = [.. words.Select(pair => KeyValuePair.Create(pair.Word, pair.Value))];
        byWord = new Dictionary<string, T>(pairs, StringComparer.Ordinal);
        byValue = pairs.ToDictionary(pair => pair.Value, pair => pair.Key);
    }

    /// <summary>The words, in their order.</summary>
    public IEnumerable<string> Words => pairs.Select(pair => pair.Key);

    /// <summary>The first word's meaning: what reading goes on with after a fault.</summary>
    public T First => pairs[0].Value;

    /// <summary>How <paramref name="value"/> is written.</summary>
    public string this[T value] => byValue[value];

    /// <summary>Reads a word exactly as it is spelt.</summary>
    public bool TryRead(string word, [MaybeNullWhen(false)] out T value) => byWord.TryGetValue(word, out value);
}
