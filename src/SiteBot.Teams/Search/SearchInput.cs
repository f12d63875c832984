using System.Text.Json;
using SiteBot.Teams.Seam;

namespace SiteBot.Teams.Search;

/// <summary>What was typed into the message extension. Nothing of it is trusted: what is no text, or absurdly long, is as if nothing were there.</summary>
/// <param name="Text">What was typed; empty before anything was.</param>
/// <param name="Skip">How many results are seen already, 0 or more.</param>
/// <param name="Count">How many more are asked for, 1 to <see cref="MostAtOnce"/>.</param>
internal sealed record SearchInput(string Text, int Skip, int Count)
{
    /// <summary>The id of the one command, as <c>appPackage/manifest.json</c> names it.</summary>
    public const string Command = "standard";

    /// <summary>At most so many results go out at once.</summary>
    public const int MostAtOnce = 25;

    private const string Words = "words";
    private const int MostParameters = 10;

    /// <summary>Reads a query; null where it is of a command that the bot does not have.</summary>
    public static SearchInput? Read(MessagingExtensionQuery query)
    {
        if (query.CommandId is not Command)
        {
            return null;
        }

        var typed = query.Parameters?.Take(MostParameters).FirstOrDefault(parameter => parameter?.Name == Words);
        var asked = query.QueryOptions?.Count ?? MostAtOnce;
        return new SearchInput(Said(typed?.Value), Math.Max(query.QueryOptions?.Skip ?? 0, 0), asked is > 0 and <= MostAtOnce ? asked : MostAtOnce);
    }

    private static string Said(object? value)
    {
        if (ActivityJson.Text(value) is not { } json)
        {
            return "";
        }

        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.String ? (document.RootElement.GetString() ?? "").Trim() : "";
    }
}
