using System.Collections.Immutable;
using SiteBot.Directory;
using SiteBot.Ledger;
using SiteBot.LocalChat;
using SiteBot.People;

namespace SiteBot.Host.Local;

/// <summary>Who one can be in the local chat: everybody of the directory, and each regional office's channel.</summary>
internal static class PeopleOfDirectory
{
    private static readonly ImmutableDictionary<Role, Text> _roles = new Dictionary<Role, Text>
    {
        [Role.Engineer] = new("工程师", "Engineer"),
        [Role.Contractor] = new("外包工程师", "Contractor"),
        [Role.ProjectManager] = new("项目经理", "Project manager"),
        [Role.OfficeHead] = new("办事处负责人", "Head of the regional office"),
        [Role.ProductSupport] = new("产品用服", "Product support"),
        [Role.RemoteSupport] = new("远程支持", "Remote support"),
        [Role.Expert] = new("专家", "Expert"),
        [Role.Administrator] = new("管理员", "Administrator"),
    }.ToImmutableDictionary();

    /// <summary>The people and channels of a directory. Shown first: an engineer with those who are asked for consent, and their regional office's channel.</summary>
    public static LocalPeople Of(CompanyDirectory directory)
    {
        var channels = directory.Offices.Where(office => office.Channel is not null).Select(Channel).ToList();
        return new LocalPeople([.. directory.People.Select(person => Person(directory, person))], channels) { FirstShown = FirstShown(directory) };
    }

    /// <summary>The languages that people chose in chat, by id.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, string>> ChosenLanguages(CompanyDirectory directory, ILedger ledger, CancellationToken cancellation)
    {
        var view = await ledger.Read(new LedgerQuery(null, null, [.. directory.People.Select(person => StreamId.Person(person.Id))], [], Snapshot.ShapeNow), cancellation);
        return view.Streams.Select(PersonStream.Read).Where(facts => facts.Language is not null).ToDictionary(facts => facts.Id, facts => facts.Language!.Value.Code(), StringComparer.OrdinalIgnoreCase);
    }

    private static LocalPerson Person(CompanyDirectory directory, Person person)
    {
        var office = person.Office is { } id ? directory.FindOffice(id) : null;
        var role = person.Roles.Select(role => _roles[role]).Aggregate((one, other) => new Text($"{one.Zh}、{other.Zh}", $"{one.En}, {Lower(other.En)}"));
        return new LocalPerson(
            person.Id,
            Both(person.Name),
            person.AadObjectId ?? "",
            person.ChannelUserIds is [var user, ..] ? user : person.Id,
            person.Language.Code(),
            office is null ? Both(role) : new LocalText($"{role.Zh} · {office.Name.Zh}", $"{role.En} · {office.Name.En}"))
        {
            TimeZone = office?.Zone.Id,
        };
    }

    private static LocalChannel Channel(RegionalOffice office) =>
        new(office.Channel!.TeamId, office.Channel.ChannelId, new LocalText("现场服务", "Field service"), Both(office.Name))
        {
            Language = office.Language.Code(),
            TimeZone = office.Zone.Id,
        };

    private static List<string> FirstShown(CompanyDirectory directory)
    {
        if (directory.People.FirstOrDefault(person => person.Is(Role.Engineer)) is not { } engineer)
        {
            return [];
        }

        var shown = new List<string> { engineer.Id };
        AddFirst(person => person.Is(Role.OfficeHead) && string.Equals(person.Office, engineer.Office, StringComparison.OrdinalIgnoreCase));
        AddFirst(person => person.Is(Role.ProductSupport) && (engineer.Products.IsEmpty || engineer.Products.Any(person.AnswersFor)));
        if (engineer.Office is { } office && directory.FindOffice(office)?.Channel is { } channel)
        {
            shown.Add("#" + channel.ChannelId);
        }

        return shown;

        void AddFirst(Func<Person, bool> who)
        {
            if (directory.People.FirstOrDefault(who) is { } person)
            {
                shown.Add(person.Id);
            }
        }
    }

    private static LocalText Both(Text text) => new(text.Zh, text.En);

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
