using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SiteBot.Gate;
using SiteBot.Tests.Gate.SecondOpinion;

namespace SiteBot.Tests.Gate;

/// <summary>A thousand good facts, each spoilt in one place that is known: refused with the path of that place, in one line, and nothing thrown.</summary>
public sealed class SpoiltInputTests
{
    private const string Mark = "\u0001mark\u0001";

    // Where the value may be replaced by anything, and what stands there when it is good.
    private static readonly Dictionary<string, string> _times = new() { ["now"] = "", ["lastDataChangeAt"] = "", ["at"] = "", ["from"] = "", ["to"] = "" };

    private static readonly string[] _badTimes =
    [
        "\"2026-03-10T23:30:00\"", "\"2026-03-10t23:30:00Z\"", "\"2026-03-10T23:30:00z\"", "\"2026-03-10 23:30:00Z\"", "\"2026-03-10T23:30Z\"", "\"2026-03-10T23:30:00.1234567Z\"",
        "\"2026-03-10T23:30:00.Z\"", "\"2026-03-10T23:30:00,5Z\"", "\"2026-03-10T23:30:00+14:01\"", "\"2026-03-10T23:30:00+15:00\"", "\"2026-03-10T23:30:00-14:30\"", "\"2026-03-10T23:30:00+08\"",
        "\"2026-03-10T23:30:00+0800\"", "\"2026-03-10T23:30:00+08:60\"", "\"2026-02-30T23:30:00Z\"", "\"2026-02-29T00:00:00Z\"", "\"2026-13-01T00:00:00Z\"", "\"2026-00-10T00:00:00Z\"", "\"2026-03-00T00:00:00Z\"",
        "\"2026-03-10T24:00:00Z\"", "\"2026-03-10T23:60:00Z\"", "\"2026-03-10T23:59:60Z\"", "\"1999-12-31T23:59:59Z\"", "\"2200-01-01T00:00:00Z\"", "\"+2026-03-10T23:30:00Z\"", "\"26-03-10T23:30:00Z\"",
        "\" 2026-03-10T23:30:00Z\"", "\"2026-03-10T23:30:00Z \"", "\"2026-03-10T23:30:00 Z\"", "\"２０２６-03-10T23:30:00Z\"", "\"\"", "\" \"", "\"2026-W11-2\"", "1773156600", "true", "null", "{}", "[]", "\"now\"", "\"2026-03-10T23:30:00−08:00\"",
    ];

    private static readonly string[] _badHours = ["\"24:00\"", "\"6:00\"", "\"06:0\"", "\"06:60\"", "\"06:00:00\"", "\"\"", "\" \"", "\"0600\"", "\"-1:00\"", "\"06.00\"", "600", "null", "\"０６:00\"", "\"6am\""];
    private static readonly string[] _badFlags = ["0", "1", "\"true\"", "\"\"", "null", "{}", "[]", "[true]"];
    private static readonly string[] _badNumbers = ["\"5\"", "1.0", "5e1", "5E0", "0.5", "-1", "43201", "9223372036854775808", "1e400", "null", "true", "[]", "\"\""];
    private static readonly string[] _badTexts = ["5", "true", "null", "{}", "[]", "\"\\ud800\"", "\"x\\udfffy\"", "\"" + new string('x', 501) + "\"", "\"" + new string(' ', 501) + "\"", "\"" + string.Concat(Enumerable.Repeat("\\ud83d\\ude00", 251)) + "\""];
    private static readonly string[] _badWords = ["\"\"", "\" \"", "\"Upgrade\"", "\"UPGRADE\"", "\"upgrade \"", "\"nothing\"", "\"0\"", "\"Asia/shanghai\"", "\"GMT+25\"", "5", "null", "true", "{}"];

    private readonly StringBuilder _mismatches = new();

    [Fact]
    public void A_thousand_spoilt_facts_are_all_refused_with_the_path_of_what_is_wrong()
    {
        var (source, random, kinds) = (new RandomFacts(4711), new Random(4711), new HashSet<string>());
        for (var i = 0; i < 1_000; i++)
        {
            var (text, path, kind) = Spoil(source.Next(), random);
            kinds.Add(kind);
            Check(kind, Encoding.UTF8.GetBytes(text), path);
        }

        Assert.Equal("", _mismatches.ToString());
        Assert.True(kinds.Count >= 15, string.Join(", ", kinds));
    }

