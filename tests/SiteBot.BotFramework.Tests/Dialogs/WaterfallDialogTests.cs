using SiteBot.BotFramework.Builder;
using SiteBot.BotFramework.Builder.Adapters;
using SiteBot.BotFramework.Builder.Dialogs;
using SiteBot.BotFramework.Schema;
using static SiteBot.BotFramework.Tests.Dialogs.DialogBot;

namespace SiteBot.BotFramework.Tests.Dialogs;

public sealed class WaterfallDialogTests
{
    [Fact]
    public Task Each_message_takes_the_next_step_and_the_last_result_is_the_dialogs() =>
        Run(new WaterfallDialog("steps", [Says("one"), Says("two"), (step, cancellation) => step.EndDialogAsync(step.Result, cancellation)]))
            .Test("hello", "one")
            .Test("a", "two")
            .Test("b", "Complete: b")
            .StartTestAsync();

    [Fact]
    public Task A_waterfall_without_steps_ends_at_once() => Run(new WaterfallDialog("none")).Test("hello", "Complete: ").StartTestAsync();

    [Fact]
    public Task After_the_last_step_the_answer_is_the_result() =>
        Run(new WaterfallDialog("steps", [Says("one")])).Test("hello", "one").Test("answer", "Complete: answer").StartTestAsync();

    [Fact]
    public Task What_is_no_message_leaves_a_step_waiting() =>
        Run(new WaterfallDialog("steps", [Says("one"), Says("two")]))
            .Test("hello", "one")
            .Send(new Activity(ActivityTypes.Event))
            .AssertNoReply()
            .Test("go on", "two")
            .StartTestAsync();

    [Fact]
    public Task Steps_keep_values_for_one_another_over_turns_as_what_they_were()
    {
        WaterfallStep remember = (step, _) =>
        {
            step.Values["int"] = 7;
            step.Values["text"] = "seven";
            step.Values["true"] = true;
            step.Values["half"] = 0.5;
            step.Values["nested"] = new Dictionary<string, object> { ["inner"] = 8, ["list"] = new List<string> { "a", "b" } };
            return Task.FromResult(Dialog.EndOfTurn);
        };
        WaterfallStep recall = (step, cancellation) =>
        {
            var nested = (Dictionary<string, object>)step.Values["nested"];
            return step.EndDialogAsync($"{(int)step.Values["int"]} {(string)step.Values["text"]} {(bool)step.Values["true"]} {(double)step.Values["half"]} {(int)nested["inner"]} {((List<string>)nested["list"])[1]}", cancellation);
        };

        return Run(new WaterfallDialog("steps", [remember, recall])).Send("hello").Test("then", "Complete: 7 seven True 0.5 8 b").StartTestAsync();
    }

    [Fact]
    public Task A_step_knows_its_place_its_reason_and_what_the_dialog_was_begun_with()
    {
        WaterfallStep tell = (step, cancellation) => step.Index == 2
            ? step.EndDialogAsync($"{step.Index} {step.Reason} {step.Options} {step.Result}", cancellation)
            : step.NextAsync($"from {step.Index}", cancellation);

        return Run(new WaterfallDialog("steps", [tell, tell, tell]), options: "begun").Test("hello", "Complete: 2 NextCalled begun from 1").StartTestAsync();
    }

    [Fact]
    public async Task A_step_goes_on_once()
    {
        WaterfallStep twice = async (step, cancellation) =>
        {
            await step.NextAsync(null, cancellation);
            return await step.NextAsync(null, cancellation);
        };

        await Assert.ThrowsAsync<InvalidOperationException>(() => Run(new WaterfallDialog("steps", [twice, Says("two")])).Send("hello").StartTestAsync());
    }

    [Fact]
    public Task A_prompts_answer_is_the_next_steps_result()
    {
        var ask = new WaterfallDialog("ask", [
            (step, cancellation) => step.PromptAsync("number", Asking("How many?", "A number!"), cancellation),
            (step, cancellation) => step.EndDialogAsync((int)step.Result! + 1, cancellation)]);

        return Run(ask, others: new NumberPrompt<int>("number"))
            .Test("hello", "How many?")
            .Test("many", "A number!")
            .Test("41", "Complete: 42")
            .StartTestAsync();
    }

    [Fact]
    public Task One_waterfall_may_begin_another_or_put_another_in_its_place()
    {
        var outer = new WaterfallDialog("outer", [
            (step, cancellation) => step.BeginDialogAsync("inner", 1, cancellation),
            (step, cancellation) => step.ReplaceDialogAsync("last", step.Result, cancellation),
            Says("never")]);
        var inner = new WaterfallDialog("inner", [Says("inner"), (step, cancellation) => step.EndDialogAsync("from inner", cancellation)]);
        var last = new WaterfallDialog("last", [(step, cancellation) => step.EndDialogAsync($"last {step.Options}", cancellation)]);

        return Run(outer, others: [inner, last]).Test("hello", "inner").Test("go", "Complete: last from inner").StartTestAsync();
    }

    [Fact]
    public Task Telemetry_names_the_steps_by_their_methods()
    {
        var telemetry = new Recorder();
        var waterfall = new WaterfallDialog("steps", [NamedStep, (step, cancellation) => step.EndDialogAsync(null, cancellation)]) { TelemetryClient = telemetry };
        var dialog = new ComponentDialog("component").AddDialog(waterfall);
        dialog.TelemetryClient = telemetry;

        var conversation = new ConversationState(new MemoryStorage());
        var property = conversation.CreateProperty<DialogState>("dialogs");
        return new TestFlow(new TestAdapter().Use(new AutoSaveStateMiddleware(conversation)), async (turn, cancellation) =>
            {
                await dialog.RunAsync(turn, property, cancellation);
                await turn.SendActivityAsync(string.Join(' ', telemetry.Events), cancellationToken: cancellation);
            })
            .Test("hello", "WaterfallStart WaterfallStep:NamedStep")
            .Test("go", "WaterfallStart WaterfallStep:NamedStep WaterfallStep:Step2of2 WaterfallComplete")
            .StartTestAsync();
    }

    [Fact]
    public void A_step_must_be_one() => Assert.Throws<ArgumentNullException>(() => new WaterfallDialog("steps").AddStep(null!));

    private static Task<DialogTurnResult> NamedStep(WaterfallStepContext step, CancellationToken cancellation) => Task.FromResult(Dialog.EndOfTurn);

    private static WaterfallStep Says(string text) => async (step, cancellation) =>
    {
        await step.Context.SendActivityAsync(text, cancellationToken: cancellation);
        return Dialog.EndOfTurn;
    };

    private sealed class Recorder : NullBotTelemetryClient, IBotTelemetryClient
    {
        public List<string> Events { get; } = [];

        void IBotTelemetryClient.TrackEvent(string eventName, IDictionary<string, string>? properties, IDictionary<string, double>? metrics) =>
            Events.Add(properties!.TryGetValue("StepName", out var step) ? $"{eventName}:{step}" : eventName);
    }
}
