using NodaTime;
using SiteBot.Directory;
using SiteBot.Gate;
using SiteBot.Gate.Asking;
using SiteBot.Standing;
using SiteBot.Teams.Cards;
using SiteBot.Visits;

namespace SiteBot.Teams.Turns;

/// <summary>"Can I do it now?" in a turn: decided, kept and shown.</summary>
internal static class Asked
{
    /// <summary>Asks the gate and says the answer, or what must be known first.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="operation">The operation named, or null for the plan's.</param>
    /// <param name="moment">For when; null for now.</param>
    /// <param name="how">Of leaving: how.</param>
    /// <param name="watchedBy">Of leaving: who takes over or watches.</param>
    /// <param name="shelfInService">Of powering on: whether the shelf is in service.</param>
    public static async ValueTask Gate(
        Turn turn, Visit visit, OperationKind? operation, Instant? moment = null, LeavingMode? how = null, string? watchedBy = null, bool? shelfInService = null)
    {
        var reply = await Decide(turn, visit, operation, moment, how, watchedBy, shelfInService).ConfigureAwait(false);
        switch (reply)
        {
            case { Answer: { } answer }:
                turn.Keep(answer.Write, answer.Texts);
                turn.Say(VerdictCard.Draw(turn.Tools.Deck, turn.Workplace, visit, answer, turn.Person.Id, turn.ChecklistOf(visit), turn.Now, turn.Language, turn.Delay));
                break;
            case { Question: GateQuestion.HowLeaving or GateQuestion.ToWhom }:
                turn.Say(LeaveCard.Draw(turn.Tools.Deck, turn.Workplace, visit, turn.Now, turn.Language, watchedBy));
                break;
            case { Question: { } question }:
                turn.Say(GateQuestionCard.Draw(turn.Tools.Deck, turn.Workplace, visit, question, turn.Language));
                break;
            default:
                turn.Refuse(reply.Refusal!);
                break;
        }
    }

    /// <summary>The regional offices of the sites where equipment stands that depends on the visit's, or that it depends on.</summary>
    internal static IEnumerable<string> Dependents(Turn turn, Visit visit) => visit.Plan.Equipment is { } equipment
        ? turn.Workplace.Standing.TiedTo($"{visit.Site}/{equipment}").Select(tied => PlacedEquipment.Find(tied, turn.Workplace.Directory)?.Site.Office).OfType<string>()
        : [];

    /// <summary>Decides without showing or keeping it: for verbs that decide again.</summary>
    public static async ValueTask<GateReply> Decide(
        Turn turn, Visit visit, OperationKind? operation, Instant? moment = null, LeavingMode? how = null, string? watchedBy = null, bool? shelfInService = null)
    {
        var asking = new GateAsking(visit, operation, moment, turn.Now, turn.Person.Id, ShortId.New())
        {
            Leaving = how, WatchedBy = watchedBy, ShelfInService = shelfInService,
        };

        // Conflicts are with what is planned in the same nights, and where dependent equipment stands; a visit leaves these labels with its plan.
        await turn.ReadMore([], VisitLabels.NightsOf(visit, Dependents(turn, visit))).ConfigureAwait(false);
        return AskGate.Decide(asking, turn.Workplace, turn.Visits);
    }
}
