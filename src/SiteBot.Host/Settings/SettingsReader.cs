using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SiteBot.Reading;

namespace SiteBot.Host.Settings;

/// <summary>Reads settings by their names. Default, range and purpose stand where a setting is read, and nowhere else: the list of settings is what was read.</summary>
/// <remarks>A wrong value is noted as a fault and its default goes on, so that all faults are told at once. A blank value counts as left out.</remarks>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<Setting> _settings = [];
    private readonly List<string> _faults = [];

    /// <summary>Every setting that was asked for, in order.</summary>
    public IReadOnlyList<Setting> Settings => _settings;

    /// <summary>What is wrong so far.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Notes a fault; it begins with the setting's name.</summary>
    public void Fault(string fault) => _faults.Add(fault);

    /// <summary>A text, or null where it is left out.</summary>
    public string? Text(string name, string values, string otherwise, string purpose)
    {
        _settings.Add(new Setting(name, values, otherwise, purpose));
        return Value(name);
    }

    /// <summary>A text with a default.</summary>
    public string TextOr(string name, string values, string fallback, string purpose) => Text(name, values, fallback, purpose) ?? fallback;

    /// <summary>One of a few words, blind to case; returned as it is written here.</summary>
    public string Choice(string name, string fallback, string purpose, params ReadOnlySpan<string> allowed)
    {
        var words = allowed.ToArray();
        var value = Text(name, string.Join(", ", words), fallback, purpose);
        if (value is null)
        {
            return fallback;
        }

        if (words.FirstOrDefault(word => word.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return known;
        }

        Fault($"{name} is '{value}'; {Suggestion.For(value, words)}");
        return fallback;
    }

    /// <summary>A whole number within bounds, both inclusive.</summary>
    public int Number(string name, int fallback, int least, int most, string purpose)
    {
        var value = Text(name, $"{least} to {most}", fallback.ToString(CultureInfo.InvariantCulture), purpose);
        if (value is null || (int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most))
        {
            return value is null ? fallback : int.Parse(value, CultureInfo.InvariantCulture);
        }

        Fault($"{name} is '{value}'; write a whole number from {least} to {most}.");
        return fallback;
    }

    /// <summary>Yes or no.</summary>
    public bool Flag(string name, bool fallback, string purpose) => FlagOrNull(name, fallback ? "true" : "false", purpose) ?? fallback;

    /// <summary>Yes, no, or left out.</summary>
    public bool? FlagOrNull(string name, string otherwise, string purpose)
    {
        var value = Text(name, "true, false", otherwise, purpose);
        if (value is null || bool.TryParse(value, out _))
        {
            return value is null ? null : bool.Parse(value);
        }

        Fault($"{name} is '{value}'; write true or false.");
        return null;
    }

    /// <summary>A moment with its offset, or null where it is left out.</summary>
    public OffsetDateTime? Moment(string name, string otherwise, string purpose)
    {
        var value = Text(name, "a moment with its offset, e.g. 2026-03-10T15:00:00+08:00", otherwise, purpose);
        if (value is null)
        {
            return null;
        }

        if (OffsetDateTimePattern.Rfc3339.Parse(value) is { Success: true } parsed && parsed.Value.Year is >= 2000 and < 2200)
        {
            return parsed.Value;
        }

        Fault($"{name} is '{value}'; write a moment with its offset, e.g. 2026-03-10T15:00:00+08:00.");
        return null;
    }

    /// <summary>Words in one text, separated by commas or semicolons.</summary>
    public IReadOnlyList<string> List(string name, string values, string otherwise, string purpose) =>
        Text(name, values, otherwise, purpose)?.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>Notes a fault for every name that is given and that nobody asked for: what is misspelt must not be passed over in silence.</summary>
    public void RefuseUnknown()
    {
        var known = _settings.Select(setting => setting.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in configuration.AsEnumerable())
        {
            if (value is not null && !known.Contains(name) && (name.Contains(':') || GivenByHand(name)) && !name.StartsWith("Logging:", StringComparison.OrdinalIgnoreCase))
            {
                Fault($"{name} is no setting; {Suggestion.For(name, known)}");
            }
        }
    }

    // A word of its own in the environment may be another program's; on the command line or in the file it was meant for us.
    private bool GivenByHand(string name) => configuration is IConfigurationRoot root
        && root.Providers.Any(provider => provider is not Microsoft.Extensions.Configuration.EnvironmentVariables.EnvironmentVariablesConfigurationProvider && provider.TryGet(name, out _));

    private string? Value(string name) => configuration[name]?.Trim() is { Length: > 0 } value ? value : null;
}
