using NodaTime;
using SiteBot.Ledger;
using SiteBot.Outbox;

namespace SiteBot.Host.Tests.Serving;

public sealed class HealthTests : IDisposable
{
    private readonly Folder _folder = new();

    [Fact]
    public async Task A_host_whose_store_answers_is_live_and_ready()
    {
        await using var trial = await HostOnTrial.Start(_folder);
        Assert.Equal(200, (await trial.Get("health/live")).Status);
        Assert.Equal(200, (await trial.Get("health/ready")).Status);
    }

    [Fact]
    public async Task Delivery_that_is_five_minutes_behind_is_not_ready_and_says_so()
    {
        var machine = new StandingMachine();
        await using var trial = await HostOnTrial.Start(
            _folder, machine, ("MicrosoftAppId", "5f0e"), ("MicrosoftAppType", "SingleTenant"), ("MicrosoftAppTenantId", "7c1f"), ("MicrosoftAppPassword", "secret"));
        await trial.Get<ILedger>().Commit(new Commit
        {
            Outgoing = [new OutgoingMessage("m", Recipient.Person("li.ming"), Urgency.Routine, Instant.FromDateTimeOffset(machine.Now), "hangs", StreamId.Standing, "{}", null)],
        });
        Assert.Equal(200, (await trial.Get("health/ready")).Status);
        machine.Now += TimeSpan.FromMinutes(6);
        var (status, answer) = await trial.Get("health/ready");
        Assert.Equal(503, status);
        Assert.Equal("The oldest of 1 due messages has been waiting for 6 minutes.", answer.GetProperty("reason").GetString());
        Assert.Equal(200, (await trial.Get("health/live")).Status);
    }

    [Fact]
    public async Task In_local_mode_a_moved_clock_does_not_make_delivery_late()
    {
        await using var trial = await HostOnTrial.Start(_folder);
        var clock = trial.Get<Time.DemoClock>();
        await trial.Get<ILedger>().Commit(new Commit
        {
            Outgoing = [new OutgoingMessage("m", Recipient.Person("li.ming"), Urgency.Routine, clock.Now, "hangs", StreamId.Standing, "{}", null)],
        });
        await clock.Forward(clock.Now + Duration.FromDays(1), CancellationToken.None);
        Assert.Equal(200, (await trial.Get("health/ready")).Status);
    }

    public void Dispose() => _folder.Dispose();
}
