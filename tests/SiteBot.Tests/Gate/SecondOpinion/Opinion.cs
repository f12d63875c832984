using System.Globalization;
using System.Text.Json.Nodes;

namespace SiteBot.Tests.Gate.SecondOpinion;

/// <summary>What came out for one check: <c>fail/time</c> is a failure that waiting settles.</summary>
internal sealed record CheckOpinion(string Id, string State, string FixedBy, string? Provision);

/// <summary>
/// A second opinion on the gate's contract, written from its sentences over the plain JSON and in another way than the product: no table of rules, no clever search.
/// Where the two differ, one of them misreads the contract.
/// </summary>
internal sealed class Opinion
{
    private static readonly string[] Common = ["plan_agreed", "request_signed", "escort", "work_card", "backup"];
    private static readonly string[] Timed = ["customer_consent", "remote_support_ready", "tool_confirmed", "no_freeze", "not_peak", "after_midnight"];
    private static readonly string[] Weighty = [.. Common, "anti_static", "rollback", "expert_review", "product_support_consent", "office_consent", .. Timed];
    private static readonly string[] Lighter = [.. Common, "anti_static", "rollback", "expert_review", "office_consent", .. Timed];

    public static readonly Dictionary<string, string[]> Operations = new()
    {
        ["upgrade"] = ["own_equipment", "version_released", "documents_read", .. Weighty],
        ["cutover"] = ["own_equipment", "documents_read", .. Weighty],
        ["disruptive_test"] = ["own_equipment", .. Weighty],
        ["data_change"] = ["own_equipment", .. Lighter.Where(c => c != "anti_static")],
        ["service_affecting"] = ["own_equipment", .. Lighter],
        ["hardware"] = ["own_equipment", .. Lighter],
        ["power_on"] = ["own_equipment", "work_card", "anti_static", "expert_review", "customer_consent"],
        ["read_only"] = ["own_equipment", .. Common, "anti_static"],
        ["removable_media"] = ["media_consent"],
        ["start_works"] = ["5.2-2", "5.2-3", "5.2-4"],
        ["leave_site"] = ["6.3-10", "5.4-5", "6.3-12", "6.4-2"],
    };

    private readonly JsonObject _facts;
    private readonly WallClock _clock;
    private readonly string _kind;
    private readonly bool _live;
    private readonly bool _restoring;
    private readonly bool _major;
    private readonly bool _leavesServiceAlone;
    private readonly long? _minutes;

    public Opinion(JsonObject facts)
    {
        _facts = facts;
        _clock = WallClock.Of(Text("site.timeZone")!);
        _kind = Text("operation.kind")!;
        Now = Time("now")!.Value;
        _live = Flag("service.live") ?? true;
        var state = Text("service.state") ?? "normal";
        _restoring = Flag("operation.restoresService") == true && state is "interrupted" or "severely_degraded" && Flag("operation.restoresService") == true;
        var heavy = _kind is "upgrade" or "cutover" or "disruptive_test";
        _major = heavy ? !(Flag("operation.major") == false && Text("operation.minorReason") is not null) : Flag("operation.major") ?? false;
        _leavesServiceAlone = _kind == "hardware" && Flag("operation.affectsService") == false && Text("operation.affectsReason") is not null;
        _minutes = Number("operation.durationMinutes");
        Length = (_minutes ?? 0) * TimeSpan.TicksPerMinute;

        Night = Window("site.policy.nightWindow", "00:00", "06:00", afterMidnightOnly: true);
        Evening = Window("site.policy.eveningWindow", "22:00", "06:00", afterMidnightOnly: false);
        Peaks = Node("site.policy.trafficPeaks") is JsonArray peaks
            ? Stretches.Joined([.. peaks.SelectMany(p => Stretches.Daily(_clock, Now, Hours(p!["from"]!), Hours(p["to"]!)))])
            : Stretches.Joined([.. Daily("08:00", "12:00"), .. Daily("18:00", "22:00")]);
        Freezes = Node("site.policy.freezes") is JsonArray freezes
            ? Stretches.Joined([.. freezes.Select(f => (Instant(f!["from"]!), Instant(f["to"]!)))])
            : [];

        Checks = [.. Operations[_kind].Select(id => Judge(id))];
        var fails = Checks.Where(c => c.State is "fail" or "missing").ToList();
        Verdict = fails.Any(c => c is { State: "fail", Id: "own_equipment" or "version_released" }) ? "never"
            : fails.Any(c => c.FixedBy != "time") ? "no"
            : fails.Count > 0 ? "wait"
            : "go";
    }

