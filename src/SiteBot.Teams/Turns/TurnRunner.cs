using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using SiteBot.Directory;
using SiteBot.Escalation;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Standing;
using SiteBot.Teams.Actions;
using SiteBot.Teams.Dialogs;
using SiteBot.Teams.Messages;
using SiteBot.Teams.Uploads;
using SiteBot.Visits;

namespace SiteBot.Teams.Turns;

/// <summary>The way of one turn: one read, decide, one commit; only then is anything said. On a conflict the turn is decided anew from a new read.</summary>
internal sealed partial class TurnRunner(
    TurnTools tools, IWorkplace workplace, IBusinessClock clock, TurnScript script, VisitDialogs dialogs, IUploads uploads, IAddressBook book, TimeProvider machine, ILogger<TurnRunner> log)
{
    private const int MostTries = 8;

    // Sooner is how long messages take; later is a clock that is wrong.
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan TooLate = TimeSpan.FromDays(2);

    /// <summary>Runs a turn to its commit and returns what is to be said.</summary>
    /// <param name="context">The channel's turn; the dialogs keep to it.</param>
    /// <param name="incoming">What came.</param>
    /// <param name="person">Who.</param>
    /// <param name="addresses">Ways to reach people that this turn learned.</param>
    /// <param name="cancellation">The caller goes away: no new try is begun, and a begun commit ends.</param>
    public async Task<Answered> Run(ITurnContext context, Incoming incoming, Person person, ImmutableArray<Address> addresses, CancellationToken cancellation)
    {
        var files = await Fetched(context, incoming, cancellation).ConfigureAwait(false);
        // A card that is looked at again tells nothing and goes on with nothing: one read, and no commit where nobody's address was learned by it.
        var looks = incoming.Card?.Verb == CardVerbs.Refresh;
        var hasOwnChat = looks || incoming.Place.IsPersonal || await book.Of(Recipient.Person(person.Id), cancellation).ConfigureAwait(false) is not null;
        for (var tries = 1; ; tries++)
        {
            cancellation.ThrowIfCancellationRequested();
            var view = await tools.Ledger.Read(QueryOf(incoming, person), cancellation).ConfigureAwait(false);
            if (view.Repeated is { } repeated)
            {
                return Answered.Read(repeated.Answer);
            }

            var standing = view.Streams.FirstOrDefault(stream => stream.Stream == StreamId.Standing);
            var current = workplace.Current;
            var turn = new Turn(
                tools, incoming, person, view, standing is null ? current : current with { Standing = tools.Memory.Standing(standing) }, clock.Now)
            {
                Uploads = files,
                HasOwnChat = hasOwnChat,
                Delay = DelayOf(incoming),
            };
            await script.Play(turn, cancellation).ConfigureAwait(false);
            if (!looks)
            {
                LapsesSaid.In(turn);
            }

            var state = looks ? turn.TalkBefore.Dialogs : await dialogs.Advance(context, turn, cancellation).ConfigureAwait(false);
            var commit = turn.ToCommit(state, addresses);
            switch (await tools.Ledger.Commit(commit).ConfigureAwait(false))
            {
                case CommitOutcome.Kept:
                    return turn.Answer;
                case CommitOutcome.Repeated again:
                    return Answered.Read(again.Outcome.Answer);
                case CommitOutcome.Conflict conflict when tries < MostTries:
                    Conflicted(log, conflict.What, tries);
                    break;
                case CommitOutcome.Conflict conflict:
                    throw new InvalidOperationException($"{conflict.What} was changed by others {MostTries} times while a turn decided.");
                default:
                    throw new InvalidOperationException("A commit came to an unknown end.");
            }
        }
    }

    // Both ends are machine time: the demo clock has nothing to do with how long a message was under way.
    private NodaTime.Duration? DelayOf(Incoming incoming) =>
        incoming.Written is { } written && machine.GetUtcNow() - written is var delay && delay >= Late && delay < TooLate ? NodaTime.Duration.FromMinutes((long)Math.Round(delay.TotalMinutes)) : null;

    // Kept once before anything is decided: the facts name them by their hashes, and a turn that is decided anew does not fetch again.
    private async ValueTask<ImmutableArray<UploadOutcome>> Fetched(ITurnContext context, Incoming incoming, CancellationToken cancellation)
    {
        if (incoming.Attachments.IsEmpty)
        {
            return [];
        }

        var outcomes = ImmutableArray.CreateBuilder<UploadOutcome>(incoming.Attachments.Length);
        foreach (var attachment in incoming.Attachments)
        {
            outcomes.Add(await uploads.Fetch(attachment, context.TurnState.Get<IConnectorClient>(), cancellation).ConfigureAwait(false));
        }

        return outcomes.DrainToImmutable();
    }

    private LedgerQuery QueryOf(Incoming incoming, Person person)
    {
        var streams = ImmutableArray.CreateBuilder<StreamId>();
        streams.Add(StreamId.Standing);
        streams.Add(StreamId.Person(person.Id));
        if (incoming.Card?["visit"] is { } visit && StreamId.IsId(visit))
        {
            streams.Add(StreamId.Visit(visit));
        }

        if (incoming.Card?["alarm"] is { } alarm && StreamId.IsId(alarm))
        {
            streams.Add(StreamId.Alarm(alarm));
        }

        // A card looked at again is about what it names alone; who may read that may be known by their alarms.
        ImmutableArray<string> labels = incoming.Card?.Verb == CardVerbs.Refresh ? [AlarmLabels.OpenFor(person.Id)] : [VisitLabels.LedBy(person.Id), AlarmLabels.OpenFor(person.Id)];
        return new LedgerQuery(incoming.Place.Key, incoming.Key, streams.DrainToImmutable(), labels, Snapshot.ShapeNow) { Recall = tools.Memory.Recall };
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Stream} was changed by another turn; try {Try} is decided anew.")]
    private static partial void Conflicted(ILogger logger, string stream, int @try);
}
