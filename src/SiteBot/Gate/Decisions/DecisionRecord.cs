using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Ledger;

namespace SiteBot.Gate.Decisions;

/// <summary>One answer of the gate with all that it was made from, so that it can be replayed and explained later. Holds no name and no free text of a person.</summary>
/// <param name="Id">Unique; at most 60 characters.</param>
/// <param name="Visit">The visit's id.</param>
/// <param name="AskedBy">The id of the person who asked; null where nobody did (a check while an operation runs).</param>
/// <param name="AskedAt">When, business time. What was decided for is the facts' own <c>now</c>: "what about 2 am?" asks ahead.</param>
/// <param name="Facts">The facts, as <see cref="FactsWriter"/> writes them, without names (<see cref="UnnamedFacts"/>).</param>
/// <param name="Verdict">The verdict, as <see cref="VerdictWriter"/> writes it.</param>
/// <param name="Versions">By what else it was made.</param>
public sealed record DecisionRecord(string Id, string Visit, string? AskedBy, Instant AskedAt, string Facts, string Verdict, DecisionVersions Versions)
{
    /// <summary>Whose policy the values of the facts were, as JSON; null where that was not known.</summary>
    public string? PolicyOwners { get; init; }

    private const int Format = 1;

    /// <summary>Decides, and records what was decided. The moment counts to the microsecond, as it is stored.</summary>
    /// <param name="facts">The facts, names and all.</param>
    /// <param name="rules">The gate's rules.</param>
    /// <param name="question">Who asked what about which visit.</param>
    /// <param name="standard">The content hash of the code of conduct.</param>
    /// <param name="directory">The content hash of the directory.</param>
    public static (Verdict Verdict, DecisionRecord Record) Decide(Facts facts, GateRules rules, DecisionQuestion question, string standard, string directory)
    {
        var asStored = facts with { Now = Microseconds.Rounded(facts.Now) };
        var verdict = Gatekeeper.Decide(asStored, rules);
        var record = new DecisionRecord(
            question.Id,
            question.Visit,
            question.AskedBy,
            Microseconds.Rounded(question.AskedAt),
            FactsWriter.Write(UnnamedFacts.Of(asStored)),
            VerdictWriter.Write(verdict, asStored),
            DecisionVersions.InForce(asStored, rules, standard, directory))
        {
            PolicyOwners = PolicyOwnersJson.Write(asStored.Site.Policy.Owners),
        };
        return (verdict, record);
    }

    /// <summary>What the ledger keeps. The texts that the versions name are kept beside it, once each, as <see cref="KeptText"/>.</summary>
    /// <param name="decidedFor">The moment that was decided for: the facts' <c>now</c>.</param>
    public DecisionWrite ToWrite(Instant decidedFor) => new(Id, StreamId.Visit(Visit), Microseconds.Rounded(decidedFor), ToJson());

    /// <summary>The texts that a record names, to be committed with it; the ledger leaves out those that it knows. A replay decides by the rules as they were then.</summary>
    public static ImmutableArray<KeptText> Texts(GateRules rules, CompanyDirectory directory) =>
        [new KeptText(rules.ContentHash, rules.Source.Text), new KeptText(directory.ContentHash, directory.Source.Text)];

    /// <summary>Reads what <see cref="ToWrite"/> made.</summary>
    /// <exception cref="DecisionRecordException">It is no record, or of a format that this program does not know.</exception>
    public static DecisionRecord Read(DecisionWrite kept)
    {
        try
        {
            using var json = JsonDocument.Parse(kept.Json);
            var root = json.RootElement;
            if (root.GetProperty("format").GetInt32() is var format and not Format)
            {
                throw new DecisionRecordException($"The decision {kept.Id} is a record of format {format}; this program knows format {Format}.");
            }

            var versions = root.GetProperty("versions");
            return new DecisionRecord(
                kept.Id,
                kept.Stream.Id,
                root.TryGetProperty("askedBy", out var by) ? by.GetString() : null,
                Microseconds.ToInstant(root.GetProperty("askedAt").GetInt64()),
                root.GetProperty("facts").GetRawText(),
                root.GetProperty("verdict").GetRawText(),
                new DecisionVersions(Version("standard"), Version("rules"), Version("policy"), Version("directory"), Version("timeZoneData"), Version("program")))
            {
                PolicyOwners = root.TryGetProperty("policyOwners", out var owners) ? owners.GetRawText() : null,
            };

            string Version(string name) => versions.GetProperty(name).GetString() ?? "";
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new DecisionRecordException($"The decision {kept.Id} cannot be read: its record is damaged.", e);
        }
    }

    /// <summary>The facts again.</summary>
    /// <exception cref="DecisionRecordException">This program refuses them: its rules or its time zones are other ones.</exception>
    public Facts ReadFacts(GateRules rules) =>
        FactsReader.TryRead(Encoding.UTF8.GetBytes(Facts), rules, out var facts, out var refusal)
            ? facts with { Site = facts.Site with { Policy = facts.Site.Policy with { Owners = PolicyOwnersJson.Read(PolicyOwners) } } }
            : throw new DecisionRecordException($"The facts of the decision {Id} cannot be read again: {refusal}");

    private string ToJson() => GateJson.ToText(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("format", Format);
        if (AskedBy is not null)
        {
            json.WriteString("askedBy", AskedBy);
        }

        json.WriteNumber("askedAt", Microseconds.Of(AskedAt));
        json.WritePropertyName("facts");
        json.WriteRawValue(Facts, skipInputValidation: true);
        if (PolicyOwners is not null)
        {
            json.WritePropertyName("policyOwners");
            json.WriteRawValue(PolicyOwners, skipInputValidation: true);
        }

        json.WritePropertyName("verdict");
        json.WriteRawValue(Verdict, skipInputValidation: true);
        json.WriteStartObject("versions");
        json.WriteString("standard", Versions.Standard);
        json.WriteString("rules", Versions.Rules);
        json.WriteString("policy", Versions.Policy);
        json.WriteString("directory", Versions.Directory);
        json.WriteString("timeZoneData", Versions.TimeZoneData);
        json.WriteString("program", Versions.Program);
        json.WriteEndObject();
        json.WriteEndObject();
    });
}

/// <summary>Who asked the gate.</summary>
/// <param name="Id">The id that the decision is to have.</param>
/// <param name="Visit">The visit's id.</param>
/// <param name="AskedBy">The id of the person, or null.</param>
/// <param name="AskedAt">When, business time.</param>
public sealed record DecisionQuestion(string Id, string Visit, string? AskedBy, Instant AskedAt);

/// <summary>A decision's record cannot be used. The message is for an operator.</summary>
public sealed class DecisionRecordException(string message, Exception? inner = null) : Exception(message, inner);
