using SiteBot.Answers;
using SiteBot.Understanding.Names;

namespace SiteBot.Host.Readers;

/// <summary>Loads the readers once the host listens, so that nobody's first message waits for it. What is faulty is told at the first use.</summary>
internal sealed class ReadersWarmUp(IServiceProvider services, ILogger<ReadersWarmUp> log) : IHostedLifecycleService
{
    private Task _warm = Task.CompletedTask;

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _warm = Task.Run(Warm, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => _warm;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Warm()
    {
        try
        {
            var readers = services.GetRequiredService<BuiltInReaders>();
            readers.Messages.Understand("can I upgrade at 2 am");
            readers.Questions.Ask("机房里能抽烟吗");
            readers.Questions.Ask("may I plug a USB stick into the customer's computer?");

            // The names of a large directory take longest to put together.
            services.GetRequiredService<NamesInForce>().Current.Read("upgrade MSC-1 tonight 0 to 4", services.GetRequiredService<IBusinessClock>().Now, NodaTime.DateTimeZone.Utc);
        }
        catch (Exception faulty)
        {
            log.LogError(faulty, "The readers of messages cannot be loaded.");
        }
    }
}
