using System.Collections.Immutable;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Understanding.Times;
using SiteBot.Understanding.Words;

namespace SiteBot.Understanding.Names;

/// <summary>
/// Recognises the sites, people, equipment, customers, products and versions of one directory in a message, also when shortened (朝阳, <c>Chaoyang</c>, <c>042</c>,
/// <c>MSC1</c>) or misspelt, with the stretch of time it names. Immutable; any number of threads may use it.
/// </summary>
public sealed class NamesInMessage
{
    private const int ShortestNumber = 3;
    private readonly LanguageData language;
    private readonly TroubleSense sense;
    private readonly CompanyDirectory directory;
    private readonly ImmutableArray<PlacedEquipment> placed;
    private readonly NameBook book;

    internal NamesInMessage(LanguageData language, CompanyDirectory directory)
    {
        (this.language, this.directory, sense) = (language, directory, new TroubleSense(language));
        placed = [.. directory.Sites.SelectMany(site => site.Equipment.Select(equipment => new PlacedEquipment(site, equipment)))];
        book = new NameBook(language.Sounds);
        new NameForms(language, book).Add(directory);
    }

    /// <summary>The directory whose names these are.</summary>
    public CompanyDirectory Directory => directory;

    /// <summary>Reads one message.</summary>
    /// <param name="message">As typed.</param>
    /// <param name="now">The moment at which it was written: what <c>tomorrow</c> goes by.</param>
    /// <param name="zone">Whose time it speaks of where it means no site for sure.</param>
    /// <param name="chosen">What somebody chose where several fitted.</param>
    public MentionedThings Read(string message, Instant now, DateTimeZone zone, ImmutableArray<NamedThing> chosen = default)
    {
        var folded = language.Folder.Fold(message);
        var sentence = Sentence.Cut(folded, Vocabulary.None);
        var taken = new bool[folded.Length + 1];

        // Sun Bo is no Sunday, and 周一鸣 no Monday. A first look at the time only tells which numbers are no names.
        var timed = WithoutPeople(sentence);
        StretchReader.Read(timed, now.InZone(zone).LocalDateTime, taken);
        var versions = VersionReader.Read(folded, directory, taken);
        var found = Find(sentence, taken);
        bool Chosen(NamedThing thing) => !chosen.IsDefault && chosen.Contains(thing);
        var site = Narrowed(Named(found, NameKind.Site, directory.Sites, sentence), one => Chosen(NamedThing.Of(one)));
        var customer = Named(found, NameKind.Customer, directory.Customers, sentence);
        var equipment = Named(found, NameKind.Equipment, placed, sentence);
        var product = Named(found, NameKind.Product, directory.Products, sentence);
        (site, equipment, product) = Fit(site, Narrowed(equipment, one => Chosen(NamedThing.Of(one))), product, customer);
        if (equipment.IsOpen)
        {
            (site, equipment, product) = Fit(site, Narrowed(equipment, one => Chosen(NamedThing.Of(one))), product, customer);
        }

        var local = now.InZone(site.Sure?.Zone ?? zone).LocalDateTime;
        return new MentionedThings(
            site,
            equipment,
            product,
            customer,
            Named(found, NameKind.Office, directory.Offices, sentence),
            Narrowed(Named(found, NameKind.Person, directory.People, sentence), one => Chosen(NamedThing.Of(one))),
            versions,
            versions.LastOrDefault(version => !string.Equals(version, equipment.Sure?.Equipment.Version, StringComparison.OrdinalIgnoreCase)),
            StretchReader.Read(timed, local, taken));
    }

    /// <summary>Which of several things a reply to "which of these?" means; empty where it is no such reply.</summary>
    /// <param name="message">As typed.</param>
    /// <param name="things">What there was to choose from, all of one kind, in the order shown.</param>
    /// <param name="numbered">They were shown with their numbers, from 1.</param>
    public ImmutableArray<NamedThing> Reply(string message, ImmutableArray<NamedThing> things, bool numbered) =>
        things.IsDefaultOrEmpty ? [] : new NameChoice(language, this).Read(message, things, numbered);

    /// <summary>What a thing is called: its id and its name.</summary>
    internal IEnumerable<string> Called(NamedThing thing) => thing.Kind switch
    {
        NamedKind.Site when directory.FindSite(thing.Key) is { } site => [site.Id, site.Name.Zh, site.Name.En],
        NamedKind.Person when directory.FindPerson(thing.Key) is { } person => [person.Id, person.Name.Zh, person.Name.En],
        NamedKind.Equipment when placed.FirstOrDefault(one => NamedThing.Of(one) == thing) is { } one => [one.Equipment.Id, one.Site.Id, one.Site.Name.Zh, one.Site.Name.En],
        _ => [],
    };

    /// <summary>The things of a kind that a sentence may mean, and how many units of it are no name.</summary>
    internal (IReadOnlySet<NamedThing> Meant, int Beside) Named(Sentence sentence, NamedKind kind)
    {
        var found = Find(sentence, new bool[sentence.Folded.Length + 1]);
        var beside = Enumerable.Range(0, sentence.Units.Length).Count(i => found.TrueForAll(one => i < one.From || i >= one.To));
        IEnumerable<NamedThing> meant = kind switch
        {
            NamedKind.Site => Named(found, NameKind.Site, directory.Sites, sentence).Candidates.Select(NamedThing.Of),
            NamedKind.Person => Named(found, NameKind.Person, directory.People, sentence).Candidates.Select(NamedThing.Of),
            _ => Fit(Named(found, NameKind.Site, directory.Sites, sentence), Named(found, NameKind.Equipment, placed, sentence), Mention<Product>.None, Mention<Customer>.None)
                .Equipment.Candidates.Select(NamedThing.Of),
        };
        return (meant.ToHashSet(), beside);
    }

