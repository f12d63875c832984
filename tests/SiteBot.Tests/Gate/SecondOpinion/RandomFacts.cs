using System.Globalization;
using System.Text.Json.Nodes;

namespace SiteBot.Tests.Gate.SecondOpinion;

/// <summary>Facts by chance, good in form, of every operation; now and then near a change of the clock, and with ages that lie exactly on a limit.</summary>
internal sealed class RandomFacts(int seed)
{
    private static readonly (string Zone, string[] Nights)[] Places =
    [
        ("Asia/Shanghai", ["2026-03-11T00:30:00+08:00", "2026-12-31T23:00:00+08:00"]),
        ("Europe/Berlin", ["2026-03-29T00:30:00+01:00", "2026-10-25T00:30:00+02:00"]),
        ("America/New_York", ["2026-03-08T00:30:00-05:00", "2026-11-01T00:30:00-04:00"]),
        ("Australia/Lord_Howe", ["2026-04-05T00:30:00+11:00", "2026-10-04T00:30:00+10:30"]),
        ("Asia/Kathmandu", ["2026-07-01T01:00:00+05:45"]),
        ("Africa/Cairo", ["2026-04-24T00:30:00+03:00", "2026-10-29T23:30:00+03:00"]),
        ("America/St_Johns", ["2026-03-08T01:00:00-03:30", "2026-11-01T00:30:00-02:30"]),
        ("UTC", ["2026-06-01T00:00:00Z"]),
    ];

    private static readonly string[] Kinds = [.. Opinion.Operations.Keys];
    private static readonly string[] Heavy = ["upgrade", "cutover", "data_change", "hardware"];
    private static readonly int[] Lengths = [0, 1, 15, 30, 59, 60, 90, 120, 180, 240, 300, 360, 361, 480, 1440, 43200];
    private static readonly string[] Hours = ["00:00", "00:30", "01:00", "02:00", "02:15", "02:30", "03:00", "05:00", "06:00", "08:00", "12:00", "18:00", "21:00", "22:00", "23:30"];

    private readonly Random _random = new(seed);
    private DateTimeOffset _now;
    private string _kind = "";
    private double _good;

    public JsonObject Next()
    {
        var (zone, nights) = Pick(Places);
        _good = Pick([0.6, 0.93, 1, 1]);
        _kind = Chance(0.5) ? Pick(Heavy) : Pick(Kinds);
        _now = DateTimeOffset.Parse(Pick(nights), CultureInfo.InvariantCulture) + Pick(
        [
            TimeSpan.Zero, TimeSpan.FromMinutes(-30), TimeSpan.FromSeconds(-1801), TimeSpan.FromMinutes(_random.Next(-600, 600)), TimeSpan.FromDays(-_random.Next(35)),
            TimeSpan.FromHours(-_random.Next(40)), TimeSpan.FromTicks(_random.NextInt64(-36_000_000, 36_000_000) * 10_000), TimeSpan.FromMinutes(90), TimeSpan.FromMinutes(210),
        ]);
        var live = Chance(0.85);
        var facts = new JsonObject { ["now"] = Written(_now), ["site"] = Site(zone), ["operation"] = Operation() };
        if (!live || Chance(0.2))
        {
            facts["service"] = new JsonObject { ["live"] = live };
        }

        if (Chance(0.15))
        {
            (facts["service"] ??= new JsonObject())["state"] = Pick(["normal", "severely_degraded", "interrupted"]);
        }

        Maybe(facts, 0.4, "lastDataChangeAt", () => Written(_now - Pick([TimeSpan.FromHours(24), TimeSpan.FromHours(2), TimeSpan.FromHours(30), TimeSpan.FromHours(1)])));
        if (Chance(0.97))
        {
            facts["evidence"] = Evidence(live);
        }

        return facts;
    }

    public double Share() => _random.NextDouble();

