using System.Globalization;
using System.Text.RegularExpressions;

namespace SiteBot.Load;

/// <summary>A night as one engineer has it, press by press and word by word: an upgrade from its beginning to the call three days later.</summary>
/// <param name="chat">The engineer's chat.</param>
/// <param name="number">Which engineer: theirs is the site.</param>
internal sealed partial class WholeVisit(Conversation chat, int number)
{
    private static readonly (string Step, (string, string)[] Fields)[] _before =
    [
        ("call_customer", [("by", "周经理"), ("assists", "钱")]),
        ("learn_situation", []),
        ("read_file", []),
        ("documents_read", []),
        ("version_checked", []),
        ("rollback_ready", [("minutes", "30"), ("location", "disk/rollback")]),
        ("plan_agreed", [("by", "周经理")]),
        ("customer_consent", [("by", "周经理")]),
        ("remote_support_ready", [("by", "赵磊")]),
        ("pack", []),
        ("arrive", []),
        ("before_door", []),
        ("enter_room", [("by", "孙值班")]),
        ("ask_online", []),
        ("follow_procedure", []),
    ];

    private static readonly (string Step, (string, string)[] Fields)[] _after =
    [
        ("test_whole", []),
        ("service_normal", []),
        ("completion_told", [("issues", "无")]),
        ("tell_customer", [("by", "周经理")]),
        ("clear_up", []),
    ];

    private static readonly (string Step, (string, string)[] Fields)[] _later =
    [
        ("follow_up_call", [("by", "周经理"), ("state", "normal")]),
        ("report", []),
        ("archive", []),
    ];

    private const string Night = "2026-03-11";
    private string[] _days = [];
    private int _visits;

    /// <summary>The visit's id.</summary>
    public string Visit { get; private set; } = "";

    /// <summary>Begins a visit and tells its steps up to the question; the backup and the consents still lack.</summary>
    /// <param name="day">The day at the site on which it is begun: its record is owed.</param>
    public async Task Begin(string address, string day = Night)
    {
        _days = [.. new[] { day, Night }.Distinct()];
        var status = await chat.Press(
            address, "visit.start",
            ("service", "upgrade"), ("form", string.Create(CultureInfo.InvariantCulture, $"{++_visits:0000}")), ("f_site", Crew.SiteOf(number)),
            ("f_equipment", string.Create(CultureInfo.InvariantCulture, $"MSC-{number}")), ("f_current", "V3.08.20"), ("f_target", "V3.08.21"),
            ("f_date", Night), ("f_from", "00:00"), ("f_to", "05:00"), ("f_minutes", "60"), ("f_contact", "周经理"), ("f_phone", "+86 10 5550 1042"));
        Visit = VisitIn().Match(status.GetRawText()).Groups[1].Value;
        await chat.Press(address, "visit.plan", ("visit", Visit), ("f_sure", "yes"), ("f_hardware", "no"), ("f_tool", "no"), ("f_major", "yes"));
        await Tell(address, _before);
        await chat.Press(address, "step.no", ("visit", Visit), ("step", "ask_photo"));
        // An escort of their own: the same one at two sites is a conflict, and the card says so.
        await Tell(address, [("request_signed", [("by", "周经理"), ("witness", "孙值班")]), ("escort", [("by", $"钱{number}")])]);
    }

    /// <summary>Goes on from there to the end: consents and backup, the question, the operation, its tests, leaving, the call, the close.</summary>
    public async Task GoOn(string address)
    {
        await chat.Press(address, "consent.mail", ("visit", Visit), ("f_role", "product_support"), ("f_by", "赵磊"));
        await chat.Press(address, "consent.mail", ("visit", Visit), ("f_role", "office_head"), ("f_by", "王"));
        await chat.Say(address, "备份好了 10.1.1.5:/bk 已校验");
        await chat.Say(address, "可以升级了吗？");
        var started = await chat.Press(address, "operation.start", ("visit", Visit), ("operation", "upgrade"));
        if (!started.GetRawText().Contains("operation.end", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{Visit} was not let in: {started}");
        }

        await chat.Press(address, "operation.end", ("visit", Visit), ("run", "1"), ("outcome", "done"), ("f_issues", "无"));
        await Tell(address, _after);
        await Skip(address, "room_register");
        await Skip(address, "bring_items");
        await chat.Press(address, "step.no", ("visit", Visit), ("step", "train_customer"));
        foreach (var day in _days)
        {
            await chat.Press(address, "duty.done", ("visit", Visit), ("duty", "daily_record"), ("occasion", day));
        }

        await chat.Say(address, "我可以走了吗");
        await chat.Press(address, "leave", ("visit", Visit), ("how", "for_good"));
        await Tell(address, _later);
        await chat.Press(address, "step.no", ("visit", Visit), ("step", "version_problem"));
        await chat.Press(address, "visit.close", ("visit", Visit));
    }

    private Task Skip(string address, string step) => chat.Press(address, "step.skip", ("visit", Visit), ("step", step), ("f_reason", "用户没要求"));

    private async Task Tell(string address, IEnumerable<(string Step, (string, string)[] Fields)> steps)
    {
        foreach (var (step, fields) in steps)
        {
            await chat.Press(address, "step.done", [("visit", Visit), ("step", step), .. fields.Select(field => ("f_" + field.Item1, field.Item2))]);
        }
    }

    [GeneratedRegex("\"visit\":\"([^\"]+)\"")]
    private static partial Regex VisitIn();
}