    /// <summary>Where names stand in folded text, denied ones too, with the kind and the name of what fits first. Products are no secret.</summary>
    internal IEnumerable<(int Start, int End, string Kind, Text Meant)> Spans(string folded)
    {
        var sentence = Sentence.Cut(folded, Vocabulary.None);
        foreach (var one in Find(sentence, new bool[folded.Length + 1], denied: true).Where(one => one.Form.Kind != NameKind.Product))
        {
            var owner = one.Form.Owner;
            var (kind, meant) = one.Form.Kind switch
            {
                NameKind.Site => ("SITE", directory.Sites[owner].Name),
                NameKind.Equipment => ("EQUIPMENT", Text.Same(placed[owner].Equipment.Id)),
                NameKind.Customer => ("CUSTOMER", directory.Customers[owner].Name),
                NameKind.Office => ("OFFICE", directory.Offices[owner].Name),
                _ => ("PERSON", directory.People[owner].Name),
            };
            yield return (sentence.Units[one.From].Start, sentence.Units[one.To - 1].End, kind, meant);
        }
    }

    private List<NameFound> Find(Sentence sentence, bool[] taken, bool denied = false)
    {
        var units = sentence.Units;
        var busy = new bool[units.Length];
        for (var i = 0; i < units.Length; i++)
        {
            busy[i] = taken[units[i].Start];
        }

        var found = book.Find(sentence, busy, word => word.Length < ShortestNumber || language.Vocabulary.Knows(word));
        for (var i = 0; i < units.Length; i++)
        {
            var text = sentence[units[i]];
            if (!busy[i] && text.Length >= ShortestNumber && !text.ContainsAnyExceptInRange('0', '9') && found.TrueForAll(one => one.To <= i || one.From > i))
            {
                found.AddRange(book.Exactly("#" + text.ToString()).Select(form => new NameFound(form, i, i + 1, true)));
            }
        }

        found.RemoveAll(one => !denied && sense.IsDenied(sentence, one.From));
        return found;
    }

    private string WithoutPeople(Sentence sentence)
    {
        var text = sentence.Folded.ToCharArray();
        foreach (var one in Find(sentence, new bool[text.Length + 1]).Where(one => one is { Exact: true, Form: { Kind: NameKind.Person, Strength: not NameStrength.Part } } && one.To > one.From + 1))
        {
            var from = sentence.Units[one.From].Start;
            text.AsSpan(from, sentence.Units[one.To - 1].End - from).Fill(' ');
        }

        return new string(text);
    }

    // Words that fit the same thing narrow each other (Chaoyang, 042); words that fit different things leave a choice.
    private static Mention<T> Named<T>(List<NameFound> found, NameKind kind, ImmutableArray<T> things, Sentence sentence)
        where T : class
    {
        var ofKind = found.Where(one => one.Form.Kind == kind).ToList();
        if (ofKind.Count == 0)
        {
            return Mention<T>.None;
        }

        // A part of a name, or a name misspelt, is nothing beside a whole one.
        var clear = ofKind.Where(one => one.Exact && one.Form.Strength != NameStrength.Part).ToList();
        ofKind = clear.Count > 0 ? clear : ofKind;
        HashSet<int>? owners = null;
        foreach (var span in ofKind.GroupBy(one => (one.From, one.To)).OrderBy(group => group.Key.From))
        {
            var most = span.Max(one => one.Form.Strength);
            var fit = span.Where(one => one.Form.Strength == most).Select(one => one.Form.Owner).ToHashSet();
            owners = owners is null ? fit : owners.Overlaps(fit) ? [.. owners.Intersect(fit)] : [.. owners.Union(fit)];
        }

        var first = ofKind.MinBy(one => one.From);
        var words = sentence.Folded[sentence.Units[first.From].Start..sentence.Units[first.To - 1].End];
        return new Mention<T>([.. owners!.Order().Select(owner => things[owner])], words);
    }

    private (Mention<Site> Site, Mention<PlacedEquipment> Equipment, Mention<Product> Product) Fit(
        Mention<Site> site, Mention<PlacedEquipment> equipment, Mention<Product> product, Mention<Customer> customer)
    {
        if (site.IsOpen && customer.Sure is { } operators)
        {
            site = Narrowed(site, one => one.Customer == operators.Id);
        }

        if (!site.Candidates.IsEmpty)
        {
            equipment = Narrowed(equipment, one => site.Candidates.Contains(one.Site));
        }

        if (equipment.Candidates.IsEmpty && product.Sure is { } kind && !site.Candidates.IsEmpty)
        {
            equipment = new([.. placed.Where(one => site.Candidates.Contains(one.Site) && one.Equipment.Product == kind.Id)], null);
        }

        if (site.Candidates.IsEmpty && !equipment.Candidates.IsEmpty)
        {
            site = new([.. equipment.Candidates.Select(one => one.Site).Distinct()], null);
        }
        else if (site.IsOpen && equipment is { Sure: { } one, Words: not null } && site.Candidates.Contains(one.Site))
        {
            site = site with { Candidates = [one.Site] };
        }

        if (product.Candidates.IsEmpty && equipment.Sure is { } sure && directory.FindProduct(sure.Equipment.Product) is { } its)
        {
            product = new([its], null);
        }

        return (site, equipment, product);
    }

    private static Mention<T> Narrowed<T>(Mention<T> mention, Func<T, bool> fits)
        where T : class => mention.Candidates.Where(fits).ToImmutableArray() is { IsEmpty: false } fitting ? mention with { Candidates = fitting } : mention;
}
