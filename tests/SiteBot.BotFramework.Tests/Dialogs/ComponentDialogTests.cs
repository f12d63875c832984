using SiteBot.BotFramework.Builder;
using SiteBot.BotFramework.Builder.Adapters;
using SiteBot.BotFramework.Builder.Dialogs;
using SiteBot.BotFramework.Schema;
using static SiteBot.BotFramework.Tests.Dialogs.DialogBot;

namespace SiteBot.BotFramework.Tests.Dialogs;

public sealed class ComponentDialogTests
{
    [Fact]
    public Task A_component_is_one_dialog_from_outside_and_keeps_its_stack_over_turns() => Run(Sum("sum"))
        .Test("hello", "First?")
        .Test("forty", "Second?")
        .Test("2", "Complete: 42")
        .StartTestAsync();

    [Fact]
    public async Task A_component_is_made_ready_once_before_its_first_turn()
    {
        var lazy = new Lazily("lazy");

        await Run(lazy).Test("hello", "ready 1").Test("answer", "Complete: answer").Test("hello", "ready 1").StartTestAsync();
    }

    [Fact]
    public Task Components_nest()
    {
        var outer = new ComponentDialog("outer")
            .AddDialog(new WaterfallDialog("twice", [
                (step, cancellation) => step.BeginDialogAsync("sum", null, cancellation),
                (step, cancellation) => step.BeginDialogAsync("sum", null, cancellation)]))
            .AddDialog(Sum("sum"));

        return Run(outer)
            .Test("hello", "First?").Test("1", "Second?").Test("2", "First?").Test("20", "Second?").Test("22", "Complete: 42")
            .StartTestAsync();
    }

    [Fact]
    public Task A_dialog_inside_may_begin_one_of_the_component_around_it()
    {
        var inside = new ComponentDialog("inside").AddDialog(new WaterfallDialog("calls", [
            (step, cancellation) => step.BeginDialogAsync("helper", "asked", cancellation),
            (step, cancellation) => step.EndDialogAsync($"got {step.Result}", cancellation)]));
        var outer = new ComponentDialog("outer")
            .AddDialog(inside)
            .AddDialog(new WaterfallDialog("helper", [(step, cancellation) => step.EndDialogAsync($"{step.Options} and answered", cancellation)]));

        return Run(outer).Test("hello", "Complete: got asked and answered").StartTestAsync();
    }

    [Fact]
    public Task A_step_sees_the_component_as_its_parent()
    {
        var component = new ComponentDialog("component").AddDialog(new WaterfallDialog("steps", [(step, cancellation) => step.EndDialogAsync(step.Parent!.ActiveDialog!.Id, cancellation)]));

        return Run(component).Test("hello", "Complete: component").StartTestAsync();
    }

    [Fact]
    public Task A_step_that_cancels_cancels_the_component()
    {
        var component = new ComponentDialog("component").AddDialog(new WaterfallDialog("steps", [(_, _) => Task.FromResult(new DialogTurnResult(DialogTurnStatus.Cancelled, 42))]));

        return Run(component).Test("hello", "Cancelled: 42").StartTestAsync();
    }

    [Fact]
    public async Task Cancelling_ends_the_dialogs_inside_too()
    {
        var component = new Ending();
        var conversation = new ConversationState(new MemoryStorage());
        var dialogs = new DialogSet(conversation.CreateProperty<DialogState>("dialogs")).Add(component);

        await new TestFlow(new TestAdapter().Use(new AutoSaveStateMiddleware(conversation)), async (turn, cancellation) =>
            {
                var dc = await dialogs.CreateContextAsync(turn, cancellation);
                if (turn.Activity.Text == "cancel")
                {
                    var result = await dc.CancelAllDialogsAsync(cancellation);
                    await turn.SendActivityAsync($"{result.Status} {dc.Stack.Count} {string.Join(' ', component.Ended)}", cancellationToken: cancellation);
                }
                else
                {
                    await dc.BeginDialogAsync("ending", null, cancellation);
                }
            })
            .Test("hello", "Name?")
            .Test("cancel", "Cancelled 0 prompt:CancelCalled ending:CancelCalled")
            .StartTestAsync();
    }

    [Fact]
    public Task Reprompting_a_component_asks_the_question_inside_again()
    {
        var conversation = new ConversationState(new MemoryStorage());
        var dialogs = new DialogSet(conversation.CreateProperty<DialogState>("dialogs")).Add(Sum("sum"));
        return new TestFlow(new TestAdapter().Use(new AutoSaveStateMiddleware(conversation)), async (turn, cancellation) =>
            {
                var dc = await dialogs.CreateContextAsync(turn, cancellation);
                await (turn.Activity.Text == "again" ? dc.RepromptDialogAsync(cancellation) : dc.BeginDialogAsync("sum", null, cancellation));
            })
            .Test("hello", "First?")
            .Test("again", "First?")
            .StartTestAsync();
    }