    public T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private JsonObject Site(string zone)
    {
        var site = new JsonObject { ["timeZone"] = zone };
        Maybe(site, 0.3, "id", () => "S-1");
        if (Chance(0.6))
        {
            var policy = new JsonObject();
            Maybe(policy, 0.4, "nightWindow", NightWindow);
            Maybe(policy, 0.4, "eveningWindow", Window);
            Maybe(policy, 0.5, "trafficPeaks", () => new JsonArray([.. Enumerable.Range(0, _random.Next(4)).Select(_ => (JsonNode)Window())]));
            Maybe(policy, 0.5, "freezes", () => new JsonArray([.. Enumerable.Range(0, _random.Next(5)).Select(_ => (JsonNode)Freeze())]));
            Maybe(policy, 0.3, "backupMaxAgeHours", () => Pick([1, 2, 3, 24, 48, 8760]));
            Maybe(policy, 0.3, "readOnlyBackupMaxAgeHours", () => Pick([1, 3, 100]));
            site["policy"] = policy;
        }

        return site;
    }

    private JsonObject Window() => new() { ["from"] = Pick(Hours), ["to"] = Pick(Hours) };

    private JsonObject NightWindow()
    {
        while (true)
        {
            var window = Window();
            var (from, to) = ((string)window["from"]!, (string)window["to"]!);
            if (!(string.CompareOrdinal(from, "12:00") >= 0 && string.CompareOrdinal(to, from) > 0))
            {
                return window;
            }
        }
    }

    private JsonObject Freeze()
    {
        var from = _now + TimeSpan.FromMinutes(_random.Next(-3000, 50_000));
        var freeze = new JsonObject { ["from"] = Written(from), ["to"] = Written(from + Pick([TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(30), TimeSpan.FromHours(5), TimeSpan.FromDays(3), TimeSpan.FromDays(40)])) };
        Maybe(freeze, 0.5, "reason", () => "春节");
        return freeze;
    }

    private JsonObject Operation()
    {
        var operation = new JsonObject { ["kind"] = _kind };
        Maybe(operation, 0.97, "equipment", () => Chance(0.97) ? "MSC-1" : "MSC-2");
        Maybe(operation, _kind == "upgrade" ? 0.97 : 0.2, "targetVersion", () => Chance(0.97) ? "V2" : "V3");
        Maybe(operation, 0.93, "durationMinutes", () => Pick(Lengths));
        Maybe(operation, 0.25, "major", () => Chance(0.5));
        Maybe(operation, 0.2, "minorReason", () => Pick(["one board only", " ", "x"]));
        Maybe(operation, 0.1, "thirdParty", () => Chance(0.3));
        Maybe(operation, _good, "engineerIsSure", () => Good());
        Maybe(operation, 0.1, "toolChanged", () => Chance(0.5));
        Maybe(operation, 0.2, "byContractor", () => Chance(0.5));
        Maybe(operation, 0.2, "handlesHardware", () => Chance(0.5));
        Maybe(operation, 0.25, "affectsService", () => Chance(0.4));
        Maybe(operation, 0.25, "affectsReason", () => Pick(["standby board", ""]));
        Maybe(operation, 0.25, "restoresService", () => Chance(0.6));
        return operation;
    }

    private JsonObject Evidence(bool live)
    {
        var evidence = new JsonObject();
        foreach (var name in (string[])["request_signed", "escort", "plan_agreed", "remote_support_ready", "media_consent"])
        {
            Maybe(evidence, _good, name, Signed);
        }

        Maybe(evidence, _good, "work_card", () => OneFlag("matches"));
        Maybe(evidence, _good, "backup", () => Backup(live));
        Maybe(evidence, _good, "product_support_consent", Consent);
        Maybe(evidence, _good, "office_consent", Consent);
        Maybe(evidence, _good, "customer_consent", Consent);
        Maybe(evidence, _good, "rollback", () =>
        {
            var rollback = new JsonObject();
            Maybe(rollback, _good, "ready", () => Good());
            Maybe(rollback, 0.7, "minutes", () => Good() ? 0 : Pick(Lengths));
            return rollback;
        });
        Maybe(evidence, _good, "expert_review", () =>
        {
            var review = Signed();
            Maybe(review, _good, "outcome", () => Good() ? "approved" : "rejected");
            return review;
        });
        Maybe(evidence, _good, "documents_read", () => OneFlag("confirmed"));
        Maybe(evidence, _good, "version_released", () =>
        {
            var release = new JsonObject();
            Maybe(release, _good, "status", () => Good() ? Pick(["released", "exceptional"]) : "unreleased");
            Maybe(release, 0.8, "version", () => Good() ? "V2" : "V3");
            Maybe(release, 0.8, "number", () => Good() ? "E-1" : "");
            return release;
        });
        Maybe(evidence, _good, "anti_static", () => OneFlag("confirmed"));
        Maybe(evidence, _good, "tool_confirmed", () => new JsonObject { ["provider"] = Good() ? "p" : "", ["expert"] = "e" });
        if (_kind is "start_works" or "leave_site")
        {
            foreach (var provision in Opinion.Operations[_kind])
            {
                Maybe(evidence, _good, provision, () =>
                {
                    var said = new JsonObject();
                    Maybe(said, _good, "confirmed", () => Good());
                    Maybe(said, 0.2, "applies", () => Chance(0.5));
                    return said;
                });
            }
        }

        return evidence;
    }

