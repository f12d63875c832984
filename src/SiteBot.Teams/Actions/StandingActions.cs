using NodaTime;
using NodaTime.Text;
using SiteBot.Standing;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Messages;
using SiteBot.Teams.Turns;

namespace SiteBot.Teams.Actions;

/// <summary>What holds for everybody, confirmed by a card: freezes, releases, channels. Rights are asked again at the press.</summary>
internal static class StandingActions
{
    /// <summary>The verbs.</summary>
    public static IEnumerable<(string Verb, ActionHandler Handler)> All =>
    [
        (CardVerbs.Freeze, Press((turn, card) => FreezeVerb.Decide(
            card["id"] ?? ShortId.New(), card["of"] ?? "", At(card["from"]), At(card["to"]), card["reason"], turn.Person.Id, turn.Now, turn.Workplace))),
        (CardVerbs.Thaw, Press((turn, card) => ThawVerb.Decide(card["id"] ?? "", turn.Person.Id, turn.Now, turn.Workplace))),
        (CardVerbs.Release, Press((turn, card) => ReleaseVerb.Decide(
            card["product"] ?? "", card["version"] ?? "", card["number"], turn.Person.Id, turn.Now, turn.Workplace))),
        (CardVerbs.ReleaseWithdraw, Press((turn, card) => WithdrawRelease.Decide(card["product"] ?? "", card["version"] ?? "", turn.Person.Id, turn.Now, turn.Workplace))),
        (CardVerbs.Depend, Press((turn, card) => DependencyVerb.Decide(card["equipment"] ?? "", card["on"] ?? "", turn.Person.Id, turn.Now, turn.Workplace))),
        (CardVerbs.DependWithdraw, Press((turn, card) => DependencyVerb.Withdraw(card["equipment"] ?? "", card["on"] ?? "", turn.Person.Id, turn.Now, turn.Workplace))),
        (CardVerbs.BindChannel, Press((turn, card) => BindChannel.Decide(
            card["f_office"] ?? "", card["team"] ?? turn.Incoming.Place.Team, card["channel"] ?? turn.Incoming.Place.TeamChannel, turn.Person.Id, turn.Now, turn.Workplace))),
    ];

    private static ActionHandler Press(Func<Turn, CardInput, StandingDecided> decide) => (turn, card, _) =>
    {
        var decided = decide(turn, card);
        if (decided.Refusal is { } refusal)
        {
            turn.Refuse(refusal);
            return ValueTask.CompletedTask;
        }

        if (decided.Event is { } e)
        {
            turn.Tell(e);
        }

        turn.Say(TextCard.Draw(
            turn.Tools.Deck, turn.Workplace, Tone.Good, decided.Event is null ? new Text("已经是这样了", "That holds already") : new Text("已生效", "It holds now"),
            [], turn.Language));
        return ValueTask.CompletedTask;
    };

    // What is no moment lies before everything: the domain refuses it with its sentence.
    private static Instant At(string? iso) => iso is not null && InstantPattern.ExtendedIso.Parse(iso) is { Success: true } read ? read.Value : Instant.FromUnixTimeTicks(0);
}
