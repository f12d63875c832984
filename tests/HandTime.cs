using System.Collections.Concurrent;

namespace SiteBot;

/// <summary>Machine time whose timers go off when the test says so.</summary>
internal sealed class HandTime : TimeProvider
{
    private readonly ConcurrentQueue<Action> _timers = [];

    public void GoOff()
    {
        while (_timers.TryDequeue(out var timer))
        {
            timer();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _timers.Enqueue(() => callback(state));
        return new Nothing();
    }

    private sealed class Nothing : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
