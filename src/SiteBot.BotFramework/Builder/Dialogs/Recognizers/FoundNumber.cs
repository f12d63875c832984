namespace SiteBot.BotFramework.Builder.Dialogs.Recognizers;

/// <summary>A number in a text, from its first to its last character.</summary>
internal readonly record struct FoundNumber(int Start, int End, string Text, decimal Value)
{
    public static FoundNumber At(string text, int start, int length, decimal value) => new(start, start + length - 1, text.Substring(start, length), value);
}
