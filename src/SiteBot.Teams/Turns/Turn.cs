using System.Collections.Immutable;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Escalation;
using SiteBot.Ledger;
using SiteBot.People;
using SiteBot.Procedures;
using SiteBot.Questions;
using SiteBot.Teams.Messages;
using SiteBot.Teams.Uploads;
using SiteBot.Understanding.Names;
using SiteBot.Visits;

namespace SiteBot.Teams.Turns;

/// <summary>One turn of one person: what was read for it, what it decides, what it says. Nothing of it is kept or sent before the commit;
/// on a conflict the whole turn is thrown away and made anew from a new read.</summary>
internal sealed partial class Turn
{
    private readonly Dictionary<string, VisitChange> visits = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, AlarmChange> alarms = new(StringComparer.OrdinalIgnoreCase);
    private readonly DialogView dialog;
    private PersonFacts me;

    /// <summary>A turn that has decided nothing yet.</summary>
    /// <param name="tools">What all turns share.</param>
    /// <param name="incoming">What came.</param>
    /// <param name="person">Who, of the directory.</param>
    /// <param name="view">What was read.</param>
    /// <param name="workplace">The workplace, with what is kept by chat.</param>
    /// <param name="now">Business time of the whole turn.</param>
    public Turn(TurnTools tools, Incoming incoming, Person person, LedgerView view, Workplace workplace, Instant now)
    {
        (Tools, Incoming, Person, Workplace, Now) = (tools, incoming, person, workplace, now);
        dialog = view.Dialog;
        Talk = TalkBefore = Talk.Read(view.Dialog.Json);
        me = new PersonFacts(person.Id, 0, null);
        Take(view);
        var spoken = SpokenLanguage.Of(incoming.Text);
        Language = me.Language ?? spoken ?? LanguageCode.Read(Talk.Language) ?? person.Language;
        if (me.Language is null && spoken is { } typed)
        {
            Talk = Talk with { Language = typed == person.Language ? null : typed.Code() };
        }
    }

    /// <summary>What all turns share.</summary>
    public TurnTools Tools { get; }

    /// <summary>What came.</summary>
    public Incoming Incoming { get; private set; }

    /// <summary>What became of the files that came along.</summary>
    public ImmutableArray<UploadOutcome> Uploads { get; init; } = [];

    /// <summary>False where the person is known to have no personal chat with the bot; asked only in channels.</summary>
    public bool HasOwnChat { get; init; } = true;

    /// <summary>How long it was under way, where that was long: the network was away. Null else.</summary>
    public Duration? Delay { get; init; }

    /// <summary>Who.</summary>
    public Person Person { get; }

    /// <summary>Business time of the whole turn.</summary>
    public Instant Now { get; }

    /// <summary>What decisions may look at beside their own facts.</summary>
    public Workplace Workplace { get; private set; }

    /// <summary>The language to answer in: the one that the person chose, else the one just typed, else the directory's.</summary>
    public Language Language { get; private set; }

    /// <summary>What the conversation remembers; changed with the facts.</summary>
    public Talk Talk { get; set; }

    /// <summary>What it remembered when the turn began.</summary>
    public Talk TalkBefore { get; }

    /// <summary>What the person chose where several things fitted a name of this message.</summary>
    public ImmutableArray<NamedThing> Chosen { get; set; } = [];

    /// <summary>Who takes over or watches where the message says that the person leaves; null where it names nobody.</summary>
    public string? Watcher { get; set; }

    /// <summary>Every visit that was read, as it is after what this turn decided so far.</summary>
    public IEnumerable<Visit> Visits => visits.Values.Select(change => change.After);

    /// <summary>Every alarm that was read, likewise.</summary>
    public IEnumerable<Alarm> Alarms => alarms.Values.Select(change => change.After);

    /// <summary>The person's own open visits, the youngest first.</summary>
    public ImmutableArray<Visit> Mine => visits.Count == 0 ? [] :
        [.. Visits.Where(visit => visit.IsOpen && Same(visit.Lead, Person.Id)).OrderByDescending(visit => visit.StartedAt).ThenBy(visit => visit.Id, StringComparer.Ordinal)];

    /// <summary>The visit that this conversation works on: the chosen one while it is open, else the only one there is; null where there is none or several.</summary>
    public Visit? Focus => Talk.Visit is { } chosen && Visit(chosen) is { IsOpen: true } visit ? visit : Mine is [var only] ? only : null;

    /// <summary>A visit by its id, as it is after what this turn decided so far; null where it was not read or does not exist.</summary>
    public Visit? Visit(string id) => visits.GetValueOrDefault(id)?.After;

    /// <summary>An alarm by its id, likewise.</summary>
    public Alarm? Alarm(string id) => alarms.GetValueOrDefault(id)?.After;

    /// <summary>The procedure that a visit keeps to.</summary>
    public Procedure ProcedureOf(Visit visit) => Workplace.Procedures.Of(visit.Service, visit.Procedure);

    /// <summary>Reads more where a rare question needs it: the visits of a regional office, the alarms at a site. What was read before stays as it was read.</summary>
    public async ValueTask ReadMore(ImmutableArray<StreamId> streams, ImmutableArray<string> labels)
    {
        if (!streams.IsEmpty || !labels.IsEmpty)
        {
            Take(await Tools.Ledger.Read(new LedgerQuery(null, null, streams, labels, Snapshot.ShapeNow) { Recall = Tools.Memory.Recall }, CancellationToken.None).ConfigureAwait(false));
        }
    }

    /// <summary>A question that was passed on, or null where there is none of this id.</summary>
    public async ValueTask<OpenQuestion?> ReadQuestion(string id)
    {
        var view = await Tools.Ledger.Read(new LedgerQuery(null, null, [StreamId.Question(id)], [], Snapshot.ShapeNow), CancellationToken.None).ConfigureAwait(false);
        return view.Streams is [var stream] ? QuestionStream.Read(stream) : null;
    }

    /// <summary>The turn as if <paramref name="text"/> had been typed: a message that waited for a choice.</summary>
    public Turn With(string text)
    {
        Incoming = Incoming with { Text = text };
        return this;
    }

    /// <summary>True where both ids name the same person.</summary>
    public static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private void Take(LedgerView view)
    {
        foreach (var stream in view.Streams)
        {
            switch (stream.Stream.Noun)
            {
                case "visit" when !visits.ContainsKey(stream.Stream.Id) && Tools.Memory.Visit(stream) is { } visit:
                    visits.Add(visit.Id, VisitChange.Of(visit));
                    break;
                case "alarm" when !alarms.ContainsKey(stream.Stream.Id) && AlarmStream.Read(stream) is { } alarm:
                    alarms.Add(alarm.Id, AlarmChange.Of(alarm));
                    break;
                case "person" when Same(stream.Stream.Id, Person.Id):
                    me = PersonStream.Read(stream);
                    break;
                default:
                    break;
            }
        }
    }
}
