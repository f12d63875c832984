using NodaTime;
using SiteBot.Ledger;
using SiteBot.Outbox;
using static SiteBot.Storage.Tests.Sample;

namespace SiteBot.Storage.Tests;

/// <summary>Addresses, settings, evidence, clearing away and the store's mode, over either database.</summary>
public abstract class KeepingContract : StoreContract
{
    private static readonly Address First = new(Li, """{"conversation":1}""", "https://smba.example/emea/", "tenant", Night);
    private static readonly Duration Day = Duration.FromDays(1);

    [Fact]
    public async Task The_latest_address_counts()
    {
        var later = First with { Reference = """{"conversation":2}""", ServiceUrl = "https://smba.example/apac/", At = Night + Day };
        await Store.Keeps(new Commit { Addresses = [First] });
        Assert.Equal(First, await Store.Addresses.Of(Li, CancellationToken.None));

        await Store.Addresses.Learn(later, CancellationToken.None);
        await Store.Addresses.Learn(First, CancellationToken.None);

        Assert.Equal(later, await Store.Addresses.Of(Li, CancellationToken.None));
        Assert.Equal(later.ServiceUrl, await Store.Addresses.LastServiceUrl("tenant", CancellationToken.None));
        Assert.Null(await Store.Addresses.Of(Recipient.Person("nobody"), CancellationToken.None));
        Assert.Null(await Store.Addresses.LastServiceUrl("other", CancellationToken.None));
    }

    [Fact]
    public async Task An_address_that_is_gone_is_forgotten_where_no_later_one_is_known()
    {
        var later = First with { Reference = """{"conversation":2}""", At = Night + Day };
        await Store.Addresses.Learn(later, CancellationToken.None);

        await Store.Addresses.Unlearn(First, CancellationToken.None);
        Assert.Equal(later, await Store.Addresses.Of(Li, CancellationToken.None));
        await Store.Addresses.Unlearn(later, CancellationToken.None);
        Assert.Null(await Store.Addresses.Of(Li, CancellationToken.None));
        Assert.Equal(First.ServiceUrl, await Store.Addresses.LastServiceUrl("tenant", CancellationToken.None));
    }

    [Fact]
    public async Task A_setting_is_written_where_it_still_is_as_expected()
    {
        Assert.Null(await Store.Settings.Read("clock", CancellationToken.None));
        Assert.True(await Store.Settings.Write("clock", null, "PT0S", CancellationToken.None));
        Assert.False(await Store.Settings.Write("clock", null, "PT5S", CancellationToken.None));
        Assert.False(await Store.Settings.Write("clock", "PT1S", "PT5S", CancellationToken.None));
        Assert.True(await Store.Settings.Write("clock", "PT0S", "PT5S", CancellationToken.None));
        Assert.Equal("PT5S", await Store.Settings.Read("clock", CancellationToken.None));
    }

    [Fact]
    public async Task Evidence_is_kept_once_under_the_hash_of_its_bytes()
    {
        byte[] photo = [0xFF, 0xD8, 0, 1, 2];

        var hash = await Store.Files.Put(photo, "image/jpeg", Night, CancellationToken.None);
        Assert.Equal(hash, await Store.Files.Put(photo, "image/jpeg", Night, CancellationToken.None));

        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(photo)), hash);
        var file = await Store.Files.Get(hash, CancellationToken.None);
        Assert.Equal(("image/jpeg", hash), (file!.MediaType, file.Hash));
        Assert.Equal(photo, file.Content.ToArray());
        Assert.Null(await Store.Files.Get(new string('0', 64), CancellationToken.None));
    }

    [Fact]
    public async Task Photos_are_deleted_after_their_time_and_forms_stay()
    {
        var old = await Store.Files.Put(new byte[] { 1 }, "image/png", Night, CancellationToken.None);
        var again = await Store.Files.Put(new byte[] { 2 }, "image/png", Night, CancellationToken.None);
        var young = await Store.Files.Put(new byte[] { 3 }, "image/png", Night + Day, CancellationToken.None);
        var form = await Store.Files.Put(new byte[] { 4 }, "application/pdf", Night, CancellationToken.None);
        await Store.Files.Put(new byte[] { 2 }, "image/png", Night + Day, CancellationToken.None);

        Assert.Equal(1, await Store.Files.DeleteBefore(Night + Day, "image/", CancellationToken.None));

        Assert.Null(await Store.Files.Get(old, CancellationToken.None));
        Assert.All(await Task.WhenAll(new[] { again, young, form }.Select(hash => Store.Files.Get(hash, CancellationToken.None).AsTask())), Assert.NotNull);
    }

    [Fact]
    public async Task Clearing_away_takes_old_turns_and_settled_messages_and_remembers_their_keys()
    {
        await Store.Keeps(Asks(Message("sent"), Message("overtaken"), Message("dead"), Message("waiting", due: Night + Day)) with { Turn = new TurnOutcome("old", "{}") });
        await Store.Claims("a");
        await Store.Reports("a", Sent("sent"), new DeliveryReport.Overtaken("overtaken", "done"), new DeliveryReport.GivenUp("dead", "blocked"));
        Database.ForwardMachineClock(Day + Day);
        await Store.Keeps(new Commit { Turn = new TurnOutcome("young", "{}") });

        Assert.Equal(new Pruned(1, 2, 0), await Store.Prune(Day, CancellationToken.None));

        Assert.Empty(await Store.Outbox.List(DeliveryState.Sent, 10, CancellationToken.None));
        Assert.Single(await Store.Outbox.List(DeliveryState.GivenUp, 10, CancellationToken.None));
        await Store.Keeps(Asks(Message("sent")));
        await Store.Keeps(Owes(Message("overtaken")));
        Assert.Equal(["waiting"], await Store.Claims(now: Night + Day));
        Assert.IsType<CommitOutcome.Repeated>(await Store.Ledger.Commit(new Commit { Turn = new TurnOutcome("young", "{}") }));
        await Store.Keeps(new Commit { Turn = new TurnOutcome("old", "{}") });
    }

    [Fact]
    public async Task Clearing_away_goes_on_past_its_first_page()
    {
        foreach (var page in Enumerable.Range(0, 25))
        {
            await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Store.Keeps(new Commit { Turn = new TurnOutcome($"{page}/{i}", "{}") })));
        }

        Database.ForwardMachineClock(Day + Day);

        Assert.Equal(new Pruned(2500, 0, 0), await Store.Prune(Day, CancellationToken.None));
    }

    [Fact]
    public async Task A_store_remembers_whom_it_was_made_for()
    {
        await Database.Open(StoreMode.Local);
        await Database.Open(StoreMode.Local);
        await Database.Open();

        var refusal = await Assert.ThrowsAsync<StoreException>(() => Database.Open(StoreMode.Teams));

        Assert.Contains("made for local mode and does not open in teams mode", refusal.Message, StringComparison.Ordinal);
    }
}
