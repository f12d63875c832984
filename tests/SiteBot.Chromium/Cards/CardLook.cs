namespace SiteBot.Chromium.Cards;

/// <summary>How a card is looked at.</summary>
/// <param name="Dark">Teams' dark theme; else its light one.</param>
/// <param name="Width">The card's width in CSS pixels.</param>
public sealed record CardLook(bool Dark, int Width)
{
    /// <summary>The looks that every card must bear: a phone held narrow and a wide window, light and dark.</summary>
    public static IReadOnlyList<CardLook> All { get; } = [new(false, 320), new(true, 320), new(false, 1280), new(true, 1280)];

    /// <summary>For a file's name: <c>light-320</c>.</summary>
    public override string ToString() => $"{(Dark ? "dark" : "light")}-{Width}";
}
