using System.Text.Json;
using AdaptiveCards.Templating.Expressions;

namespace AdaptiveCards.Templating;

/// <summary>
/// A card with <c>${expressions}</c>, <c>$data</c> and <c>$when</c> in it, of the Adaptive Cards templating language.
/// The template is read and its expressions are parsed once, here; <see cref="Expand(EvaluationContext, Func{string, object}?)"/> may then be called
/// any number of times and from many threads at once.
/// </summary>
/// <remarks>
/// The behaviour is that of the official JavaScript library 2.3.1, whose answers a test compares over a table of cases: a lone <c>${x}</c> keeps the
/// type of its value, inside text it prints; what the data lacks stays in the text as <c>${path}</c>; <c>\${x}</c> prints <c>${x}</c>; a <c>$when</c>
/// that is not an expression yielding <c>true</c> drops its element. Data is never changed by an expansion.
/// </remarks>
public sealed class AdaptiveCardTemplate
{
    private readonly TemplateNode root;

    /// <param name="jsonTemplate">The template as JSON text.</param>
    /// <exception cref="AdaptiveTemplateException">It is not JSON, or an expression in it does not parse.</exception>
    public AdaptiveCardTemplate(string jsonTemplate)
        : this((object)jsonTemplate)
    {
    }

    /// <param name="jsonTemplate">The template as JSON text (a string, or UTF-8 in a ReadOnlyMemory of bytes), a JsonElement, JsonDocument or JsonNode, or any object System.Text.Json can write.</param>
    /// <exception cref="AdaptiveTemplateException">It is not JSON, or an expression in it does not parse.</exception>
    public AdaptiveCardTemplate(object jsonTemplate)
    {
        ArgumentNullException.ThrowIfNull(jsonTemplate);
        using var document = JsonData.Open(jsonTemplate, "The template");
        root = TemplateCompiler.Compile(document.Element);
    }

    /// <summary>The expanded card as JSON text. Whatever the data holds, the text is well-formed JSON and data cannot leave its string.</summary>
    /// <param name="nullSubstitutionOption">Given the path of a value that the data lacks, what stands in its place; by default <c>${path}</c>.</param>
    /// <exception cref="AdaptiveTemplateException">The data is not JSON, a null stands in the middle of a text, an expression fails or calls an unknown function.</exception>
    public string Expand(EvaluationContext? context, Func<string, object>? nullSubstitutionOption = null)
    {
        using var data = JsonData.Open(context?.Root, "The data");
        using var host = JsonData.Open(context?.Host, "The host data");
        return Expansion.Run(root, Value.From(data.Element), Value.From(host.Element), nullSubstitutionOption);
    }

    /// <inheritdoc cref="Expand(EvaluationContext, Func{string, object}?)"/>
    /// <param name="rootData">What <c>$root</c> names, in any of the forms that a template is read from. Memory is read only until this returns.</param>
    public string Expand(object? rootData, Func<string, object>? nullSubstitutionOption = null) =>
        Expand(rootData as EvaluationContext ?? new EvaluationContext(rootData), nullSubstitutionOption);
}
