using NodaTime;
using SiteBot.Outbox;

namespace SiteBot.Host.Delivery;

/// <summary>Keeps to what the channel takes, by machine time. Who waits for the tenant's limit is let through urgent first, then in order.</summary>
internal sealed class SendPace : IRequestPace
{
    private const string Tenant = "";
    private static readonly Duration LookAgain = Duration.FromMilliseconds(50);

    private readonly Lock _gate = new();
    private readonly SendHistory _conversations;
    private readonly SendHistory _tenant;
    private readonly PriorityQueue<TaskCompletionSource<Duration>, (Urgency, long)> _waiting = new();
    private readonly DeliveryLimits _limits;
    private readonly TimeProvider _time;
    private readonly long _origin;
    private long _arrivals;
    private volatile Share _share;
    private bool _admitting;
    private Duration _forgotten;

    public SendPace(DeliveryLimits limits, TimeProvider time)
    {
        (_limits, _time) = (limits, time);
        _share = Share.Of(limits, hosts: 1);
        (_conversations, _tenant) = (new(limits.ArrivedAfter), new(limits.ArrivedAfter));
        _origin = time.GetTimestamp();
    }

    /// <summary>Machine time since this host began.</summary>
    public Duration Machine => Duration.FromTimeSpan(_time.GetElapsedTime(_origin));

    /// <summary>How many hosts share the limits; zero holds all back until it is known. Any of them may come to send to any conversation next, and none knows what the others
    /// have sent: so each keeps to its share of every limit, at least one.</summary>
    public int Hosts
    {
        get => _share.Hosts;
        set => _share = Share.Of(_limits, value);
    }

    /// <summary>How long the next message to a conversation has to wait.</summary>
    public Duration WaitOf(Recipient to)
    {
        if (_limits.Conversation.IsEmpty)
        {
            return Duration.Zero;
        }

        lock (_gate)
        {
            return _conversations.Wait(to.Value, _share.Limits.Conversation, Machine);
        }
    }

    /// <summary>Waits for the tenant's limit and counts one request to a conversation from then on, until <see cref="End"/>.</summary>
    public async ValueTask<SentRequest> Begin(Recipient to, Urgency urgency, CancellationToken cancellation)
    {
        var began = await Admitted(urgency, cancellation);
        if (!_limits.Conversation.IsEmpty)
        {
            lock (_gate)
            {
                _conversations.Begin(to.Value, began);
            }
        }

        return new SentRequest(to, began);
    }

    /// <summary>The request has its answer, or never gets one; or was not needed.</summary>
    public void End(SentRequest request, bool wasMade)
    {
        lock (_gate)
        {
            if (!_limits.Tenant.IsEmpty)
            {
                Close(_tenant, Tenant, request.Began, wasMade);
            }

            if (!_limits.Conversation.IsEmpty)
            {
                Close(_conversations, request.To.Value, request.Began, wasMade);
                Forget();
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask Another(Recipient to, Urgency urgency, CancellationToken cancellation)
    {
        while (WaitOf(to) is var wait && wait > Duration.Zero)
        {
            await Task.Delay(Duration.Max(wait, Duration.FromMilliseconds(1)).ToTimeSpan(), _time, cancellation);
        }

        var request = await Begin(to, urgency, cancellation);
        lock (_gate)
        {
            // Its end is not told: it counts as arrived as late as it may.
            if (!_limits.Tenant.IsEmpty)
            {
                _tenant.End(Tenant, request.Began, request.Began + _limits.ArrivedAfter);
            }

            if (!_limits.Conversation.IsEmpty)
            {
                _conversations.End(to.Value, request.Began, request.Began + _limits.ArrivedAfter);
            }
        }
    }

    private void Close(SendHistory history, string key, Duration began, bool wasMade)
    {
        if (wasMade)
        {
            history.End(key, began, Machine);
        }
        else
        {
            history.Unmade(key, began);
        }
    }

    private async ValueTask<Duration> Admitted(Urgency urgency, CancellationToken cancellation)
    {
        if (_limits.Tenant.IsEmpty)
        {
            return Machine;
        }

        var turn = new TaskCompletionSource<Duration>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Enqueue(turn, (urgency, _arrivals++));
            if (!_admitting)
            {
                _admitting = true;
                _ = Admit();
            }
        }

        await using var given = cancellation.Register(() => turn.TrySetCanceled(cancellation));
        return await turn.Task;
    }

    private async Task Admit()
    {
        while (true)
        {
            Duration wait;
            lock (_gate)
            {
                do
                {
                    wait = Hosts == 0 ? LookAgain : _tenant.Wait(Tenant, _share.Limits.Tenant, Machine);
                }
                while (wait <= Duration.Zero && LetOneThrough());
                if (_waiting.Count == 0)
                {
                    _admitting = false;
                    return;
                }
            }

            // Requests that end meanwhile may make it shorter.
            await Task.Delay(Duration.Min(wait, LookAgain).ToTimeSpan(), _time);
        }
    }

    private bool LetOneThrough()
    {
        if (!_waiting.TryDequeue(out var turn, out _))
        {
            return false;
        }

        var began = Machine;
        if (turn.TrySetResult(began))
        {
            _tenant.Begin(Tenant, began);
        }

        return true;
    }

    private void Forget()
    {
        var longest = _limits.Conversation.Max(limit => limit.Within);
        if (_conversations.Count > 1000 && Machine - _forgotten > Duration.FromMinutes(1))
        {
            _forgotten = Machine;
            _conversations.Forget(longest, _forgotten);
        }
    }
}

/// <summary>A host's share of the limits.</summary>
/// <param name="Hosts">How many share them.</param>
/// <param name="Limits">What each keeps to.</param>
internal sealed record Share(int Hosts, DeliveryLimits Limits)
{
    /// <summary>The share of one of so many.</summary>
    public static Share Of(DeliveryLimits limits, int hosts) => new(hosts, hosts <= 1 ? limits : limits with
    {
        Conversation = [.. limits.Conversation.Select(limit => limit with { Count = Math.Max(1, limit.Count / hosts) })],
        Tenant = [.. limits.Tenant.Select(limit => limit with { Count = Math.Max(1, limit.Count / hosts) })],
    });
}

/// <summary>A request that is out.</summary>
/// <param name="To">Whom to.</param>
/// <param name="Began">When it began, machine time.</param>
internal readonly record struct SentRequest(Recipient To, Duration Began);
