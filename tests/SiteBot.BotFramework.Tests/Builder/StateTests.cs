using System.Text.Json;
using System.Text.Json.Nodes;
using SiteBot.BotFramework.Builder;
using SiteBot.BotFramework.Builder.Adapters;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Tests.Builder;

public class StateTests
{
    private readonly MemoryStorage storage = new();

    public static TheoryData<object> Values => new()
    {
        1, 5L, 2.0, 2.5, 3.1m, "text", true, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(8)), new TimeSpan(1, 2, 3),
        Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff"), DayOfWeek.Friday, new[] { 1, 2 }, new List<string> { "a" }, new Note("n", 1),
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_in_a_loose_slot_comes_back_as_what_it_was(object value)
    {
        var read = StateJson.Read<Dictionary<string, object>>(StateJson.Write(new Dictionary<string, object> { ["v"] = value }))!["v"];
        Assert.Equal(value.GetType(), read.GetType());
        Assert.Equivalent(value, read, strict: true);
    }

    [Fact]
    public void Dictionaries_nest_and_may_hold_any_key()
    {
        var value = new Dictionary<string, object>
        {
            ["inner"] = new Dictionary<string, object> { ["n"] = 1 },
            ["odd"] = new Dictionary<string, object> { ["$type"] = "not a type" },
        };
        var read = StateJson.Read<Dictionary<string, object>>(StateJson.Write(value))!;
        Assert.Equal(1, ((Dictionary<string, object>)read["inner"])["n"]);
        Assert.Equal("not a type", ((Dictionary<string, object>)read["odd"])["$type"]);
    }

    [Fact]
    public async Task What_is_read_is_a_copy()
    {
        await storage.WriteAsync(new Dictionary<string, object> { ["k"] = new List<string> { "a" } });
        ((List<string>)(await storage.ReadAsync(["k"]))["k"]).Add("b");
        Assert.Equal(["a"], (List<string>)(await storage.ReadAsync(["k"]))["k"]);
    }

    [Fact]
    public async Task An_old_ETag_is_a_conflict_and_changes_nothing()
    {
        await Write(new Item { Text = "first" });
        var (mine, theirs) = (await Read(), await Read());
        theirs.Text = "theirs";
        await Write(theirs);

        mine.Text = "mine";
        await Assert.ThrowsAsync<Exception>(() => storage.WriteAsync(new Dictionary<string, object> { ["other"] = new Item(), ["k"] = mine }));
        Assert.Equal("theirs", (await Read()).Text);
        Assert.Empty(await storage.ReadAsync(["other"]));

        mine.ETag = "*";
        await Write(mine);
        Assert.Equal("mine", (await Read()).Text);
    }

    [Fact]
    public async Task What_notices_nobody_leaves_no_ETag_behind()
    {
        await storage.WriteAsync(new Dictionary<string, object> { ["k"] = new Note("plain", 1) });
        await Write(new Item { Text = "over it" });
        Assert.Equal("over it", (await Read()).Text);

        await storage.WriteAsync(new Dictionary<string, object> { ["k"] = null! });
        Assert.Empty(await storage.ReadAsync(["k"]));
    }

    [Fact]
    public async Task Two_storages_over_one_dictionary_notice_one_another()
    {
        var kept = new Dictionary<string, JsonObject>();
        var (mine, theirs) = (new MemoryStorage(kept), new MemoryStorage(kept));
        await mine.WriteAsync(new Dictionary<string, object> { ["k"] = new Item { Text = "first" } });
        var old = (Item)(await theirs.ReadAsync(["k"]))["k"];
        await mine.WriteAsync(await mine.ReadAsync(["k"]));

        Assert.Equal("1", (string?)kept["k"]["ETag"]);
        await Assert.ThrowsAsync<Exception>(() => theirs.WriteAsync(new Dictionary<string, object> { ["k"] = old }));
    }

    [Fact]
    public async Task An_ETag_comes_back_from_a_serialiser_that_names_no_types()
    {
        var untyped = new MemoryStorage(JsonSerializerOptions.Web);
        await untyped.WriteAsync(new Dictionary<string, object> { ["k"] = new Item { Text = "first" } });
        Assert.Equal("0", ((JsonElement)(await untyped.ReadAsync(["k"]))["k"]).Deserialize<Item>(JsonSerializerOptions.Web)?.ETag);
    }

