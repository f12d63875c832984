using SiteBot.Windows;

namespace SiteBot.Gate.Checks;

/// <summary>One check: pure, over one case. Which operations have it, in which order, and who clears it, stands in <c>dialogs/gate.yaml</c>.</summary>
internal interface ICheck
{
    /// <summary>Its id in <c>dialogs/gate.yaml</c>.</summary>
    string Id { get; }

    /// <summary>A few words for a card's line.</summary>
    Text Title { get; }

    /// <summary>What must become true, to follow "if": "the head of the regional office consents".</summary>
    Text Wanted { get; }

    /// <summary>How it comes out for <paramref name="it"/>.</summary>
    Finding Examine(Case it);

    /// <summary>The provision that asks for it of an operation of <paramref name="kind"/>.</summary>
    string? ProvisionFor(OperationKind kind, string? declared) => declared;

    /// <summary>The rules that a start must keep because of what was found; called only for a check that applies and is not waived.</summary>
    void Bound(Case it, Finding finding, List<StartRule> rules)
    {
    }
}
