namespace SiteBot.Chromium.Chat;

/// <summary>How a window of the local chat looks.</summary>
/// <param name="Width">CSS pixels; below 720 the page shows one column at a time.</param>
/// <param name="Dark">Whether the system asks for dark colours.</param>
/// <param name="Height">CSS pixels.</param>
public sealed record WindowLook(int Width = 1280, bool Dark = false, int Height = 800)
{
    /// <summary>A phone held upright.</summary>
    public static WindowLook Phone { get; } = new(320, false, 640);
}
