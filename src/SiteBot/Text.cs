namespace SiteBot;

/// <summary>The languages that SiteBot speaks.</summary>
public enum Language
{
    /// <summary>Chinese (simplified); <c>zh</c> in files and on the wire.</summary>
    Zh,

    /// <summary>English; <c>en</c> in files and on the wire.</summary>
    En,
}

/// <summary>One sentence for people in both languages. Neither is ever empty in what SiteBot ships.</summary>
/// <param name="Zh">The Chinese wording.</param>
/// <param name="En">The English wording.</param>
public sealed record Text(string Zh, string En)
{
    /// <summary>The wording in <paramref name="language"/>.</summary>
    public string In(Language language) => language == Language.Zh ? Zh : En;

    /// <summary>The same wording in both languages: names, numbers, versions.</summary>
    public static Text Same(string value) => new(value, value);
}

/// <summary>How languages are written in files and on the wire.</summary>
public static class LanguageCode
{
    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public static string Code(this Language language) => language == Language.Zh ? "zh" : "en";

    /// <summary>Reads <c>zh</c> or <c>en</c> exactly; null for anything else.</summary>
    public static Language? Read(string? code) => code switch { "zh" => Language.Zh, "en" => Language.En, _ => null };

    /// <summary>Reads a locale such as <c>zh-CN</c> or <c>en-GB</c>; null where it is neither language.</summary>
    public static Language? ReadLocale(string? locale) =>
        locale is null ? null
        : locale.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Zh
        : locale.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.En
        : null;
}
