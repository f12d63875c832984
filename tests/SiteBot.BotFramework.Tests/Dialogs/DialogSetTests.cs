using SiteBot.BotFramework.Builder;
using SiteBot.BotFramework.Builder.Adapters;
using SiteBot.BotFramework.Builder.Dialogs;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Tests.Dialogs;

public sealed class DialogSetTests
{
    private static readonly TurnContext Turn = new(new TestAdapter(), new Activity(ActivityTypes.Message)
    {
        ChannelId = "test",
        Conversation = new ConversationAccount { Id = "c" },
        From = new ChannelAccount { Id = "u" },
    });

    [Fact]
    public void A_set_needs_a_place_for_its_stack_or_a_container_that_keeps_it() => Assert.Throws<ArgumentNullException>(() => new DialogSet(null!));

    [Fact]
    public async Task A_set_without_a_place_for_its_stack_makes_no_context() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => new DialogSet().CreateContextAsync(Turn));

    [Fact]
    public void Dialogs_are_found_by_id()
    {
        var dialogs = new DialogSet().Add(new WaterfallDialog("A"));

        Assert.NotNull(dialogs.Find("A"));
        Assert.Null(dialogs.Find("B"));
        Assert.Throws<ArgumentNullException>(() => dialogs.Find(""));
    }

    [Fact]
    public void Another_dialog_under_the_same_id_gets_a_number_and_the_same_one_is_not_added_twice()
    {
        var first = new WaterfallDialog("A");

        var dialogs = new DialogSet().Add(first).Add(first).Add(new WaterfallDialog("A")).Add(new WaterfallDialog("A"));

        Assert.Equal(["A", "A2", "A3"], dialogs.GetDialogs().Select(dialog => dialog.Id));
    }

    [Fact]
    public void The_version_changes_with_the_dialogs_and_their_steps()
    {
        static string Version(params Dialog[] dialogs) => dialogs.Aggregate(new DialogSet(), (set, dialog) => set.Add(dialog)).GetVersion();
        WaterfallStep step = (_, _) => Task.FromResult(Dialog.EndOfTurn);

        Assert.Equal(Version(new WaterfallDialog("A")), Version(new WaterfallDialog("A")));
        Assert.NotEqual(Version(), Version(new WaterfallDialog("A")));
        Assert.NotEqual(Version(new WaterfallDialog("A")), Version(new WaterfallDialog("A", [step])));
    }

    [Fact]
    public void Telemetry_reaches_the_dialogs_of_a_set_those_added_later_and_those_inside()
    {
        var inside = new WaterfallDialog("inside");
        var dialogs = new DialogSet().Add(new ComponentDialog("component").AddDialog(inside));
        Assert.Same(NullBotTelemetryClient.Instance, inside.TelemetryClient);
        var client = new NullBotTelemetryClient();

        dialogs.TelemetryClient = client;
        dialogs.Add(new WaterfallDialog("later"));

        Assert.Same(client, inside.TelemetryClient);
        Assert.Same(client, dialogs.Find("later")!.TelemetryClient);
        dialogs.TelemetryClient = null!;
        Assert.Same(NullBotTelemetryClient.Instance, inside.TelemetryClient);
    }

    [Fact]
    public void Components_that_hold_one_another_share_their_telemetry()
    {
        var (one, two) = (new ComponentDialog("one"), new ComponentDialog("two"));
        one.AddDialog(two);
        two.AddDialog(one);
        var client = new NullBotTelemetryClient();

        one.TelemetryClient = client;

        Assert.Same(client, two.TelemetryClient);
    }

    [Fact]
    public async Task An_unknown_dialog_is_named_when_it_is_begun_and_when_it_is_gone()
    {
        var dc = new DialogContext(new DialogSet(), Turn, new DialogState([new DialogInstance { Id = "gone" }]));

        Assert.Contains("missing", (await Assert.ThrowsAsync<InvalidOperationException>(() => dc.BeginDialogAsync("missing"))).Message, StringComparison.Ordinal);
        Assert.Contains("gone", (await Assert.ThrowsAsync<InvalidOperationException>(() => dc.ContinueDialogAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_token_in_the_place_of_options_a_result_or_a_value_is_a_mistake()
    {
        var dc = new DialogContext(new DialogSet().Add(new WaterfallDialog("A")), Turn, new DialogState());

        await Assert.ThrowsAsync<ArgumentException>(() => dc.BeginDialogAsync("A", CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => dc.EndDialogAsync(CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => dc.CancelAllDialogsAsync(true, "stop", CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => new WaterfallDialog("A").ResumeDialogAsync(dc, DialogReason.NextCalled, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => new TextPrompt("B").ResumeDialogAsync(dc, DialogReason.EndCalled, CancellationToken.None));
    }

    [Fact]
    public async Task With_nothing_on_the_stack_there_is_nothing_to_continue_or_cancel()
    {
        var dc = new DialogContext(new DialogSet(), Turn, new DialogState());

        Assert.Equal(DialogTurnStatus.Empty, (await dc.ContinueDialogAsync()).Status);
        Assert.Equal(DialogTurnStatus.Empty, (await dc.CancelAllDialogsAsync()).Status);
        Assert.Equal(DialogTurnStatus.Complete, (await dc.EndDialogAsync("x")).Status);
    }
}