    [Fact]
    public void Good_facts_broken_off_anywhere_are_broken_JSON()
    {
        var whole = Encoding.UTF8.GetBytes(new RandomFacts(5).Next().ToJsonString());
        for (var length = 0; length < whole.Length; length++)
        {
            Check("broken off", whole[..length], "$");
        }

        Assert.Equal("", _mismatches.ToString());
    }

    [Fact]
    public void Bytes_that_are_changed_by_chance_are_accepted_or_refused_but_never_crash()
    {
        var (source, random, refused) = (new RandomFacts(6), new Random(6), 0);
        for (var i = 0; i < 3_000; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(source.Next().ToJsonString());
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            if (FactsReader.TryRead(bytes, Ready.Rules, out var facts, out var refusal))
            {
                facts.Decide();
            }
            else
            {
                refused++;
                Assert.InRange(refusal.ToString().Length, 4, FactsRefusal.MaxLength);
            }
        }

        Assert.InRange(refused, 500, 2_999);
    }

    private static (string Text, string Path, string Kind) Spoil(JsonObject facts, Random random)
    {
        var places = new List<(JsonNode Parent, object Key, string Path)>();
        Gather(facts, "", places);
        var (parent, key, path) = places[random.Next(places.Count)];
        string Pick(string[] from) => from[random.Next(from.Length)];

        switch (random.Next(12))
        {
            case 0:
                return (Replaced(facts, parent, key, "null"), path, "null");
            case 1:
            {
                var (owner, at) = AnObject(facts, places, random);
                owner["unknown"] = Mark;
                return (facts.ToJsonString().Replace(Quoted(), Pick(["1", "{}", "\"x\"", "null"]), StringComparison.Ordinal), Join(at, "unknown"), "unknown property");
            }

            case 2 when key is string name:
            {
                var twice = facts.ToJsonString();
                parent[name] = new JsonObject { [Mark] = parent[name]?.DeepClone() };
                twice = facts.ToJsonString();
                var inner = parent[name]![Mark]!.ToJsonString();
                var wrapped = $"{{{Quoted()}:{inner}}}";
                return (twice.Replace(wrapped, $"{inner},\"{name}\":{inner}", StringComparison.Ordinal), path, "duplicate");
            }

            case 3:
                return (facts.ToJsonString() + Pick(["{}", "1", "]", ",", "//x", "/**/", "\u0000"]), "$", "something after the document");
            case 4:
                return (facts.ToJsonString()[..^1] + Pick([",}", ";}", "]", "/*x*/}", "'a':1}", ",\"a\"}", ",a:1}"]), "$", "broken at the end");
            case 5:
            {
                var required = random.Next(5) switch { 0 => "now", 1 => "site", 2 => "site.timeZone", 3 => "operation", _ => "operation.kind" };
                var names = required.Split('.');
                (names.Length == 1 ? facts : facts[names[0]]!.AsObject()).Remove(names[^1]);
                return required == "operation" || required == "operation.kind"
                    ? (Without(facts, "evidence").ToJsonString(), required, "missing")
                    : (facts.ToJsonString(), required, "missing");
            }

            case 6:
                facts["service"] = new JsonObject { ["live"] = true };
                (facts["evidence"] ??= new JsonObject())["backup"] = new JsonObject { ["applies"] = random.Next(2) == 0 };
                return (facts.ToJsonString(), "evidence.backup.applies", "backup that does not apply while in service");
            case 7:
                (facts["site"]!["policy"] ??= new JsonObject())["nightWindow"] = new JsonObject { ["from"] = "12:00", ["to"] = Pick(["12:01", "18:00", "23:59"]) };
                return (facts.ToJsonString(), "site.policy.nightWindow.to", "night window before midnight");
            case 8:
            {
                var freezes = new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => (JsonNode)Period("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"))]);
                freezes.Add((JsonNode)Period("2026-01-02T08:00:00+08:00", Pick(["2026-01-02T00:00:00Z", "2026-01-01T23:59:59.999999Z", "2025-01-02T00:00:00+14:00"])));
                (facts["site"]!["policy"] ??= new JsonObject())["freezes"] = freezes;
                return (facts.ToJsonString(), $"site.policy.freezes[{freezes.Count - 1}].to", "freeze that ends before it begins");
            }

            case 9:
                (facts["evidence"] ??= new JsonObject())["customer_consent"] = new JsonObject { ["scope"] = Period("2026-01-02T08:00:00+08:00", "2026-01-02T00:00:00Z") };
                return (facts.ToJsonString(), "evidence.customer_consent.scope.to", "scope that ends before it begins");
            case 10:
            {
                var kind = (string)facts["operation"]!["kind"]!;
                var foreign = kind == "leave_site" ? "5.2-2" : kind == "start_works" ? "6.4-2" : Pick(["5.2-2", "5.2-3", "5.2-4", "6.3-10", "5.4-5", "6.3-12", "6.4-2"]);
                (facts["evidence"] ??= new JsonObject())[foreign] = new JsonObject();
                return (facts.ToJsonString(), $"evidence.{foreign}", "another operation's provision");
            }

            default:
                var value = key is string property ? parent[property] : parent[(int)key];
                return value switch
                {
                    JsonObject => (Replaced(facts, parent, key, Pick(["[]", "1", "\"x\"", "true", "null"])), path, "no object"),
                    JsonArray => (Replaced(facts, parent, key, Pick(["{}", "1", "\"x\"", "true", "null"])), path, "no list"),
                    _ => (Replaced(facts, parent, key, Pick(BadValues(path, value!))), path, BadKind(path, value!)),
                };
        }

        string Replaced(JsonObject all, JsonNode at, object which, string raw)
        {
            if (which is string name)
            {
                at[name] = Mark;
            }
            else
            {
                at[(int)which] = Mark;
            }

            return all.ToJsonString().Replace(Quoted(), raw, StringComparison.Ordinal);
        }
    }

    private static string[] BadValues(string path, JsonNode value) => BadKind(path, value) switch
    {
        "time" => _badTimes,
        "hours" => _badHours,
        "word" => _badWords,
        "flag" => _badFlags,
        "number" => path.EndsWith("Hours", StringComparison.Ordinal) ? [.. _badNumbers, "0", "8761"] : _badNumbers,
        _ => _badTexts,
    };

    private static string BadKind(string path, JsonNode value)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        return name is "kind" or "timeZone" or "state" or "decision" or "outcome" or "status" ? "word"
            : path.Contains("Window", StringComparison.Ordinal) || path.Contains("trafficPeaks", StringComparison.Ordinal) ? "hours"
            : _times.ContainsKey(name) ? "time"
            : value.GetValueKind() switch
            {
                System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "flag",
                System.Text.Json.JsonValueKind.Number => "number",
                _ => "text",
            };
    }

    private static void Gather(JsonNode node, string at, List<(JsonNode Parent, object Key, string Path)> places)
    {
        if (node is JsonObject inside)
        {
            foreach (var (name, value) in inside)
            {
                places.Add((node, name, Join(at, name)));
                Gather(value!, Join(at, name), places);
            }
        }
        else if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                var path = at + "[" + i.ToString(CultureInfo.InvariantCulture) + "]";
                places.Add((node, i, path));
                Gather(list[i]!, path, places);
            }
        }
    }

    private static (JsonObject Owner, string Path) AnObject(JsonObject facts, List<(JsonNode Parent, object Key, string Path)> places, Random random)
    {
        var objects = places.Where(p => p.Key is string).Select(p => (Owner: p.Parent.AsObject(), Path: p.Path.Contains('.') ? p.Path[..(p.Path.Length - ((string)p.Key).Length - 1)] : "")).Distinct().Append((facts, "")).ToList();
        return objects[random.Next(objects.Count)];
    }

    private static JsonObject Period(string from, string to) => new() { ["from"] = from, ["to"] = to };

    private static JsonObject Without(JsonObject facts, string name)
    {
        facts.Remove(name);
        return facts;
    }

    private static string Join(string at, string name) => at.Length == 0 ? name : $"{at}.{name}";

    private static string Quoted() => JsonValue.Create(Mark)!.ToJsonString();

    private void Check(string kind, byte[] text, string path)
    {
        if (FactsReader.TryRead(text, Ready.Rules, out _, out var refusal))
        {
            _mismatches.AppendLine($"{kind}: accepted, not refused at {path}: {Encoding.UTF8.GetString(text)}");
        }
        else if (refusal.Path != path || refusal.ToString() is { Length: > FactsRefusal.MaxLength } || refusal.ToString().Contains('\n', StringComparison.Ordinal))
        {
            _mismatches.AppendLine($"{kind}: {refusal} and not at {path}: {Encoding.UTF8.GetString(text)}");
        }
    }
}
