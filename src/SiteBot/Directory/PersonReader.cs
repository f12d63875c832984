using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using SiteBot.Reading;

namespace SiteBot.Directory;

/// <summary>Reads people. Deputies are checked when everybody is known.</summary>
internal sealed class PersonReader(IdList offices, IdList products)
{
    private static readonly Role[] AnswerForProducts = [Role.ProductSupport, Role.RemoteSupport, Role.Expert];
    private static readonly Role[] BelongToAnOffice = [Role.Engineer, Role.Contractor, Role.ProjectManager, Role.OfficeHead];

    private readonly IdList people = new("person");
    private readonly Dictionary<string, int> accounts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Person, string Deputy, int Line)> deputies = [];

    public Person Read(MapReader map)
    {
        var id = people.Take(map);
        var person = new Person(
            id,
            map.Bilingual("name"),
            AadObjectId(map),
            ChannelUserIds(map),
            map.Choice("language", DirectoryWords.Languages),
            Phone(map),
            offices.OptionallyNamed(map, "office"),
            [.. map.Choices("roles", DirectoryWords.Roles)],
            [.. products.AllNamed(map, "products")],
            [.. map.Maps("deputies", "a deputy").Select(deputy => ReadDeputy(deputy, id))]);
        map.Done();
        CheckWhole(map, person);
        return person;
    }

    public void CheckDeputies(FaultList faults)
    {
        foreach (var (person, deputy, line) in deputies)
        {
            people.Check(faults, deputy, line);
            if (deputy.Length > 0 && string.Equals(person, deputy, StringComparison.OrdinalIgnoreCase))
            {
                faults.Add(line, $"'{person}' is named as a deputy of '{person}'; write somebody else.");
            }
        }
    }

    private static void CheckWhole(MapReader map, Person person)
    {
        if (person.Roles.IsEmpty && !map.Has("roles"))
        {
            map.Faults.Add(map.Line, $"{map.What} lacks 'roles'; write some of: {string.Join(", ", DirectoryWords.Roles.Words)}.");
        }

        if (person.AadObjectId is null && person.ChannelUserIds.IsEmpty)
        {
            map.Faults.Add(map.Line, "nothing identifies this person; write aadObjectId: the object id in the tenant.");
        }

        if (person.Office is null && FirstOf(BelongToAnOffice, person) is { } member)
        {
            map.Faults.Add(map.Line, $"{map.What} with the role '{DirectoryWords.Roles[member]}' lacks 'office'; write the id of the regional office.");
        }

        if (!map.Has("products") && FirstOf(AnswerForProducts, person) is { } answers)
        {
            map.Faults.Add(map.Line, $"{map.What} with the role '{DirectoryWords.Roles[answers]}' lacks 'products'; write the ids of the products to answer for.");
        }
    }

    private static Role? FirstOf(Role[] roles, Person person) => roles.Where(person.Is).Select(role => (Role?)role).FirstOrDefault();

    private string? AadObjectId(MapReader map)
    {
        var id = map.OptionalText("aadObjectId");
        if (id is not null)
        {
            TakeAccount(map, id, map.LineOf("aadObjectId"), "object id");
        }

        return id;
    }

    private ImmutableArray<string> ChannelUserIds(MapReader map)
    {
        var ids = map.Words("channelUserIds");
        foreach (var id in ids)
        {
            TakeAccount(map, id.Value, id.Line, "channel user id");
        }

        return [.. ids.Select(id => id.Value)];
    }

    // One account must never mean two people.
    private void TakeAccount(MapReader map, string id, int line, string what)
    {
        if (id.Any(char.IsWhiteSpace))
        {
            map.Faults.Add(line, $"the {what} '{id}' has a blank in it; write it as the tenant or the channel gives it.");
        }

        if (!accounts.TryAdd($"{what} {id}", line))
        {
            map.Faults.Add(line, $"the {what} '{id}' stands on line {accounts[$"{what} {id}"]} already; each belongs to one person.");
        }
    }

    private static string? Phone(MapReader map)
    {
        var phone = map.OptionalText("phone");
        if (phone is not null
            && (phone.Count(char.IsAsciiDigit) is < 3 or > 20 || phone.LastIndexOf('+') > 0 || !phone.All(sign => char.IsAsciiDigit(sign) || " +()-./".Contains(sign))))
        {
            map.Fault("phone", $"'{phone}' is no number to call; write it as \"+86 10 5550 0001\".");
        }

        return phone;
    }

    private Deputy ReadDeputy(MapReader map, string person)
    {
        var id = map.Text("id");
        deputies.Add((person, id, map.LineOf("id")));
        var from = Day(map, "from");
        var to = Day(map, "to");
        map.Done();
        if (from >= to)
        {
            map.Fault("to", "a deputy's time ends after it begins; write a 'to' later than 'from' (it is the first day after).");
        }

        return new Deputy(id, from, to);
    }

    private static LocalDate? Day(MapReader map, string key)
    {
        if (map.OptionalText(key) is not { } written)
        {
            return null;
        }

        var parsed = LocalDatePattern.Iso.Parse(written);
        if (parsed.Success)
        {
            return parsed.Value;
        }

        map.Fault(key, $"'{written}' is no date; write it as 2027-02-01.");
        return null;
    }
}
