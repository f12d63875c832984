using System.Collections.Immutable;
using NodaTime;

namespace SiteBot.Outbox;

/// <summary>When requests went out, by conversation or tenant, and so when the next may go. Machine time is an argument: time since some fixed moment, never going back.</summary>
/// <remarks>A request counts from its beginning to its end and, from then on, at the moment of its end, since it may have arrived at any time between: so the
/// channel's own counting finds no more than ours. Not safe for several threads.</remarks>
/// <param name="arrivedAfter">A request that got no answer for so long has arrived, or never will: one that hangs holds up nobody for longer.</param>
public sealed class SendHistory(Duration arrivedAfter)
{
    private readonly Dictionary<string, Line> _lines = new(StringComparer.Ordinal);

    /// <summary>How many conversations or tenants are remembered.</summary>
    public int Count => _lines.Count;

    /// <summary>How long the next request has to wait; zero where it may go at once. It may turn out shorter once requests end that are out now.</summary>
    public Duration Wait(string key, ImmutableArray<RateLimit> limits, Duration machine)
    {
        if (!_lines.TryGetValue(key, out var line))
        {
            return Duration.Zero;
        }

        var longest = Duration.Zero;
        foreach (var limit in limits)
        {
            // The request that must have left the stretch before another may enter it.
            if (line.FromTheEnd(limit.Count, machine) is { } moment && moment + limit.Within - machine is var wait && wait > longest)
            {
                longest = wait;
            }
        }

        return longest;
    }

    /// <summary>A request goes out.</summary>
    public void Begin(string key, Duration machine)
    {
        if (!_lines.TryGetValue(key, out var line))
        {
            _lines.Add(key, line = new Line(arrivedAfter));
        }

        line.Begin(machine);
    }

    /// <summary>A request that went out at <paramref name="began"/> has ended.</summary>
    public void End(string key, Duration began, Duration machine) => _lines[key].End(began, machine);

    /// <summary>A request that was begun at <paramref name="began"/> was not made after all.</summary>
    public void Unmade(string key, Duration began) => _lines[key].Unmade(began);

    /// <summary>Forgets what no limit looks at any more.</summary>
    /// <param name="longest">The longest stretch of any limit.</param>
    /// <param name="machine">Now.</param>
    public void Forget(Duration longest, Duration machine)
    {
        foreach (var (key, line) in _lines)
        {
            if (line.Forget(machine - longest))
            {
                _lines.Remove(key);
            }
        }
    }

    private sealed class Line(Duration arrivedAfter)
    {
        private readonly List<Duration> _ended = [];
        private readonly List<Duration> _out = [];

        public void Begin(Duration machine) => _out.Add(machine);

        public void Unmade(Duration began) => _out.Remove(began);

        public void End(Duration began, Duration machine)
        {
            _out.Remove(began);
            var arrived = Duration.Min(machine, began + arrivedAfter);
            var at = _ended.Count;
            while (at > 0 && _ended[at - 1] > arrived)
            {
                at--;
            }

            _ended.Insert(at, arrived);
        }

        /// <summary>When the <paramref name="count"/>-th last request was, or null where there were fewer.</summary>
        public Duration? FromTheEnd(int count, Duration machine)
        {
            if (_out.Count + _ended.Count < count)
            {
                return null;
            }

            if (_out.Count == 0)
            {
                return _ended[^count];
            }

            var last = _ended.TakeLast(count).Concat(_out.Select(began => Duration.Min(machine, began + arrivedAfter))).OrderDescending();
            return last.ElementAt(count - 1);
        }

        public bool Forget(Duration before)
        {
            var old = _ended.FindIndex(moment => moment > before);
            _ended.RemoveRange(0, old < 0 ? _ended.Count : old);
            return _ended.Count == 0 && _out.Count == 0;
        }
    }
}