    public long Now { get; }

    public long Length { get; }

    public List<CheckOpinion> Checks { get; }

    public string Verdict { get; }

    public List<(long From, long To)> Night { get; }

    public List<(long From, long To)> Evening { get; }

    public List<(long From, long To)> Peaks { get; }

    public List<(long From, long To)> Freezes { get; }

    public long? RollbackMinutes => Operations[_kind].Contains("rollback") ? Number("evidence.rollback.minutes") : null;

    private bool ByNight => Counts("after_midnight");

    private bool OffPeak => Counts("not_peak");

    private bool OutsideFreezes => Counts("no_freeze");

    /// <summary>Whether time and the consents in hand allow a start at this moment.</summary>
    public bool AllowsStartAt(long s)
    {
        var e = s + Length;
        return (!ByNight || Stretches.Fits(Night, s, e))
            && (!OffPeak || (Stretches.Fits(Evening, s, e) && !Stretches.Touches(Peaks, s, e)))
            && (!OutsideFreezes || !Stretches.Touches(Freezes, s, e))
            && ConsentPeriods.All(p => (p.From is null || p.From <= s) && (p.To is null || (s < p.To && e <= p.To)));
    }

    /// <summary>Every moment at which the answer may change, from now to <paramref name="until"/>.</summary>
    public IEnumerable<long> Boundaries(long until)
    {
        IEnumerable<(long From, long To)> stretches = [];
        stretches = ByNight ? stretches.Concat(Night) : stretches;
        stretches = OffPeak ? stretches.Concat(Evening).Concat(Peaks) : stretches;
        stretches = OutsideFreezes ? stretches.Concat(Freezes) : stretches;
        return stretches.SelectMany(s => new[] { s.From, s.To })
            .Concat(ConsentPeriods.SelectMany(p => new[] { p.From, p.To }.OfType<long>()))
            .SelectMany(b => new[] { b, b - Length })
            .Where(b => b > Now && b <= until);
    }

    private List<(long? From, long? To)> ConsentPeriods => field ??= [.. Checks
        .Where(c => c.Id.EndsWith("_consent", StringComparison.Ordinal) && c.Id != "media_consent" && (c.State == "pass" || c is { State: "fail", FixedBy: "time" }))
        .Select(c => (Time($"evidence.{c.Id}.scope.from"), Time($"evidence.{c.Id}.scope.to")))];

    private bool Counts(string id) => Checks.Any(c => c.Id == id && c.State is not ("waived" or "not_applicable"));

    private CheckOpinion Judge(string id)
    {
        var state = StateOf(id);
        var fixedBy = state switch
        {
            "fail/time" => "time",
            "missing/duration" => "engineer",
            _ => id switch
            {
                "own_equipment" => "nobody",
                "version_released" or "product_support_consent" => "product_support",
                "expert_review" or "tool_confirmed" => "expert",
                "office_consent" => "office_head",
                "remote_support_ready" => "remote_support",
                "no_freeze" or "not_peak" or "after_midnight" => "time",
                _ => "engineer",
            },
        };
        var provision = (id, _kind) switch
        {
            ("no_freeze", _) => null,
            ("office_consent", "data_change" or "service_affecting" or "hardware") => "6.5-5",
            ("anti_static", "power_on") => "5.3-3",
            ("customer_consent", "power_on") => "5.5-1",
            _ => id switch
            {
                "own_equipment" or "customer_consent" or "not_peak" => "6.5-5",
                "version_released" => "6.5-6",
                "documents_read" => "5.5-2",
                "plan_agreed" => "6.2-3",
                "request_signed" or "escort" => "6.3-6",
                "work_card" => "6.3-3",
                "backup" or "after_midnight" => "6.3-9",
                "anti_static" => "6.3-7",
                "media_consent" => "6.3-8",
                "rollback" or "expert_review" => "5.5-1",
                "product_support_consent" or "office_consent" => "6.5-3",
                "remote_support_ready" => "6.5-4",
                "tool_confirmed" => "6.3-11",
                _ => id,
            },
        };
        return new CheckOpinion(id, state.Split('/')[0], fixedBy, provision);
    }

