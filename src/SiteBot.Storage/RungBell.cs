using NodaTime;

namespace SiteBot.Storage;

/// <summary>Remembers one ringing until somebody waits for it.</summary>
internal sealed class RungBell
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        lock (_rung)
        {
            if (_rung.CurrentCount == 0)
            {
                _rung.Release();
            }
        }
    }

    public async ValueTask Wait(Duration atMost, CancellationToken cancellation) =>
        await _rung.WaitAsync(atMost > Duration.Zero ? atMost.ToTimeSpan() : TimeSpan.Zero, cancellation);
}
