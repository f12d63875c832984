namespace SiteBot.Host.Doors;

/// <summary>Counts the turns under way, so that there are not too many and so that a host that stops lets them end.</summary>
internal sealed class TurnsUnderWay
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _none;
    private int _count;

    /// <summary>Turns under way right now.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>One more, where there are fewer than <paramref name="most"/>.</summary>
    public bool Begin(int most)
    {
        lock (_gate)
        {
            if (_count >= most)
            {
                return false;
            }

            _count++;
            return true;
        }
    }

    /// <summary>One less.</summary>
    public void End()
    {
        TaskCompletionSource? waiting = null;
        lock (_gate)
        {
            if (--_count == 0)
            {
                (waiting, _none) = (_none, null);
            }
        }

        waiting?.SetResult();
    }

    /// <summary>Completes once no turn is under way.</summary>
    public Task None()
    {
        lock (_gate)
        {
            return _count == 0 ? Task.CompletedTask : (_none ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }
}
