using System.Collections.Immutable;
using NodaTime;
using SiteBot.Approvals;
using SiteBot.Approvals.Spoken;
using SiteBot.Gate;
using SiteBot.Ledger;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Turns;
using SiteBot.Understanding.Names;
using SiteBot.Visits;

namespace SiteBot.Teams.Intents;

/// <summary>
/// Texts that do what a consent's card does, in the approver's own chat: 同意, 批准到两点, <c>reject: no spare board</c>, 撤回同意. They go through the verbs of the card. What
/// was not understood to the last word, what may be meant for something else, and what may be meant for another request decides nothing: it is asked back.
/// </summary>
internal sealed class ConsentTexts(ConsentWords words, NamesToday names)
{
    private const int MostShown = 3;

    /// <summary>Does what the message says.</summary>
    /// <returns>False where it is none of it.</returns>
    public async ValueTask<bool> Tell(Turn turn)
    {
        if (!turn.Incoming.Place.IsPersonal || words.Read(turn.Incoming.Text) is not { } said)
        {
            return false;
        }

        // A bare yes belongs to what the person does; only who is in the middle of nothing can mean a consent by it.
        if (said.Verb == SpokenVerb.Bare && (turn.Focus is not null || turn.Talk.Draft is not null))
        {
            return false;
        }

        await turn.ReadMore([], ConsentsOf.Labels(turn.Person.Id, turn.Workplace.Directory)).ConfigureAwait(false);
        var all = said.Verb == SpokenVerb.Withdraw
            ? ConsentsOf.Given(turn.Visits, turn.Person.Id, turn.Now, turn.Workplace)
            : ConsentsOf.Waiting(turn.Visits, turn.Person.Id, turn.Now, turn.Workplace);
        if (all.IsEmpty)
        {
            return SaysNone(turn, said);
        }

        if (said.Verb == SpokenVerb.Bare)
        {
            Show(turn, "consent.said.bare", all);
            return true;
        }

        var things = names.Read(turn, said.About);
        var meant = all.Where(one => IsNamed(one, said.About, things)).ToImmutableArray();
        if (meant.IsEmpty)
        {
            Show(turn, "consent.said.elsewhere", all);
            return true;
        }

        return meant is [var only] ? Decide(turn, said, only, things) : Asks(turn, said, meant, things);
    }

    private bool SaysNone(Turn turn, SpokenConsent said)
    {
        if (said.Verb == SpokenVerb.Bare || turn.Focus is not null || turn.Talk.Draft is not null || !ConsentsOf.IsApprover(turn.Person.Id, turn.Workplace, turn.Now)
            || (said.IsJoined && words.Left(said.About) is not null))
        {
            return false;
        }

        turn.SayText(turn.Workplace.Texts.Get(said.Verb == SpokenVerb.Withdraw ? "consent.said.none_given" : "consent.said.none", turn.Language));

        // A colleague was first, or they themselves by the card.
        if (said.Verb != SpokenVerb.Withdraw && ConsentsOf.Answered(turn.Visits, turn.Person.Id, turn.Now, turn.Workplace) is { } answered)
        {
            Told(turn, answered.Visit.Id, answered.Request.Id);
        }

        return true;
    }

    private bool Decide(Turn turn, SpokenConsent said, (Visit Visit, ConsentRequest Request) one, MentionedThings things)
    {
        var (visit, asked) = one;
        if (IsLate(turn, asked))
        {
            Show(turn, "consent.said.newer", [one]);
            return true;
        }

        if (things.Versions.Length > 0 && !things.Versions.Contains(asked.Scope.TargetVersion ?? "", StringComparer.OrdinalIgnoreCase))
        {
            Show(turn, "consent.said.version", [one]);
            return true;
        }

        if (Read(turn, said, one, things) is not { } answer)
        {
            // A word that goes on is no answer; anything else is, and was not understood.
            if (said is { IsJoined: true, Reason: null })
            {
                return false;
            }

            Show(turn, "consent.said.unclear", [one]);
            return true;
        }

        // "同意" may be meant for the step that is asked of the person's own visit, or for the visit that they are telling.
        if (said is { Verb: SpokenVerb.Approve, Rest.Length: 0 } && (turn.Talk.Draft is not null || (turn.Focus is { } own && turn.OpenStep(own) is not null)))
        {
            Show(turn, "consent.said.bare", [one]);
            return true;
        }

        var decided = said.Verb == SpokenVerb.Withdraw
            ? WithdrawConsent.Decide(visit, asked.Id, asked.Scope.Hash(), answer.Reason, turn.Person.Id, turn.Now, turn.Workplace)
            : AnswerConsent.Decide(visit, asked.Id, asked.Scope.Hash(), answer, turn.Person.Id, turn.Now, turn.Workplace);
        if (turn.Tell(visit, decided) is { } refusal)
        {
            turn.Refuse(refusal);
            if (refusal.Code == "consent-reason")
            {
                turn.SayText(turn.Workplace.Texts.Get("consent.said.reason", turn.Language));
            }

            return true;
        }

        Told(turn, visit.Id, asked.Id);
        return true;
    }

