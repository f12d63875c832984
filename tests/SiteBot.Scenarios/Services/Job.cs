using System.Text;
using System.Text.Json;
using SiteBot.Procedures;
using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Services;

/// <summary>Somebody at work on one visit: answers the step that the bot asks on its own card, as it is asked. Where a guard holds, tries to get past it first, once, and keeps what was said.</summary>
internal sealed class Job
{
    private const int MostSteps = 120;
    private static readonly ProcedureCatalogue Catalogue = ProcedureCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "dialogs"));

    private readonly Scene _scene;
    private readonly Actor _engineer;
    private readonly Procedure _procedure;
    private readonly bool _zh;
    private readonly Dictionary<string, (string, string)[]> _answers = [];
    private readonly HashSet<string> _no = [];

    // A step that was asked on two cards is answered on one of them; the other still stands in the chat.
    private readonly HashSet<string> _answered = [];
    private int _photos;

    private Job(Scene scene, Actor engineer, string service, bool zh) =>
        (_scene, _engineer, _procedure, _zh) = (scene, engineer, Catalogue[service], zh);

    /// <summary>The visit's id.</summary>
    public string Visit { get; private set; } = "";

    /// <summary>What was said to who tried to get past a guard, by the guard's provision.</summary>
    public Dictionary<string, string> Refused { get; } = [];

    /// <summary>What is done where a watch is still owed.</summary>
    public Func<Task>? Watches { get; set; }

    /// <summary>Every guard of the service.</summary>
    public IEnumerable<string> Guards => _procedure.Phases.SelectMany(phase => phase.Guard).Distinct();

    private string Chat => _engineer.Last.Conversation;

    /// <summary>Begins a visit as the chat offers it: says what it is, fills in the form.</summary>
    public static async Task<Job> Begin(Scene scene, Actor engineer, string service, string words, params (string Input, string Value)[] form)
    {
        var job = new Job(scene, engineer, service, words.Any(letter => letter >= '\u2E80'));
        await engineer.Says(words);
        var begun = await engineer.Presses("visit.start", service, form);
        job.Visit = begun.Messages.Select(message => message.Card).Append(begun.InPlace).OfType<ShownCard>().SelectMany(card => card.Buttons)
            .Where(button => button.Verb is "step.done" or "step.show").Select(button => button.Data.GetProperty("visit").GetString()!).FirstOrDefault()
            ?? throw new InvalidOperationException($"The visit did not begin: {begun.Says}");
        return job;
    }

    /// <summary>From now on answers a step so; what is left out is answered as usual.</summary>
    public Job Answering(string step, params (string Input, string Value)[] inputs)
    {
        _answers[step] = inputs;
        return this;
    }

    /// <summary>From now on answers these steps with no.</summary>
    public Job Denying(params string[] steps)
    {
        _no.UnionWith(steps);
        return this;
    }

    /// <summary>The card of the step that is asked now; null where none is.</summary>
    public Posted? Asked => _scene.CardsOf(Chat).LastOrDefault(post => StepOf(post) is not null && !_answered.Contains(post.Id));

    /// <summary>The id of the step that is asked now.</summary>
    public string? Step => Asked is { } card ? StepOf(card) : null;

    /// <summary>Goes on until a step is asked, or for null until nothing is.</summary>
    /// <param name="step">The step.</param>
    /// <param name="orNothing">It is well too where nothing is asked before: an operation comes first.</param>
    public async Task<string> WalkTo(string? step, bool orNothing = false)
    {
        for (var answered = 0; answered < MostSteps; answered++)
        {
            if (Asked is not { } card || StepOf(card) == step)
            {
                return step is null || orNothing || Step == step ? Asked?.Says ?? "" : throw new InvalidOperationException($"{Visit} never asked {step}; the last that was said: {_engineer.Last.Says}");
            }

            var before = StepOf(card)!;
            var pressed = await Answer();
            if (Step == before && Watches is not null && pressed.Says.Contains("5.4-5", StringComparison.Ordinal))
            {
                await Watches();
            }
            else if (Step == before)
            {
                throw new InvalidOperationException($"{Visit} goes no further than {before}: {pressed.Says}");
            }
        }

        throw new InvalidOperationException($"{Visit} went round in a circle.");
    }

    /// <summary>Answers the step that is asked.</summary>
    public async Task<Pressed> Answer()
    {
        var step = Step ?? throw new InvalidOperationException($"{Visit} asks nothing: {_engineer.Last.Says}");
        await TryPast(step);
        if (Asked!.Says.Contains(_zh ? "请把照片或文件发到这里" : "Send the photo or file here", StringComparison.Ordinal))
        {
            var taken = await SendsPhoto();
            if (Step != step)
            {
                return new Pressed(null, null, taken);
            }

            Assert.Contains(taken, post => post.Says.Contains(_zh ? "收到" : "Received", StringComparison.Ordinal));
        }

        var verb = _no.Contains(step) ? "step.no" : "step.done";
        var given = _answers.GetValueOrDefault(step, []);
        var inputs = Asked.Card!.Inputs.Select(input => given.FirstOrDefault(one => one.Item1 == input.Id) is { Item1: not null } told ? told : (input.Id, Usual(input)))
            .Where(input => input.Item2.Length > 0).ToArray();
        var asked = _scene.CardsOf(Chat).Where(post => StepOf(post) == step).ToList();
        var pressed = await _engineer.Presses(Asked, Asked.Card!.Button(verb, step), inputs);
        if (pressed.InPlace is not null)
        {
            _answered.UnionWith(asked.Select(post => post.Id));
        }

        return pressed;
    }

    /// <summary>Sends a photo that was not sent before.</summary>
    public Task<IReadOnlyList<Posted>> SendsPhoto() =>
        _engineer.Sends([.. Tests.EvidenceFiles.Pictures.Jpeg($"2026:03:10 {10 + (_photos / 60):00}:{_photos++ % 60:00}:00")]);

    /// <summary>Opens a step that is not asked, as the checklist's press does, and answers it.</summary>
    public async Task<Pressed> Tells(string step, params (string Input, string Value)[] inputs)
    {
        await Opens(step);
        return await _engineer.Presses("step.done", step, inputs);
    }

    /// <summary>Opens a step that is not asked.</summary>
    public async Task Opens(string step)
    {
        var list = await _engineer.Says(_zh ? "看清单" : "show my checklist");
        await _engineer.Presses(list[^1], new Button("", "step.show", JsonSerializer.SerializeToElement(new { visit = Visit, step })));
    }

    /// <summary>The bot's answer to who may do an operation now.</summary>
    public async Task<string> Asks(string words) => string.Join('\n', (await _engineer.Says(words)).Select(post => post.Says));

    /// <summary>True where a duty of this visit is among what is due.</summary>
    public async Task<bool> Owes(string duty)
    {
        var due = (await _engineer.Says(_zh ? "我有哪些待办" : "what is due?")).Last(post => post.Card is not null);
        return due.Card!.Buttons.Any(button => button.Data.TryGetProperty("duty", out var id) && id.ValueEquals(duty) && button.Data.GetProperty("visit").GetString() == Visit);
    }

    /// <summary>Presses "done" for everything with a date that is owed on this visit; returns what was owed.</summary>
    public async Task<string> DoesItsDuties()
    {
        var all = new StringBuilder();
        for (var rounds = 0; rounds < 10; rounds++)
        {
            var due = (await _engineer.Says(_zh ? "我有哪些待办" : "what is due?")).Last(post => post.Card is not null);
            var presses = due.Card!.Buttons.Where(button => button.Verb == "duty.done" && button.Data.GetProperty("visit").GetString() == Visit).ToList();
            if (presses.Count == 0)
            {
                return all.ToString();
            }

            all.AppendLine(due.Says);
            foreach (var press in presses)
            {
                await _engineer.Presses(due, press);
            }
        }

        throw new InvalidOperationException($"{Visit} still owes: {_engineer.Last.Says}");
    }

    /// <summary>Gives the customer the answer to a question that was noted.</summary>
    public async Task AnswersTheCustomer(string question, string answer)
    {
        var open = await _engineer.Presses("question.list", Visit);
        Assert.Contains(question, open.Says, StringComparison.Ordinal);
        await _engineer.Presses("question.answer", Visit, ("f_which", "q1"), ("f_answer", answer));
    }

    /// <summary>Leaves the site for the night.</summary>
    public async Task<string> LeavesForTheNight()
    {
        await _engineer.Says(_zh ? "我可以走了吗" : "may I leave?");
        return (await _engineer.Presses("leave", "night")).Says;
    }

    /// <summary>Leaves the site for good, does what is left to do, and closes the visit; what closing says is returned.</summary>
    public async Task<string> LeavesAndCloses()
    {
        await WalkTo(null);
        await _engineer.Says(_zh ? "我可以走了吗" : "may I leave?");
        await _engineer.Presses("leave", "for_good");
        await WalkTo(null);
        await DoesItsDuties();
        await _engineer.Says(_zh ? "服务结束，关闭" : "the work is done, close the visit");
        return _engineer.Last.Says;
    }

    /// <summary>That whoever tried to get past a guard of the service was refused with its provision.</summary>
    public void WasRefusedByEveryGuard()
    {
        Assert.Equal(Guards.Order(StringComparer.Ordinal), Refused.Keys.Order(StringComparer.Ordinal));
        Assert.All(Refused, refused => Assert.Contains(refused.Key, refused.Value, StringComparison.Ordinal));
    }

    // A step of a later phase, told ahead; where there is none, the end.
    private async Task TryPast(string step)
    {
        var guarded = _procedure.Phases.SkipWhile(known => known != _procedure.PhaseOf(step)).SelectMany(phase => phase.Guard.Select(guard => (Phase: phase, Guard: guard)));
        foreach (var (phase, guard) in guarded.Where(one => !Refused.ContainsKey(one.Guard) && _procedure.FindStep(step)!.Provisions.Contains(one.Guard)))
        {
            var later = _procedure.Phases.SkipWhile(known => known != phase).Skip(1).SelectMany(known => known.Steps).FirstOrDefault(known => known is { AsNeeded: false, Marks: not Mark.Arrived });
            var number = _procedure.Steps.ToList().FindIndex(known => known.Id == later?.Id) + 1;
            var said = await _engineer.Says(later is null ? (_zh ? "服务结束，关闭" : "the work is done, close the visit") : $"{number} {(_zh ? "完成" : "done")}");
            Refused[guard] = string.Join('\n', said.Select(post => post.Says));
            if (later is null && said.Any(post => post.Card?.Buttons.Any(button => button.Verb == "leave") is true))
            {
                Refused[guard] += (await _engineer.Presses("leave", "for_good")).Says;
            }
        }
    }

    // What is owed only when its occasion comes is never asked.
    private string? StepOf(Posted post) => post.Card?.Buttons.FirstOrDefault(button => button.Verb == "step.done" && button.Data.GetProperty("visit").GetString() == Visit)?.Data.GetProperty("step").GetString()
        is { } step && !_procedure.FindStep(step)!.AsNeeded ? step : null;

    // Names, places and words as people write them; a time that is left out is that of telling.
    private string Usual(CardInput input) => input.Id switch
    {
        "f_by" or "f_assists" or "f_provider" or "f_expert" => _zh ? "张工" : "Mr Zhang",
        "f_witness" => _zh ? "李工" : "Ms Li",
        "f_at" => Step is "agree_time" or "train_technically" ? "10:00" : "",
        "f_location" => "10.1.1.5:/bk",
        "f_phone" or "f_reason" => "",
        "f_number" => "1042",
        _ when input.Kind == "Input.ChoiceSet" => input.Value.Length > 0 ? input.Value : input.Choices[0],
        _ when input.Kind == "Input.Number" => "30",
        _ => _zh ? "无" : "none",
    };
}