    private JsonObject Backup(bool live)
    {
        var backup = new JsonObject();
        Maybe(backup, _good, "at", () => Written(_now - (Good()
            ? Pick([TimeSpan.FromHours(1), TimeSpan.Zero, TimeSpan.FromMinutes(20)])
            : Pick([TimeSpan.FromHours(24), TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1), TimeSpan.FromHours(2), TimeSpan.FromHours(3), TimeSpan.FromHours(-1), TimeSpan.FromHours(100)]))));
        Maybe(backup, _good, "location", () => Good() ? "/bk" : " ");
        Maybe(backup, _good, "verified", () => Good());
        Maybe(backup, 0.5, "equipment", () => Good() ? "MSC-1" : "MSC-2");
        if (!live)
        {
            Maybe(backup, 0.3, "applies", () => Chance(0.5));
        }

        Maybe(backup, 0.12, "possible", () => Chance(0.3));
        Maybe(backup, 0.15, "reason", () => Chance(0.7) ? "the disk is dead" : "");
        return backup;
    }

    private JsonObject Consent()
    {
        var consent = Signed();
        Maybe(consent, _good, "decision", () => Good() ? "approved" : Pick(["approved", "rejected"]));
        Maybe(consent, _good, "written", () => Good());
        Maybe(consent, 0.93, "scope", () =>
        {
            var scope = new JsonObject();
            Maybe(scope, _good, "kind", () => Good() ? _kind : Pick(Kinds));
            Maybe(scope, _good, "equipment", () => Good() ? "MSC-1" : "MSC-2");
            Maybe(scope, _good, "targetVersion", () => Good() ? "V2" : "V3");
            var from = _now + Pick([TimeSpan.FromHours(-20), TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), TimeSpan.FromHours(20), TimeSpan.FromDays(20), TimeSpan.FromMinutes(_random.Next(-3000, 3000))]);
            var to = from + Pick([TimeSpan.FromMinutes(15), TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromDays(2), TimeSpan.FromDays(31), TimeSpan.FromSeconds(7201.5)]);
            Maybe(scope, 0.35, "from", () => Written(from));
            Maybe(scope, 0.35, "to", () => Written(to));
            return scope;
        });
        return consent;
    }

    private JsonObject Signed()
    {
        var signed = new JsonObject();
        Maybe(signed, _good, "by", () => Good() ? "Zhang" : "\t");
        Maybe(signed, _good, "at", () => Written(_now - (Good()
            ? Pick([TimeSpan.Zero, TimeSpan.FromMinutes(10)])
            : Pick([TimeSpan.FromHours(12), TimeSpan.FromHours(12) + TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(-1), TimeSpan.FromDays(3)]))));
        return signed;
    }

    private JsonObject OneFlag(string name)
    {
        var one = new JsonObject();
        Maybe(one, _good, name, () => Good());
        return one;
    }

    private void Maybe(JsonObject into, double chance, string name, Func<JsonNode?> value)
    {
        if (Chance(chance))
        {
            into[name] = value();
        }
    }

    private bool Chance(double chance) => _random.NextDouble() < chance;

    private bool Good() => Chance(Math.Max(_good, 0.8));

    private string Written(DateTimeOffset time) => (Chance(0.5) ? time.ToUniversalTime() : time.ToOffset(TimeSpan.FromMinutes(_random.Next(-840, 841)))).ToString(
        time.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:sszzz" : "yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);
}
