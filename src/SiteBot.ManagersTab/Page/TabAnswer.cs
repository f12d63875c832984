using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace SiteBot.ManagersTab.Page;

// What the page gets: texts in the reader's language, ready to be shown as text and nothing else.

/// <summary>How loud something is.</summary>
internal enum TabTone
{
    Calm,
    Good,
    Warning,
    Attention,
}

internal sealed record TabAnswer(
    string At, string Language, string Name, string Scope, ImmutableSortedDictionary<string, string> Words, ImmutableArray<TabTile> Tiles, string Notice,
    TabVisits Visits, TabList<TabAlarm> Alarms, TabList<TabConsent> Consents, TabList<TabPerson> People, ImmutableArray<TabOffice> Offices, TabList<TabProvision> Provisions,
    TabDesk? Desk);

/// <summary>The first of a list, and how many are left out.</summary>
internal sealed record TabList<T>(ImmutableArray<T> Shown, int Total);

/// <param name="Part">The part of the page that it leads to.</param>
internal sealed record TabTile(string Part, string Label, int Count, TabTone Tone);

internal sealed record TabVisits(string? Office, int Total, int Page, int Pages, ImmutableArray<TabVisit> Shown);

/// <param name="Key">The visit's id.</param>
internal sealed record TabVisit(
    string Key, string Title, string Site, string Lead, string? Phone, TabTone Tone, ImmutableArray<TabChip> Chips, string Phase, int Done, int Owed, string Window,
    TabList<TabLine> Why, TabList<TabLine> Owes);

internal sealed record TabChip(TabTone Tone, string Text);

internal sealed record TabLine(string Text, string Note, TabTone Tone);

internal sealed record TabAlarm(string Key, string Title, string About, TabTone Tone, string State, ImmutableArray<string> Facts, string? Phone);

internal sealed record TabConsent(string Key, string Title, string About, string Who, string Note, TabTone Tone);

internal sealed record TabPerson(string Key, string Name, string Note, string? Phone, int Count, int Overdue, TabList<TabLine> Debts);

internal sealed record TabOffice(string Key, string Name, int Visits, int Troubled, int Running, int Overdue, int Alarms, int Unacknowledged, int Consents);

internal sealed record TabProvision(string Key, string Text, int Visits);

internal sealed record TabDesk(TabList<TabLine> GivenUp, TabList<string> Unreached);

internal sealed record TabRefusal(TabError Error);

internal sealed record TabError(string Code, string Message);

/// <summary>Who one can be in local mode.</summary>
internal sealed record TabChoice(string Id, string Zh, string En);

[JsonSourceGenerationOptions(UseStringEnumConverter = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(TabAnswer))]
[JsonSerializable(typeof(TabRefusal))]
[JsonSerializable(typeof(ImmutableArray<TabChoice>))]
internal sealed partial class TabJson : JsonSerializerContext
{
    /// <summary>Chinese stays readable; what HTML would read is escaped.</summary>
    public static TabJson Instance { get; } = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}
