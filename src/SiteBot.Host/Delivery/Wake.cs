namespace SiteBot.Host.Delivery;

/// <summary>Remembers one ringing until somebody waits for it. One waiter.</summary>
internal sealed class Wake
{
    private readonly SemaphoreSlim _rung = new(0, 1);
    private readonly Lock _gate = new();
    private long _soonest = long.MaxValue;

    /// <summary>Rings now.</summary>
    public void Ring()
    {
        lock (_gate)
        {
            if (_rung.CurrentCount == 0)
            {
                _rung.Release();
            }
        }
    }

    /// <summary>Rings after a while, save where it rings sooner anyway.</summary>
    public void RingAfter(TimeSpan after, TimeProvider time)
    {
        var at = time.GetTimestamp() + (long)(after.TotalSeconds * time.TimestampFrequency);
        lock (_gate)
        {
            if (at >= _soonest)
            {
                return;
            }

            _soonest = at;
        }

        _ = Later(after, at, time);
    }

    /// <summary>Waits for a ringing.</summary>
    public Task Wait(CancellationToken cancellation) => _rung.WaitAsync(cancellation);

    private async Task Later(TimeSpan after, long at, TimeProvider time)
    {
        await Task.Delay(after, time);
        lock (_gate)
        {
            _soonest = _soonest == at ? long.MaxValue : _soonest;
        }

        Ring();
    }
}

/// <summary>Tasks that run now, so that they can be waited for together.</summary>
internal sealed class RunningTasks
{
    private readonly HashSet<Task> _tasks = [];
    private readonly Lock _gate = new();

    /// <summary>Remembers a task until it ends.</summary>
    public void Add(Task task)
    {
        lock (_gate)
        {
            _tasks.Add(task);
        }

        task.ContinueWith(Remove, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Waits for all of them.</summary>
    public Task All()
    {
        lock (_gate)
        {
            return Task.WhenAll(_tasks.ToArray());
        }
    }

    private void Remove(Task task)
    {
        lock (_gate)
        {
            _tasks.Remove(task);
        }
    }
}
