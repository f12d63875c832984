using Microsoft.Extensions.Logging;
using SiteBot.Answers;
using SiteBot.Directory;
using SiteBot.Ledger;
using SiteBot.People;
using SiteBot.Standing;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Messages;
using SiteBot.Teams.Turns;
using SiteBot.Visits;

namespace SiteBot.Teams.Search;

/// <summary>The message extension: searches the standard for people of the directory and gives each provision as a card for the message that they are writing. It changes nothing.</summary>
internal sealed partial class StandardExtension(
    PersonFinder people, IWorkplace workplace, IBusinessClock clock, ILedger ledger, CardDeck deck, BuiltInReaders readers, ILogger<StandardExtension> log)
{
    private readonly Lazy<StandardSearch> search = new(() => new StandardSearch(readers.Questions));

    /// <summary>What a query is answered with: results, or a sentence that says why there are none.</summary>
    /// <param name="incoming">Who asks, and where.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<MessagingExtensionResponse> Answer(Incoming incoming, MessagingExtensionQuery query, CancellationToken cancellation)
    {
        var current = workplace.Current;
        var input = SearchInput.Read(query);
        var spoken = SpokenLanguage.Of(input?.Text ?? "");
        if (people.Find(incoming, current.Directory) is not { } person)
        {
            Stranger(log, incoming.Place.Channel);
            return SearchAnswer.Sign(current.Texts.Get("search.stranger", spoken ?? LanguageCode.ReadLocale(incoming.Locale) ?? Language.En));
        }

        var view = await Read(person, cancellation).ConfigureAwait(false);
        var own = view.Streams.FirstOrDefault(stream => stream.Stream == StreamId.Person(person.Id));
        var language = (own is null ? null : PersonStream.Read(own).Language) ?? spoken ?? person.Language;
        var standing = view.Streams.FirstOrDefault(stream => stream.Stream == StreamId.Standing);
        var pen = new Pen(deck, standing is null ? current : current with { Standing = StandingStream.Read(standing) }, language);
        if (input is null)
        {
            return SearchAnswer.Sign(pen.Word("search.unknown"));
        }

        var found = input.Text.Length == 0
            ? StandardSearch.Suggested(UnderWay(view, person), pen.Workplace, clock.Now)
            : search.Value.Find(input.Text, pen.Workplace.Standard);
        return found.IsEmpty ? SearchAnswer.Sign(pen.Word("search.nothing")) : SearchAnswer.Results(pen, found.Skip(input.Skip).Take(input.Count));
    }

    private ValueTask<LedgerView> Read(Person person, CancellationToken cancellation) =>
        ledger.Read(new LedgerQuery(null, null, [StreamId.Standing, StreamId.Person(person.Id)], [VisitLabels.LedBy(person.Id)], Snapshot.ShapeNow), cancellation);

    private static Visit? UnderWay(LedgerView view, Person person) => view.Streams.Where(stream => stream.Stream.Noun == "visit").Select(VisitStream.Read).OfType<Visit>()
        .Where(visit => visit.IsOpen && Turn.Same(visit.Lead, person.Id)).MaxBy(visit => visit.StartedAt);

    [LoggerMessage(Level = LogLevel.Information, Message = "Somebody who is not in the directory searched the standard on {Channel}.")]
    private static partial void Stranger(ILogger logger, string channel);
}