    // What the message says of this request; null where some of it was not understood.
    private ConsentAnswer? Read(Turn turn, SpokenConsent said, (Visit Visit, ConsentRequest Request) one, MentionedThings things)
    {
        var about = Without(said.About, one, things, turn.Workplace);
        if (said.Verb == SpokenVerb.Approve)
        {
            var window = words.Window(about, one.Request.Scope, ZoneOf(turn, one.Visit), turn.Now);
            return window.Left is null ? new ConsentAnswer(true, window.From, window.To) : null;
        }

        var reason = words.Left(about) is null ? said.Reason : said is { IsHan: true, IsJoined: false } ? PrivateText.Of(said.Rest) : null;
        return words.Left(about) is null || reason is not null ? new ConsentAnswer(false, Reason: reason) : null;
    }

    // Which of several: each press carries what was said, for the request and the scope that it names.
    private bool Asks(Turn turn, SpokenConsent said, ImmutableArray<(Visit Visit, ConsentRequest Request)> meant, MentionedThings things)
    {
        var choices = meant.Take(MostShown).Select(one => (one.Visit, one.Request, Answer: Read(turn, said, one, things))).ToList();
        if (choices.Exists(choice => choice.Answer is null))
        {
            if (said is { IsJoined: true, Reason: null })
            {
                return false;
            }

            Show(turn, "consent.said.unclear", meant);
            return true;
        }

        if (said.Verb == SpokenVerb.Reject && choices.TrueForAll(choice => choice.Answer!.Reason is null))
        {
            Show(turn, "consent.said.reason", meant);
            return true;
        }

        turn.SayBeside(WhichConsentCard.Draw(turn.Tools.Deck, turn.Workplace, said.Verb, choices!, meant.Length, turn.Now, turn.Language));
        return true;
    }

    // What was asked for after the message was written is not what its writer had read.
    private static bool IsLate(Turn turn, ConsentRequest asked) => turn.Delay is { } delay && asked.AskedAt > turn.Now - delay;

    private static bool IsNamed((Visit Visit, ConsentRequest Request) one, string about, MentionedThings things)
    {
        var site = things.Site.Words is null || things.Site.Candidates.Any(site => Turn.Same(site.Id, one.Visit.Site));
        var equipment = things.Equipment.Words is null || things.Equipment.Candidates.Any(placed => Turn.Same(placed.Site.Id, one.Visit.Site) && Turn.Same(placed.Equipment.Id, one.Request.Scope.Equipment));
        return about.Contains(one.Visit.Id, StringComparison.OrdinalIgnoreCase) || (site && equipment);
    }

    private static string Without(string about, (Visit Visit, ConsentRequest Request) one, MentionedThings things, Workplace workplace)
    {
        var operation = Wire.Read<OperationKind>(one.Request.Scope.Operation) is { } kind ? workplace.Gate.For(kind).Name : null;
        var known = new[]
        {
            one.Visit.Id, things.Site.Words, things.Equipment.Words, things.Product.Words, one.Request.Scope.Equipment, operation?.Zh, operation?.En,
        };
        return known.OfType<string>().Concat(things.Versions).Where(word => word.Length > 0).OrderByDescending(word => word.Length)
            .Aggregate(about, (left, word) => left.Replace(word, " ", StringComparison.OrdinalIgnoreCase)).Trim();
    }

    private static void Told(Turn turn, string visit, string request)
    {
        var after = turn.Visit(visit)!;
        var asked = after.Consents.First(known => known.Id == request);
        var pen = new Pen(turn.Tools.Deck, turn.Workplace, turn.Language);
        turn.SayText($"{Pen.Dotted(ConsentCard.Title(pen, after, asked, turn.Now), Pen.Equipment(after.Plan), pen.Site(after.Site), after.Id)}\n{pen.Say(ConsentStory.Of(asked, after, turn.Workplace, turn.Now))}");
    }

    private static void Show(Turn turn, string text, ImmutableArray<(Visit Visit, ConsentRequest Request)> requests)
    {
        turn.SayText(turn.Workplace.Texts.Get(text, turn.Language));
        foreach (var (visit, request) in requests.Take(MostShown))
        {
            turn.SayBeside(ConsentCard.Draw(turn.Tools.Deck, turn.Workplace, visit, request, turn.Person.Id, turn.Now, turn.Language));
        }
    }

    private static DateTimeZone ZoneOf(Turn turn, Visit visit) =>
        turn.Workplace.Directory.FindSite(visit.Site)?.Zone ?? turn.Workplace.Directory.FindOffice(visit.Office)?.Zone ?? DateTimeZone.Utc;
}
