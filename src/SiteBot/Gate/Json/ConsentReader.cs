using NodaTime;

namespace SiteBot.Gate;

/// <summary>Reads a consent and its scope.</summary>
internal static class ConsentReader
{
    private static readonly PropertyNames ConsentNames = new("decision", "written", "by", "at", "scope");
    private static readonly PropertyNames ScopeNames = new("kind", "equipment", "targetVersion", "from", "to");

    public static Consent Read(ref FactsCursor json)
    {
        json.EnterObject();
        Answer? decision = null;
        bool? written = null;
        string? by = null;
        Instant? at = null;
        ConsentScope? scope = null;
        for (uint seen = 0; json.NextProperty(ConsentNames, ref seen, out var name);)
        {
            switch (name)
            {
                case 0: decision = json.Choice<Answer>(); break;
                case 1: written = json.Boolean(); break;
                case 2: by = json.Text(); break;
                case 3: at = json.Time(); break;
                default: scope = Scope(ref json); break;
            }
        }

        return new Consent(decision, written, new Attestation(by, at), scope);
    }

    private static ConsentScope Scope(ref FactsCursor json)
    {
        json.EnterObject();
        OperationKind? kind = null;
        string? equipment = null, targetVersion = null;
        Instant? from = null, to = null;
        for (uint seen = 0; json.NextProperty(ScopeNames, ref seen, out var name);)
        {
            switch (name)
            {
                case 0: kind = json.Choice<OperationKind>(); break;
                case 1: equipment = json.Text(); break;
                case 2: targetVersion = json.Text(); break;
                case 3: from = json.Time(); break;
                default: to = json.Time(); break;
            }
        }

        return from >= to
            ? throw json.RefusedProperty("to", "must be later than from")
            : new ConsentScope(kind, equipment, targetVersion, from, to);
    }
}
