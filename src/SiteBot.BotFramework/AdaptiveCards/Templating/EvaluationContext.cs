namespace AdaptiveCards.Templating;

/// <summary>The data a template is expanded with. Either value may be JSON text, a JsonElement, JsonDocument or JsonNode, or any object System.Text.Json can write.</summary>
public sealed class EvaluationContext
{
    public EvaluationContext()
    {
    }

    public EvaluationContext(object? root)
    {
        Root = root;
    }

    /// <summary>What <c>$root</c> names, and <c>$data</c> until an element binds its own.</summary>
    public object? Root { get; set; }

    /// <summary>What <c>$host</c> names: facts about where the card will be shown.</summary>
    public object? Host { get; set; }
}
