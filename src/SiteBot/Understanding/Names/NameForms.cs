using SiteBot.Directory;
using SiteBot.Understanding.Words;

namespace SiteBot.Understanding.Names;

/// <summary>Tells in what ways the things of a directory may be called: by id, by name in both languages, without the words that every such name has, in parts.</summary>
internal sealed class NameForms(LanguageData language, NameBook book)
{
    private const int ShortestLatinPart = 4;

    /// <summary>Fills the book from a directory.</summary>
    public void Add(CompanyDirectory directory)
    {
        for (var i = 0; i < directory.Sites.Length; i++)
        {
            var site = directory.Sites[i];
            Id(NameKind.Site, i, site.Id);
            Both(NameKind.Site, i, site.Name, "site");
            Number(i, site.Id);
        }

        var placed = 0;
        foreach (var equipment in directory.Sites.SelectMany(site => site.Equipment))
        {
            Id(NameKind.Equipment, placed, equipment.Id);
            Numbered(placed++, equipment.Id);
        }

        for (var i = 0; i < directory.Products.Length; i++)
        {
            Id(NameKind.Product, i, directory.Products[i].Id);
            Both(NameKind.Product, i, directory.Products[i].Name, null);
        }

        for (var i = 0; i < directory.Customers.Length; i++)
        {
            Id(NameKind.Customer, i, directory.Customers[i].Id);
            Both(NameKind.Customer, i, directory.Customers[i].Name, "customer");
        }

        for (var i = 0; i < directory.Offices.Length; i++)
        {
            Whole(NameKind.Office, i, Read(directory.Offices[i].Name.Zh));
            Whole(NameKind.Office, i, Read(directory.Offices[i].Name.En));
        }

        for (var i = 0; i < directory.People.Length; i++)
        {
            Person(i, directory.People[i]);
        }

        book.Close();
    }

    private Sentence Read(string text) => Sentence.Cut(language.Folder.Fold(text), Vocabulary.None);

    private void Id(NameKind kind, int owner, string id) => book.Add(Compact.Of(Read(id)), new NameForm(kind, owner, NameStrength.Whole, false));

    private void Whole(NameKind kind, int owner, Sentence name) => book.Add(Compact.Of(name), new NameForm(kind, owner, NameStrength.Whole, true));

    // 042 alone means the site; 42 only beside a word for one, and so do the words of the kind around it.
    private void Number(int owner, string id)
    {
        var digits = new string([.. id.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)]);
        if (digits.Length > 0)
        {
            var number = Compact.Word(digits);
            foreach (var word in language.NameWords.Where(word => word.Label == "site").Select(word => Compact.Of(Read(word.Phrase))))
            {
                book.Add(word + number, new NameForm(NameKind.Site, owner, NameStrength.Core, false));
                book.Add($"{number}号{word}", new NameForm(NameKind.Site, owner, NameStrength.Core, false));
                book.Add(number + word, new NameForm(NameKind.Site, owner, NameStrength.Core, false));
            }

            book.Add("#" + digits, new NameForm(NameKind.Site, owner, NameStrength.Core, false));
        }
    }

    // MSC一号, 1号MSC.
    private void Numbered(int owner, string id)
    {
        var compact = Compact.Of(Read(id));
        var letters = compact.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        if (letters.Length >= 2 && compact[letters.Length..] is { Length: > 0 } number && int.TryParse(number, out var value))
        {
            var form = new NameForm(NameKind.Equipment, owner, NameStrength.Whole, false);
            book.Add($"{number}号{letters}", form);
            book.Add($"{letters}{number}号", form);
            if (value is > 0 and < 10)
            {
                var han = "零一二三四五六七八九"[value];
                book.Add($"{han}号{letters}", form);
                book.Add($"{letters}{han}号", form);
                book.Add($"{letters}{han}", form);
            }
        }
    }

    private void Both(NameKind kind, int owner, Text name, string? common)
    {
        foreach (var written in (string[])[name.Zh, name.En])
        {
            var sentence = Read(written);
            Whole(kind, owner, sentence);
            if (common is null)
            {
                continue;
            }

            var core = Core(sentence, common);
            Named(kind, owner, NameStrength.Core, core, 0, core.Count);
            for (var cut = 1; cut < core.Count; cut++)
            {
                Named(kind, owner, NameStrength.Part, core, 0, cut);
                Named(kind, owner, NameStrength.Part, core, cut, core.Count);
            }
        }
    }

    private void Named(NameKind kind, int owner, NameStrength strength, List<string> words, int from, int to)
    {
        var compact = string.Concat(words[from..to]);
        if (compact.Length > 0 && (TextFolder.IsHan(compact[0]) ? compact.Length >= 2 : compact.Length >= ShortestLatinPart))
        {
            book.Add(compact, new NameForm(kind, owner, strength, true));
        }
    }

    private List<string> Core(Sentence name, string common)
    {
        var words = new List<string>();
        Span<Found> found = stackalloc Found[16];
        var count = language.NameWordsOf.Find(name.Units, found);
        for (var i = 0; i < name.Units.Length; i++)
        {
            var inside = false;
            foreach (var one in found[..count])
            {
                inside |= language.NameWordsOf.Labels[one.Label] == common && i >= one.From && i < one.To;
            }

            if (!inside)
            {
                words.Add(Compact.Word(name[name.Units[i]]));
            }
        }

        return words;
    }

    private void Person(int owner, Person person)
    {
        Id(NameKind.Person, owner, person.Id);
        var zh = Read(person.Name.Zh);
        var en = Read(person.Name.En);
        Whole(NameKind.Person, owner, zh);
        Whole(NameKind.Person, owner, en);
        var part = new NameForm(NameKind.Person, owner, NameStrength.Part, false);
        if (en.Units is [var first, var last])
        {
            book.Add(Compact.Word(en[last]) + Compact.Word(en[first]), new NameForm(NameKind.Person, owner, NameStrength.Whole, true));
        }

        foreach (var unit in en.Units.Where(unit => unit.Length >= ShortestLatinPart))
        {
            book.Add(Compact.Word(en[unit]), part);
        }

        var isChinese = zh.Units.Length is 2 or 3 && zh.Units[0].IsHan && !person.Name.Zh.Contains('·', StringComparison.Ordinal);
        if (en.Units.Length > 1)
        {
            var family = Compact.Word(en[en.Units[isChinese ? 0 : ^1]]);
            foreach (var (_, word) in language.NameWords.Where(word => word.Label == "mister"))
            {
                book.Add(word + family, new NameForm(NameKind.Person, owner, NameStrength.Core, false));
            }
        }

        if (person.Name.Zh.Contains('·', StringComparison.Ordinal))
        {
            foreach (var piece in person.Name.Zh.Split('·'))
            {
                book.Add(Compact.Of(Read(piece)), part);
            }
        }
        else if (isChinese)
        {
            var surname = zh[zh.Units[0]].ToString();
            foreach (var (label, word) in language.NameWords.Where(word => word.Label is "titles" or "pet"))
            {
                book.Add(label == "titles" ? surname + word : word + surname, part);
            }
        }
    }
}