    [Fact]
    public async Task A_finished_dialog_starts_again_on_the_next_message_under_RunAsync()
    {
        var conversation = new ConversationState(new MemoryStorage());
        var property = conversation.CreateProperty<DialogState>("dialogs");
        var dialog = new ComponentDialog("root").AddDialog(new WaterfallDialog("steps", [
            (step, cancellation) => step.PromptAsync("name", Asking("Name?"), cancellation),
            async (step, cancellation) =>
            {
                await step.Context.SendActivityAsync($"Hello {step.Result}", cancellationToken: cancellation);
                return await step.EndDialogAsync(null, cancellation);
            }])).AddDialog(new TextPrompt("name"));

        await new TestFlow(new TestAdapter().Use(new AutoSaveStateMiddleware(conversation)), (turn, cancellation) => dialog.RunAsync(turn, property, cancellation))
            .Test("hi", "Name?")
            .Test("Ann", "Hello Ann")
            .Test("hi", "Name?")
            .StartTestAsync();
    }

    [Fact]
    public async Task An_exception_in_a_step_is_offered_to_the_dialogs_and_then_goes_on()
    {
        var conversation = new ConversationState(new MemoryStorage());
        var property = conversation.CreateProperty<DialogState>("dialogs");
        WaterfallStep fails = (_, _) => throw new NotSupportedException("no");
        var plain = new ComponentDialog("plain").AddDialog(new WaterfallDialog("steps", [fails]));
        var careful = new Careful();
        careful.AddDialog(new WaterfallDialog("steps", [fails]));

        await Assert.ThrowsAsync<NotSupportedException>(() => new TestFlow(new TestAdapter(), (turn, cancellation) => plain.RunAsync(turn, property, cancellation)).Send("hi").StartTestAsync());
        await new TestFlow(new TestAdapter(), (turn, cancellation) => careful.RunAsync(turn, property, cancellation)).Test("hi", "Sorry: no").StartTestAsync();
    }

    private static ComponentDialog Sum(string id) => new ComponentDialog(id)
        .AddDialog(new WaterfallDialog("steps", [
            (step, cancellation) => step.PromptAsync("number", Asking("First?"), cancellation),
            (step, cancellation) =>
            {
                step.Values["first"] = step.Result!;
                return step.PromptAsync("number", Asking("Second?"), cancellation);
            },
            (step, cancellation) => step.EndDialogAsync((int)step.Values["first"] + (int)step.Result!, cancellation)]))
        .AddDialog(new NumberPrompt<int>("number"));

    private sealed class Ending : ComponentDialog
    {
        public Ending()
            : base("ending") => AddDialog(new NamePrompt(this));

        public List<string> Ended { get; } = [];

        protected override Task<DialogTurnResult> OnBeginDialogAsync(DialogContext innerDc, object? options, CancellationToken cancellationToken = default) =>
            innerDc.PromptAsync("prompt", Asking("Name?"), cancellationToken);

        protected override Task OnEndDialogAsync(ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        {
            Ended.Add($"{Id}:{reason}");
            return Task.CompletedTask;
        }

        private sealed class NamePrompt(Ending outer) : TextPrompt("prompt")
        {
            public override Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
            {
                outer.Ended.Add($"{Id}:{reason}");
                return Task.CompletedTask;
            }
        }
    }

    private sealed class Careful() : ComponentDialog("careful")
    {
        protected override async Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            if (e is { Name: DialogEvents.Error, Value: NotSupportedException exception })
            {
                await dc.Context.SendActivityAsync($"Sorry: {exception.Message}", cancellationToken: cancellationToken);
                return true;
            }

            return false;
        }
    }

    private sealed class Lazily(string id) : ComponentDialog(id)
    {
        private int made;

        public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext outerDc, object? options = null, CancellationToken cancellationToken = default)
        {
            await EnsureInitializedAsync(outerDc);
            return await base.BeginDialogAsync(outerDc, options, cancellationToken);
        }

        protected override Task OnInitializeAsync(DialogContext dc)
        {
            made++;
            AddDialog(new WaterfallDialog("steps", [async (step, cancellation) =>
            {
                await step.Context.SendActivityAsync($"ready {made}", cancellationToken: cancellation);
                return EndOfTurn;
            }]));
            return base.OnInitializeAsync(dc);
        }
    }
}