    private string StateOf(string id) => id switch
    {
        "own_equipment" => Flag("operation.thirdParty") == true ? "fail" : "pass",
        "version_released" => Release(),
        "documents_read" => Confirmed("evidence.documents_read.confirmed"),
        "plan_agreed" or "request_signed" or "media_consent" => Signed($"evidence.{id}") ? "pass" : "missing",
        "escort" => Signed("evidence.escort") && Now - Time("evidence.escort.at") <= 12 * TimeSpan.TicksPerHour ? "pass" : "missing",
        "work_card" => Flag("operation.byContractor") != true ? "not_applicable" : Confirmed("evidence.work_card.matches"),
        "backup" => Backup(),
        "anti_static" => _kind is "hardware" or "power_on" || Flag("operation.handlesHardware") == true ? Confirmed("evidence.anti_static.confirmed") : "not_applicable",
        "rollback" => Rollback(),
        "expert_review" => Flag("operation.engineerIsSure") == true ? "not_applicable"
            : Text("evidence.expert_review.outcome") == "rejected" ? "fail"
            : Text("evidence.expert_review.outcome") == "approved" && Signed("evidence.expert_review") ? "pass"
            : "missing",
        "product_support_consent" => _live ? Consent(id, mustBeWritten: true) : "not_applicable",
        "office_consent" => Office(),
        "customer_consent" => Consent(id, mustBeWritten: false),
        "remote_support_ready" => !_live || !_major ? "not_applicable" : Signed($"evidence.{id}") ? "pass" : "missing",
        "tool_confirmed" => Flag("operation.toolChanged") != true ? "not_applicable"
            : Text("evidence.tool_confirmed.provider") is not null && Text("evidence.tool_confirmed.expert") is not null ? "pass" : "missing",
        "no_freeze" => OfTime(applies: !_leavesServiceAlone, () => !Stretches.Touches(Freezes, Now, Now + Length)),
        "not_peak" => OfTime(applies: !_leavesServiceAlone, () => !Stretches.Touches(Peaks, Now, Now + Length) && Stretches.Fits(Evening, Now, Now + Length)),
        "after_midnight" => OfTime(applies: _major, () => Stretches.Fits(Night, Now, Now + Length)),
        "6.3-10" when _live && (Text("service.state") ?? "normal") != "normal" => "fail",
        _ => Flag($"evidence|{id}|applies") == false ? "not_applicable" : Confirmed($"evidence|{id}|confirmed"),
    };

    private string OfTime(bool applies, Func<bool> passes) =>
        !_live || !applies ? "not_applicable" : _restoring ? "waived" : _minutes is null ? "missing/duration" : passes() ? "pass" : "fail";

    private string Release()
    {
        var (target, version, status) = (Text("operation.targetVersion"), Text("evidence.version_released.version"), Text("evidence.version_released.status"));
        if (version is not null && version != target)
        {
            return "missing";
        }

        return status == "unreleased" ? "fail"
            : target is not null && (status == "released" || (status == "exceptional" && Text("evidence.version_released.number") is not null)) ? "pass"
            : "missing";
    }

