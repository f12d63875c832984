using System.Collections.Immutable;
using SiteBot.Ledger;
using SiteBot.Teams.Actions;
using SiteBot.Teams.Intents;
using SiteBot.Teams.Messages;
using SiteBot.Understanding.Names;

namespace SiteBot.Teams.Turns;

/// <summary>What a turn does: a pressed button's verb, what a typed message means, or what waited for an answer to "which of these?".</summary>
internal sealed class TurnScript(ActionRegister actions, MessageReading messages, NamesToday names, TypedNames typed)
{
    /// <summary>Plays the turn; what it decides and says stands in <paramref name="turn"/>.</summary>
    public async ValueTask Play(Turn turn, CancellationToken cancellation)
    {
        var asked = turn.Talk.Which;
        if (turn.Incoming.Card is { } card)
        {
            await Act(turn, card, cancellation).ConfigureAwait(false);
        }
        else if (asked is not null && names.Reply(asked, turn.Incoming.Text) is { IsEmpty: false } meant)
        {
            await GoOn(turn, asked, meant, cancellation).ConfigureAwait(false);
        }
        else
        {
            await messages.Read(turn, cancellation).ConfigureAwait(false);
            if (asked is not null && ReferenceEquals(turn.Talk.Which, asked) && turn.HasAnswered)
            {
                WhichName.AskStill(turn, asked);
            }
        }
    }

    private async ValueTask Act(Turn turn, CardInput card, CancellationToken cancellation)
    {
        if (card.Verb == CardVerbs.NameChoose)
        {
            if (turn.Talk.Which is { } asked && asked.Id == card["question"] && asked.Things.FirstOrDefault(thing => thing.Key == card["chosen"]) is { } thing)
            {
                await GoOn(turn, asked, [thing], cancellation).ConfigureAwait(false);
            }
            else
            {
                turn.Tell(turn.Workplace.Texts.Get("which.over"));
            }
        }
        else if (typed.Settle(turn, card) is { } settled)
        {
            await actions.Act(turn, settled, cancellation).ConfigureAwait(false);
        }
    }

    // With the one that is meant what waited goes on, as if it had been named; where several are left they are asked once more.
    private async ValueTask GoOn(Turn turn, NameQuestion asked, ImmutableArray<NamedThing> meant, CancellationToken cancellation)
    {
        if (meant is not [var thing])
        {
            WhichName.Ask(turn, NameQuestion.Of(meant, asked.Words, asked.Chosen) with { Text = asked.Text, Verb = asked.Verb, Values = asked.Values, Input = asked.Input });
            return;
        }

        turn.Talk = turn.Talk with { Which = null };
        await turn.ReadMore([.. StreamsOf(asked)], []).ConfigureAwait(false);
        turn.Chosen = asked.Chosen.Add(thing);
        if (asked.Text is { } text)
        {
            await messages.Read(turn.With(text), cancellation).ConfigureAwait(false);
        }
        else if (asked is { Verb: { } verb, Values: { } values, Input: { } input })
        {
            var press = new CardInput(verb, values.SetItem(input, TypedNames.ValueOf(thing)).ToImmutableDictionary(StringComparer.Ordinal));
            if (typed.Settle(turn, press) is { } settled)
            {
                await actions.Act(turn, settled, cancellation).ConfigureAwait(false);
            }
        }
    }

    private static IEnumerable<StreamId> StreamsOf(NameQuestion asked)
    {
        if (asked.Values?.GetValueOrDefault("visit") is { } visit)
        {
            yield return StreamId.Visit(visit);
        }

        if (asked.Values?.GetValueOrDefault("alarm") is { } alarm)
        {
            yield return StreamId.Alarm(alarm);
        }
    }
}
