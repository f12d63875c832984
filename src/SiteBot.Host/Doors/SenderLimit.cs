using System.Collections.Concurrent;
using SiteBot.Teams;

namespace SiteBot.Host.Doors;

/// <summary>Turns of one sender a minute, by machine time. A sender may use a minute's turns at once; they come back evenly.</summary>
/// <param name="perMinute">How many; 0 for any number.</param>
/// <param name="machine">The machine's clock.</param>
internal sealed class SenderLimit(int perMinute, TimeProvider machine)
{
    private const int MostRemembered = 20_000;
    private readonly ConcurrentDictionary<string, Purse> _purses = new(StringComparer.Ordinal);

    /// <summary>True where this sender may have one more turn.</summary>
    public bool Takes(string sender)
    {
        if (perMinute == 0)
        {
            return true;
        }

        if (_purses.Count > MostRemembered)
        {
            ForgetTheFull();
        }

        return _purses.GetOrAdd(sender, _ => new Purse(perMinute, machine.GetTimestamp())).Take(perMinute, machine);
    }

    // A sender whose turns have all come back is as one who was never seen.
    private void ForgetTheFull()
    {
        foreach (var (sender, purse) in _purses)
        {
            if (purse.IsFull(perMinute, machine))
            {
                _purses.TryRemove(sender, out _);
            }
        }
    }

    private sealed class Purse(double turns, long at)
    {
        private readonly Lock _gate = new();
        private double _turns = turns;
        private long _at = at;

        public bool Take(int perMinute, TimeProvider machine)
        {
            lock (_gate)
            {
                Fill(perMinute, machine);
                return _turns >= 1 && --_turns >= 0;
            }
        }

        public bool IsFull(int perMinute, TimeProvider machine)
        {
            lock (_gate)
            {
                Fill(perMinute, machine);
                return _turns >= perMinute;
            }
        }

        private void Fill(int perMinute, TimeProvider machine)
        {
            var now = machine.GetTimestamp();
            _turns = Math.Min(perMinute, _turns + (machine.GetElapsedTime(_at, now).TotalMinutes * perMinute));
            _at = now;
        }
    }
}

/// <summary>A sender has had a minute's turns.</summary>
internal sealed class TooManyTurnsException : Exception;

/// <summary>The bot behind the limit by sender: it counts once the sender's token is known to be good. Looks at cards, which the channel asks for by itself, are counted apart:
/// a chat scrolled through takes nobody's turns.</summary>
/// <param name="bot">The bot.</param>
/// <param name="turns">Turns of a sender.</param>
/// <param name="looks">Looks of a sender; many more.</param>
internal sealed class LimitedBot(IBot bot, SenderLimit turns, SenderLimit looks) : IBot
{
    /// <summary>Keeps the adapter's way of failing from taking this refusal for a failure of the bot.</summary>
    public static void LetThrough(CloudAdapter adapter)
    {
        if (adapter.OnTurnError is { } handle)
        {
            adapter.OnTurnError = (context, failure) => failure is TooManyTurnsException ? Task.FromException(failure) : handle(context, failure);
        }
    }

    /// <inheritdoc />
    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        var sender = activity.From?.AadObjectId is { Length: > 0 } person ? person : activity.From?.Id;
        return string.IsNullOrEmpty(sender) || (CardLook.Is(activity) ? looks : turns).Takes($"{activity.ChannelId}/{sender}")
            ? bot.OnTurnAsync(turnContext, cancellationToken)
            : throw new TooManyTurnsException();
    }
}
