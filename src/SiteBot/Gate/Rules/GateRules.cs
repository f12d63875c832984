using SiteBot.Gate.Checks;
using SiteBot.Reading;

namespace SiteBot.Gate;

/// <summary>The gate's rules: which checks each operation must pass, in which order, by which provision, and who clears them.
/// Read from <c>dialogs/gate.yaml</c>; immutable, so that any number of threads may decide by them.</summary>
public sealed class GateRules
{
    private readonly Dictionary<OperationKind, OperationRule> operations;

    internal GateRules(IReadOnlyList<CheckRule> checks, Dictionary<OperationKind, OperationRule> operations, SourceFile source)
    {
        Checks = checks;
        this.operations = operations;
        Source = source;
    }

    /// <summary>Every check, in the order of the file, the provisions of starting works and leaving the site last.</summary>
    public IReadOnlyList<CheckRule> Checks { get; }

    /// <summary>The SHA-256 of the file's text, in lower-case hexadecimal: the version of the rules in a decision record.</summary>
    public string ContentHash => Source.ContentHash;

    /// <summary>The file's text, to be kept with the first decision that was made by it.</summary>
    public SourceFile Source { get; }

    /// <summary>Reads the rules from <paramref name="file"/>.</summary>
    /// <exception cref="FaultyFileException">With every fault, each with its line.</exception>
    public static GateRules Read(SourceFile file) => GateRulesReader.Read(file);

    /// <summary>Reads the rules from <c>gate.yaml</c> in the folder <paramref name="dialogs"/>.</summary>
    /// <exception cref="FaultyFileException">With every fault, each with its line.</exception>
    public static GateRules Load(string dialogs) => Read(SourceFile.Load(Path.Combine(dialogs, "gate.yaml")));

    /// <summary>The rule of an operation; the file has one for every kind.</summary>
    public OperationRule For(OperationKind kind) => operations[kind];

    /// <summary>The check of this id, or null.</summary>
    public CheckRule? Check(string id) => Checks.FirstOrDefault(c => c.Id == id);
}

/// <summary>What <c>dialogs/gate.yaml</c> says of one operation.</summary>
public sealed class OperationRule
{
    internal OperationRule(OperationKind kind, Text name, IReadOnlyList<CheckRule> checks)
    {
        Kind = kind;
        Name = name;
        Checks = checks;
        Provisions = checks.Where(c => c.IsProvision).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        AsksForRollback = checks.Any(c => c.Check is RollbackReady);
        LengthMatters = checks.Any(c => c.Check is RollbackReady or NoFreeze or NotPeak or AfterMidnight or ProductSupportConsent or OfficeConsent or CustomerConsent);
    }

    /// <summary>The operation.</summary>
    public OperationKind Kind { get; }

    /// <summary>What people call it.</summary>
    public Text Name { get; }

    /// <summary>Its checks, in their order.</summary>
    public IReadOnlyList<CheckRule> Checks { get; }

    /// <summary>The ids of the provisions that stand in its list themselves, and so are keys of its evidence.</summary>
    public IReadOnlySet<string> Provisions { get; }

    internal bool AsksForRollback { get; }

    internal bool LengthMatters { get; }
}

/// <summary>What <c>dialogs/gate.yaml</c> says of one check, with the words that stand beside its code.</summary>
public sealed class CheckRule
{
    internal CheckRule(ICheck check, string? provision, FixedBy fixedBy, bool never, string means, bool isProvision)
    {
        Check = check;
        Provision = provision;
        FixedBy = fixedBy;
        Never = never;
        Means = means;
        IsProvision = isProvision;
    }

    /// <summary>Its id.</summary>
    public string Id => Check.Id;

    /// <summary>A few words for a card's line.</summary>
    public Text Title => Check.Title;

    /// <summary>What must become true, to follow "if".</summary>
    public Text Wanted => Check.Wanted;

    /// <summary>The provision that asks for it; null for a local policy.</summary>
    public string? Provision { get; }

    /// <summary>Who clears it.</summary>
    public FixedBy FixedBy { get; }

    /// <summary>Whether nobody can waive it.</summary>
    public bool Never { get; }

    /// <summary>What it asks for, in the file's English words.</summary>
    public string Means { get; }

    /// <summary>Whether it is a provision named directly in an operation's list.</summary>
    public bool IsProvision { get; }

    internal ICheck Check { get; }
}
