using System.Diagnostics;
using System.Globalization;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SiteBot.Load;

/// <summary>One engineer's chat with the bot: says or presses the next thing as soon as the turn before has been answered.</summary>
/// <param name="http">By which connections.</param>
/// <param name="serviceUrl">Where the bot replies to.</param>
/// <param name="number">Which of the crew.</param>
internal sealed class Conversation(HttpClient http, string serviceUrl, int number)
{
    private readonly List<long> _latencies = [];
    private int _turns;

    /// <summary>How long each turn took since this was asked last, in ticks of the stopwatch.</summary>
    public List<long> Latencies()
    {
        List<long> taken = [.. _latencies];
        _latencies.Clear();
        return taken;
    }

    /// <summary>Says something and waits for the end of the turn; an answer other than success is an exception.</summary>
    public async Task Say(string address, string text)
    {
        var activity = Activity("message");
        activity["text"] = text;
        await Turn(address, activity);
    }

    /// <summary>Presses a button and waits for the end of the turn.</summary>
    /// <returns>The card that took the pressed one's place; a note instead of it says that the press was refused, and is an exception.</returns>
    public async Task<JsonElement> Press(string address, string verb, params (string Name, string Value)[] data)
    {
        var activity = Activity("invoke");
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = verb,
                ["data"] = new JsonObject(data.Select(pair => KeyValuePair.Create(pair.Name, (JsonNode?)pair.Value))),
            },
        };
        var answer = JsonElement.Parse(await Turn(address, activity));
        return answer.GetProperty("type").GetString() == "application/vnd.microsoft.card.adaptive"
            ? answer.GetProperty("value")
            : throw new InvalidOperationException($"{verb} {string.Join(' ', data)} was refused: {answer.GetProperty("value")}");
    }

    private async Task<string> Turn(string address, JsonObject activity)
    {
        using var body = new StringContent(activity.ToJsonString(), Encoding.UTF8, MediaTypeNames.Application.Json);
        var began = Stopwatch.GetTimestamp();
        using var response = await http.PostAsync(address + "/api/messages", body);
        var answer = await response.Content.ReadAsStringAsync();
        _latencies.Add(Stopwatch.GetTimestamp() - began);
        return response.IsSuccessStatusCode ? answer : throw new InvalidOperationException($"A turn was answered with {(int)response.StatusCode}: {answer}");
    }

    private JsonObject Activity(string type) => new()
    {
        ["type"] = type,
        ["id"] = string.Create(CultureInfo.InvariantCulture, $"load-{number}-{++_turns}-{Stopwatch.GetTimestamp()}"),
        ["channelId"] = "msteams",
        ["serviceUrl"] = serviceUrl,
        ["from"] = new JsonObject { ["id"] = Crew.UserOf(number) },
        ["recipient"] = new JsonObject { ["id"] = "28:sitebot", ["name"] = "SiteBot" },
        ["conversation"] = new JsonObject { ["id"] = "a:" + Crew.UserOf(number), ["conversationType"] = "personal", ["tenantId"] = "local-tenant" },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "local-tenant" } },
        ["locale"] = "zh-CN",
    };
}
