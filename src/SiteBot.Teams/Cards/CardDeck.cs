using System.Collections.Frozen;
using System.Text;
using AdaptiveCards.Templating;

namespace SiteBot.Teams.Cards;

/// <summary>Every card template of a folder, read and compiled once. Immutable; any number of turns may draw from it at once.</summary>
public sealed class CardDeck
{
    /// <summary>A card stays below this many bytes of UTF-8 (exclusive), so that Teams takes it with room to spare.</summary>
    public const int TooManyBytes = 24 * 1024;

    private readonly FrozenDictionary<string, AdaptiveCardTemplate> templates;

    private CardDeck(FrozenDictionary<string, AdaptiveCardTemplate> templates) => this.templates = templates;

    /// <summary>The names of the cards: their files' names without the extension.</summary>
    public IEnumerable<string> Names => templates.Keys.Order(StringComparer.Ordinal);

    /// <summary>Reads every <c>*.json</c> of a folder, and the parts that cards share from its folder <c>parts</c>.</summary>
    /// <exception cref="CardException">A file is no template; the message names it.</exception>
    public static CardDeck Load(string folder)
    {
        var parts = CardParts.Load(Path.Combine(folder, "parts"));
        var templates = new Dictionary<string, AdaptiveCardTemplate>(StringComparer.Ordinal);
        foreach (var file in System.IO.Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            try
            {
                templates[Path.GetFileNameWithoutExtension(file)] = new AdaptiveCardTemplate(parts.PutInto(File.ReadAllText(file)));
            }
            catch (Exception failure) when (failure is not (IOException or UnauthorizedAccessException))
            {
                throw new CardException($"{Path.GetFileName(file)} is no card template: {failure.Message}", failure);
            }
        }

        return new CardDeck(templates.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>A card with its fields filled in.</summary>
    /// <param name="name">The card's name.</param>
    /// <param name="data">What its fields name, as JSON.</param>
    /// <exception cref="CardException">There is no such card, a field has no value, or the card would be too large: nobody is ever shown a hole.</exception>
    public string Expand(string name, string data) =>
        TryExpand(name, data) ?? throw new CardException($"The card '{name}' would have {TooManyBytes} bytes or more.");

    /// <summary>As <see cref="Expand"/>, with data in any form that templates take; null where the card would be too large.</summary>
    internal string? TryExpand(string name, object data)
    {
        if (!templates.TryGetValue(name, out var template))
        {
            throw new CardException($"There is no card '{name}'.");
        }

        string card;
        try
        {
            card = template.Expand(data, path => throw new CardException($"The card '{name}' lacks a value for '{path}'."));
        }
        catch (Exception failure) when (failure is not CardException)
        {
            throw new CardException($"The card '{name}' cannot be filled in: {failure.Message}", failure);
        }

        return Encoding.UTF8.GetByteCount(card) < TooManyBytes ? card : null;
    }
}

/// <summary>A card cannot be drawn: a defect of a template or of what fills it, never of what a person typed.</summary>
public sealed class CardException : Exception
{
    public CardException()
    {
    }

    public CardException(string message)
        : base(message)
    {
    }

    public CardException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