    [Fact]
    public async Task A_serialiser_that_names_no_types_still_carries_state_from_turn_to_turn()
    {
        Assert.Throws<ArgumentNullException>(() => new MemoryStorage((JsonSerializerOptions)null!));
        var kept = new Dictionary<string, JsonObject>();
        foreach (var (said, seen) in new[] { ("a", "a"), ("b", "ab") })
        {
            var state = new UserState(new MemoryStorage(new JsonSerializerOptions(), kept));
            using var turn = Turn();
            var item = await state.CreateProperty<Item>("item").GetAsync(turn, () => new Item());
            item.Text += said;
            Assert.Equal(seen, item.Text);
            await state.SaveChangesAsync(turn);
        }

        Assert.Equal("ab", (string?)kept["c/users/u"]["item"]!["Text"]);
    }

    [Fact]
    public async Task State_is_written_only_when_it_has_changed()
    {
        var counting = new CountingStorage();
        var state = new UserState(counting);
        var property = state.CreateProperty<string>("p");
        using var turn = Turn();

        await state.SaveChangesAsync(turn);
        await property.SetAsync(turn, "a");
        await state.SaveChangesAsync(turn);
        await state.SaveChangesAsync(turn);
        Assert.Equal((1, 1), (counting.Reads, counting.Writes));

        await state.SaveChangesAsync(turn, force: true);
        Assert.Equal(2, counting.Writes);
        await property.DeleteAsync(turn);
        await state.SaveChangesAsync(turn);
        Assert.Equal((1, 3), (counting.Reads, counting.Writes));
    }

    [Fact]
    public async Task A_zero_that_was_set_is_not_the_default()
    {
        var property = new UserState(storage).CreateProperty<int>("n");
        using var turn = Turn();
        Assert.Equal(0, await property.GetAsync(turn));
        Assert.Equal(7, await property.GetAsync(turn, () => 7));
        await property.SetAsync(turn, 0);
        Assert.Equal(0, await property.GetAsync(turn, () => 7));
    }

    [Fact]
    public async Task A_cleared_state_is_written_as_empty()
    {
        using (var turn = Turn())
        {
            var state = new ConversationState(storage);
            await state.CreateProperty<string>("p").SetAsync(turn, "a");
            await state.SaveChangesAsync(turn);
        }

        using var next = Turn();
        var cleared = new ConversationState(storage);
        await cleared.ClearStateAsync(next);
        await cleared.SaveChangesAsync(next);
        await cleared.LoadAsync(next, force: true);
        Assert.Null(await cleared.CreateProperty<string>("p").GetAsync(next));
    }

    [Fact]
    public async Task An_activity_without_its_owner_has_no_state()
    {
        using var turn = new TurnContext(new TestAdapter(), new Activity { ChannelId = "c" });
        await Assert.ThrowsAsync<ArgumentNullException>(() => new UserState(storage).LoadAsync(turn));
        await Assert.ThrowsAsync<ArgumentNullException>(() => new ConversationState(storage).LoadAsync(turn));
    }

    [Fact]
    public async Task State_lasts_from_turn_to_turn()
    {
        var state = new UserState(storage);
        var property = state.CreateProperty<Item>("item");
        var adapter = new TestAdapter().Use(new AutoSaveStateMiddleware(state));
        await new TestFlow(adapter, async (turn, cancellationToken) =>
            {
                var item = await property.GetAsync(turn, () => new Item(), cancellationToken);
                item.Text += turn.Activity.Text;
                await turn.SendActivityAsync(item.Text, cancellationToken: cancellationToken);
            })
            .Test("a", "a")
            .Test("b", "ab")
            .StartTestAsync();
    }

    private static TurnContext Turn() => new(new TestAdapter(), new Activity(ActivityTypes.Message)
    {
        ChannelId = "c",
        From = new ChannelAccount("u"),
        Conversation = new ConversationAccount(id: "k"),
    });

    private Task Write(Item item) => storage.WriteAsync(new Dictionary<string, object> { ["k"] = item });

    private async Task<Item> Read() => (await storage.ReadAsync(["k"])).MapValueTo<Item>("k")!;

    public sealed record Note(string Text, int Count);

    public sealed class Item : IStoreItem
    {
        public string? Text { get; set; }

        public string? ETag { get; set; }
    }

    private sealed class CountingStorage : IStorage
    {
        public int Reads { get; private set; }

        public int Writes { get; private set; }

        public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
        {
            Reads++;
            return Task.FromResult<IDictionary<string, object>>(new Dictionary<string, object>());
        }

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
        {
            Writes++;
            return Task.CompletedTask;
        }

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
