using SiteBot.Directory;
using SiteBot.Ledger;

namespace SiteBot.Host.Commands;

/// <summary>Finds the private values that hold a person's name or number, or that this person told.</summary>
internal sealed class PersonSearch
{
    private const int Page = 500;
    private const int FewestDigits = 6;
    private readonly List<string> _names = [];
    private readonly List<string> _numbers = [];
    private string? _teller;

    private PersonSearch()
    {
    }

    /// <summary>Somebody of the directory.</summary>
    /// <param name="person">Who.</param>
    /// <param name="andTold">Also all that this person told.</param>
    public static PersonSearch For(Person person, bool andTold)
    {
        var search = new PersonSearch { _teller = andTold ? person.Id : null };
        search._names.AddRange([Folded(person.Name.Zh), Folded(person.Name.En), Folded(person.Id)]);
        search.AddNumber(person.Phone ?? "");
        return search;
    }

    /// <summary>Anybody else, by the name or the number as it was told.</summary>
    /// <exception cref="WrongUseException">The text is too short to mean one person.</exception>
    public static PersonSearch For(string text)
    {
        var search = new PersonSearch();
        search.AddNumber(text);
        if (search._numbers.Count == 0)
        {
            search._names.Add(Folded(text) is { Length: >= 2 } name ? name : throw new WrongUseException("PERSON: write at least two letters, or a number of at least six digits."));
        }

        return search;
    }

    /// <summary>The places, fact by fact.</summary>
    public async IAsyncEnumerable<IReadOnlyList<PrivatePlace>> Places(ILedgerArchive archive)
    {
        string? after = null;
        while (await archive.Heads(after, Page, CancellationToken.None) is { Count: > 0 } heads)
        {
            foreach (var head in heads)
            {
                await foreach (var fact in archive.Facts(head.Stream, 1, CancellationToken.None))
                {
                    var told = _teller is not null && string.Equals(fact.Fact.By, _teller, StringComparison.OrdinalIgnoreCase);
                    var places = fact.Fact.Private.Where(value => value.Value is not null && (told || Holds(value.Value)))
                        .Select(value => new PrivatePlace(fact.Stream, fact.Sequence, value.Key)).ToList();
                    if (places.Count > 0)
                    {
                        yield return places;
                    }
                }
            }

            after = heads[^1].Stream.Value;
        }
    }

    private bool Holds(string value)
    {
        var folded = Folded(value);
        return _names.Exists(name => folded.Contains(name, StringComparison.Ordinal)) || (_numbers.Count > 0 && _numbers.Exists(number => Digits(value).Contains(number, StringComparison.Ordinal)));
    }

    private void AddNumber(string text)
    {
        if (Digits(text) is { Length: >= FewestDigits } digits && text.All(letter => char.IsDigit(letter) || " +-()./".Contains(letter)))
        {
            _numbers.Add(digits);
        }
    }

    // Names are found however they are spaced and cased: "li ming", "LiMing".
    private static string Folded(string text) => new([.. text.Where(letter => !char.IsWhiteSpace(letter)).Select(char.ToLowerInvariant)]);

    private static string Digits(string text) => new([.. text.Where(char.IsAsciiDigit)]);
}
