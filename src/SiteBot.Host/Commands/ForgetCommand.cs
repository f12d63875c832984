using SiteBot.Directory;
using SiteBot.Host.Settings;
using SiteBot.Host.Workplaces;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Reading;
using SiteBot.Storage;

namespace SiteBot.Host.Commands;

/// <summary><c>sitebot forget</c>: blanks what is kept of a person. The chain stays valid, and a blanked value still counts as given, so replays stay true.</summary>
internal static class ForgetCommand
{
    private const int NothingKept = 1;
    private static readonly NodaTime.Duration _recent = NodaTime.Duration.FromHours(1);

    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new("forget", "Blanks every private value that holds a person's name or number; the chain stays valid and replays stay true.")
    {
        Operands = [new Operand("PERSON")],
        Options = [new Option("--told", null, "For somebody of the directory: also all names, numbers and free text that this person told.")],
        TakesSettings = true,
        Details =
            """
            PERSON is an id of the directory, or the name or the number of anybody else as it was told.
            Answers and dialogs older than an hour are cleared away as well, since they may show it. Take the person out of the directory file by hand.
            Exit codes: 0 done, 1 nothing of this person is kept.
            """,
        Run = static call => StoreFromSettings.Use(call, store => Run(call, store)),
    };

    private static async ValueTask<int> Run(Call call, IStore store)
    {
        var person = Directory(call).FindPerson(call.Operands[0]);
        if (call.Has("--told") && person is null)
        {
            throw new WrongUseException("--told is for an id of the directory.");
        }

        var search = person is null ? PersonSearch.For(call.Operands[0]) : PersonSearch.For(person, call.Has("--told"));
        var (values, facts) = (0, 0);
        await foreach (var places in search.Places(store.Archive))
        {
            facts++;
            values += await store.Archive.Blank(places, CancellationToken.None);
        }

        if (person is not null && await store.Addresses.Of(Recipient.Person(person.Id), CancellationToken.None) is { } address)
        {
            await store.Addresses.Unlearn(address, CancellationToken.None);
        }

        await store.Prune(_recent, CancellationToken.None);
        call.Terminal.Out.WriteLine($"{values} private values in {facts} facts are blanked.");
        return values == 0 ? NothingKept : ExitCode.Done;
    }

    private static CompanyDirectory Directory(Call call)
    {
        var configuration = SettingSources.Read(call.Settings);
        try
        {
            return DirectoryReader.Read(SourceFile.Load(WorkplaceFiles.Of(null, configuration["Directory:Path"]).Directory));
        }
        catch (FaultyFileException faulty)
        {
            throw new WrongUseException($"Directory:Path: {faulty.Faults[0]}");
        }
    }
}
