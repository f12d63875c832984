using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SiteBot;
using SiteBot.Host.Workplaces;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Reminders;
using SiteBot.Scale;
using SiteBot.Storage;
using SiteBot.Storage.Sqlite;
using SiteBot.Teams.Delivery;
using SiteBot.Visits;

const string Help = """
    scale fill STORE DIRECTORY NIGHT VISITS              so many ended visits of twelve facts
    scale owe STORE DIRECTORY NIGHT MESSAGES SERVICEURL  so many reminders that are due, to everybody of the directory who is at a site
    scale sent STORE                                     how many messages were sent, and how many stand otherwise
    """;

const int Together = 250;
switch (args)
{
    case ["fill", var path, var directory, var night, var visits]:
    {
        await using var store = await SqliteStore.Open(path, StoreMode.Local);
        var past = new PastVisits(Read(directory));
        var at = OffsetDateTimePattern.Rfc3339.Parse(night).Value.ToInstant();
        foreach (var numbers in Enumerable.Range(0, Number(visits)).Chunk(Together))
        {
            await Keep(store, new Commit { Streams = [.. numbers.AsParallel().AsOrdered().Select(number => past.Closed(number, at)).Select(change => VisitStream.Write(change.Before, change.After, change.Facts))] });
        }

        return 0;
    }

    case ["owe", var path, var directory, var night, var messages, var serviceUrl]:
    {
        await using var store = await SqliteStore.Open(path, StoreMode.Local);
        var workplace = Read(directory);
        var past = new PastVisits(workplace);
        var opening = OffsetDateTimePattern.Rfc3339.Parse(night).Value.ToInstant();
        var people = workplace.Directory.Sites.Length;
        for (var number = 0; number < people; number++)
        {
            var change = past.Open(number, opening);
            var visit = change.After;
            var reminder = Agenda.Of(visit, workplace.Procedures.Of(visit.Service, visit.Procedure), workplace, opening).First(message => message.Kind == ReminderMessages.Duty);
            var place = new KnownConversation("msteams", new KnownPlace("a:" + visit.Lead, "personal", "local-tenant"), new KnownAccount(visit.Lead), new KnownAccount("28:sitebot"));
            await Keep(store, new Commit
            {
                Streams = [VisitStream.Write(change.Before, visit, change.Facts)],
                Addresses = [new Address(Recipient.Person(visit.Lead), place.Json(), serviceUrl, "local-tenant", opening)],
                Outgoing =
                [
                    .. Enumerable.Range(0, Number(messages) / people).Select(one => reminder with
                    {
                        Key = string.Create(CultureInfo.InvariantCulture, $"scale/{number}/{one}"), To = Recipient.Person(visit.Lead), DueAt = opening - Duration.FromMinutes(1),
                    }),
                ],
            });
        }

        return 0;
    }

    case ["sent", var path]:
    {
        await using var store = await SqliteStore.Open(path);
        Console.WriteLine(string.Join('\t', new[] { DeliveryState.Sent, DeliveryState.Waiting, DeliveryState.GivenUp, DeliveryState.Overtaken }
            .Select(state => store.Outbox.List(state, int.MaxValue, CancellationToken.None).AsTask().GetAwaiter().GetResult().Count(entry => entry.Message.Key.StartsWith("scale/", StringComparison.Ordinal)))));
        return 0;
    }

    default:
        Console.Error.WriteLine(Help);
        return 64;
}

static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

static Workplace Read(string directory) => WorkplaceKeeper.Load(WorkplaceFiles.Of(null, null).Dialogs, directory).Current;

static async Task Keep(SqliteStore store, Commit commit)
{
    if (await store.Ledger.Commit(commit) is not CommitOutcome.Kept)
    {
        throw new InvalidOperationException("The store holds something already: give a new one.");
    }
}