    private string Backup()
    {
        if (!_live && Flag("evidence.backup.applies") == false)
        {
            return "not_applicable";
        }

        if (Flag("evidence.backup.possible") == false)
        {
            return Text("evidence.backup.reason") is not null && _restoring ? "waived" : "missing";
        }

        var general = Number("site.policy.backupMaxAgeHours") ?? 24;
        var hours = _kind == "read_only" ? Number("site.policy.readOnlyBackupMaxAgeHours") ?? general : general;
        return Time("evidence.backup.at") is { } at
            && at <= Now
            && Text("evidence.backup.location") is not null
            && Flag("evidence.backup.verified") == true
            && Now - at <= hours * TimeSpan.TicksPerHour
            && (Time("lastDataChangeAt") is not { } changed || at >= changed)
            && (Text("evidence.backup.equipment") is not { } equipment || equipment == Text("operation.equipment"))
            ? "pass" : "missing";
    }

    private string Rollback()
    {
        var (ready, takes) = (Flag("evidence.rollback.ready"), Number("evidence.rollback.minutes"));
        return ready == false || (_minutes is not null && takes > _minutes) ? "fail" : ready == true ? "pass" : "missing";
    }

    private string Office()
    {
        if (!_live || _leavesServiceAlone)
        {
            return "not_applicable";
        }

        var heavy = _kind is "upgrade" or "cutover" or "disruptive_test";
        return _restoring && !heavy && Text("evidence.office_consent.decision") != "rejected" ? "waived" : Consent("office_consent", mustBeWritten: heavy);
    }

    private string Consent(string id, bool mustBeWritten)
    {
        var at = $"evidence.{id}";
        if (Text($"{at}.decision") == "rejected")
        {
            return "fail";
        }

        if (Text($"{at}.decision") != "approved" || !Signed(at) || (mustBeWritten && Flag($"{at}.written") != true))
        {
            return "missing";
        }

        if (Node($"{at}.scope") is null)
        {
            return _kind is "data_change" or "service_affecting" or "hardware" or "power_on" ? "pass" : "missing";
        }

        if (Text($"{at}.scope.kind") != _kind
            || Text($"{at}.scope.equipment") is not { } equipment || equipment != Text("operation.equipment")
            || (_kind == "upgrade" && (Text($"{at}.scope.targetVersion") is not { } version || version != Text("operation.targetVersion"))))
        {
            return "missing";
        }

        var (from, to) = (Time($"{at}.scope.from") ?? long.MinValue, Time($"{at}.scope.to") ?? long.MaxValue);
        return Now >= to || Math.Max(Now, from) + Length > to ? "missing" : Now < from ? "fail/time" : "pass";
    }

    private bool Signed(string at) => Text($"{at}.by") is not null && Time($"{at}.at") <= Now;

    private string Confirmed(string at) => Flag(at) switch { true => "pass", false => "fail", null => "missing" };

    private List<(long From, long To)> Window(string path, string from, string to, bool afterMidnightOnly)
    {
        var (begins, ends) = Node(path) is { } given ? (Hours(given["from"]!), Hours(given["to"]!)) : (Hours(from), Hours(to));
        return Stretches.Daily(_clock, Now, begins, ends, afterMidnightOnly);
    }

    private List<(long From, long To)> Daily(string from, string to) => Stretches.Daily(_clock, Now, Hours(from), Hours(to));

    private JsonNode? Node(string path)
    {
        JsonNode? node = _facts;
        foreach (var name in path.Split(path.Contains('|') ? '|' : '.'))
        {
            node = (node as JsonObject)?[name];
        }

        return node;
    }

    private string? Text(string path) => Node(path)?.GetValue<string>() is { } text && text.Any(c => !char.IsWhiteSpace(c)) ? text : null;

    private bool? Flag(string path) => Node(path)?.GetValue<bool>();

    private long? Number(string path) => Node(path)?.GetValue<int>();

    private long? Time(string path) => Node(path) is { } node ? Instant(node) : null;

    private static long Instant(JsonNode node) => DateTimeOffset.Parse(node.GetValue<string>(), CultureInfo.InvariantCulture).UtcTicks;

    private static TimeSpan Hours(JsonNode node) => Hours(node.GetValue<string>());

    private static TimeSpan Hours(string text) => TimeSpan.ParseExact(text, "hh\\:mm", CultureInfo.InvariantCulture);
}
