using System.Collections.Immutable;
using NodaTime;
using SiteBot.Approvals;
using SiteBot.Chromium;
using SiteBot.Directory;
using SiteBot.Gate;
using SiteBot.Ledger;
using SiteBot.Procedures;
using SiteBot.Teams.Cards;
using SiteBot.Visits;

namespace SiteBot.Teams.Tests.Cards;

/// <summary>The shipped templates, words, procedures and directory, and a visit in the night of 10 March in Beijing.</summary>
internal static class Sample
{
    private static readonly ProcedureCatalogue Catalogue = ProcedureCatalogue.Load(Repository.At("dialogs"));
    private static readonly GateRules Rules = GateRules.Load(Repository.At("dialogs"));

    public static readonly CardDeck Deck = CardDeck.Load(Repository.At("cards"));

    public static readonly Workplace Place = Of(File.ReadAllText(Repository.At("dialogs/sample-directory.yaml")));

    /// <summary>23:30 on 10 March in Beijing.</summary>
    public static readonly Instant Night = Instant.FromUtc(2026, 3, 10, 15, 30);

    /// <summary>Midnight after it.</summary>
    public static readonly Instant Midnight = Instant.FromUtc(2026, 3, 10, 16, 0);

    public static readonly Person Engineer = Place.Directory.FindPerson("li.ming")!;
    public static readonly Person Head = Place.Directory.FindPerson("wang.fang")!;
    public static readonly Person Support = Place.Directory.FindPerson("zhao.lei")!;

    public static readonly Procedure Upgrade = Place.Procedures.InForce("upgrade")!;

    /// <summary>An upgrade of MSC-1, planned from midnight to six, 120 minutes.</summary>
    public static readonly Visit Visit = new()
    {
        Id = "V7K2", Version = 9, Service = "upgrade", Procedure = Upgrade.ContentHash, Office = "BJ", Site = "BJ-042", Customer = "CM-BJ", Lead = Engineer.Id,
        ContactName = new PrivateText("刘建国"), ContactPhone = new PrivateText("+86 10 5550 1000"),
        StartedAt = Night - Duration.FromHours(12), LastToldAt = Night - Duration.FromHours(1),
        Plan = new WorkPlan
        {
            Operation = "upgrade", Equipment = "MSC-1", Product = "MSC", CurrentVersion = "V3.08.20", TargetVersion = "V3.08.21",
            From = Midnight, To = Midnight + Duration.FromHours(6), DurationMinutes = 120, EngineerIsSure = true,
        },
    };

    /// <summary>Texts that people type to break a card, and real ones that do so by chance.</summary>
    public static readonly string[] Hostile =
    [
        "<img src=x onerror=alert(1)><script>alert(1)</script>",
        "**bold** _it_ [link](javascript:alert(1)) `code` # head\n1. one\n- two\n> three",
        "${visit} ${$root.summary} {{DATE(2026-03-10T15:30:00Z,SHORT)}} \\${x} \"}],\"type\":\"x\"",
        string.Concat(Enumerable.Repeat("长文本 long text, ", 333)),
        new string('字', 5000),
        new string('w', 5000),
        string.Concat(Enumerable.Repeat("👩🏽‍🚒🇨🇳é", 900)),
        "\u202Egnp.exe \u05E9\u05DC\u05D5\u05DD עולם مرحبا بالعالم\u2066",
        "Z̷͔̀a̸͔͛l̴̪̇g̵̱͝o̴͈͝\u0000\u0007\uD800 end",
        "10.1.1.5:/bk_1_2 C:\\back\\up *重要*",
    ];

    public static Workplace Of(string directory) => Workplace.Of(Catalogue, Rules, DirectoryReader.Read("directory.yaml", directory));

    /// <summary>The workplace after the file of upgrades was changed: visits that began before keep the old one.</summary>
    public static Workplace Changed(Workplace place)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("dialogs").FullName;
        try
        {
            foreach (var file in System.IO.Directory.EnumerateFiles(Repository.At("dialogs"), "*.yaml"))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }

            var upgrade = Path.Combine(folder, "upgrade.yaml");
            File.WriteAllText(upgrade, File.ReadAllText(upgrade).Replace("      - pack\n", "", StringComparison.Ordinal));
            var shelf = new ProcedureShelf(ProcedureCatalogue.Load(folder));
            shelf.Add("upgrade", Upgrade.Kept);
            return place with { Procedures = shelf };
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The workplace in which everybody, every site and office is called so.</summary>
    public static Workplace Called(string name)
    {
        var quoted = System.Text.Json.JsonSerializer.Serialize(ShownAsYaml(name));
        var text = System.Text.RegularExpressions.Regex.Replace(
            File.ReadAllText(Repository.At("dialogs/sample-directory.yaml")), @"name: \{zh: [^,]+, en: [^}]+\}", $"name: {{zh: {quoted}, en: {quoted}}}".Replace("$", "$$", StringComparison.Ordinal));
        return Of(text);
    }

    // A directory file holds no control characters.
    private static string ShownAsYaml(string name) => string.Concat(name.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))) is { Length: > 0 } left ? left : "x";

    public static Visit Step(this Visit visit, string step, Instant at, params ReadOnlySpan<(string Field, string Value)> told)
    {
        var (values, texts) = (ImmutableSortedDictionary<string, string>.Empty, ImmutableSortedDictionary<string, PrivateText>.Empty);
        foreach (var (field, value) in told)
        {
            (values, texts) = field is "by" or "words" or "reason" or "provider" or "expert"
                ? (values, texts.SetItem(field, new PrivateText(value)))
                : (values.SetItem(field, value), texts);
        }

        return visit with { Steps = visit.Steps.SetItem(step, new StepRecord(step, StepOutcome.Done, values, texts, [], at, at, Engineer.Id)) };
    }

    /// <summary>Everything told that the gate asks for, save the consents that are asked by card.</summary>
    public static Visit Prepared(Visit visit, string by)
    {
        var at = Night - Duration.FromHours(1);
        return visit.Step("documents_read", at).Step("rollback_ready", at, ("minutes", "30")).Step("plan_agreed", at, ("by", by)).Step("customer_consent", at, ("by", by))
            .Step("remote_support_ready", at, ("by", by)).Step("request_signed", at, ("by", by)).Step("escort", at, ("by", by))
            .Step("backup", at, ("location", by), ("verified", "yes"), ("equipment", "MSC-1"));
    }

    /// <summary>A request for consent to the plan.</summary>
    public static ConsentRequest Asked(Visit visit, ApproverRole role, string id = "r1") => new(
        id, role, PlannedScope.Of(visit.Plan)!, [role == ApproverRole.OfficeHead ? Head.Id : Support.Id], visit.Lead, Night - Duration.FromHours(5), false);

    /// <summary>Approved by both.</summary>
    public static Visit Approved(Visit visit, string words) => visit with
    {
        Consents =
        [
            Asked(visit, ApproverRole.ProductSupport) with { State = ConsentState.Approved, AnsweredBy = Support.Id, AnsweredAt = Night - Duration.FromHours(3), Reason = new PrivateText(words) },
            Asked(visit, ApproverRole.OfficeHead, "r2") with { State = ConsentState.Approved, AnsweredBy = Head.Id, AnsweredAt = Night - Duration.FromHours(2) },
        ],
    };
}
