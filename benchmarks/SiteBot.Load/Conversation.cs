using System.Diagnostics;
using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;

namespace SiteBot.Load;

/// <summary>One chat of somebody of the sample directory: says the same thing again as soon as the turn before has been answered.</summary>
/// <param name="http">By which connections.</param>
/// <param name="serviceUrl">Where the bot replies to.</param>
/// <param name="number">Which of the conversations.</param>
/// <param name="person">The number of the person in the sample directory.</param>
internal sealed class Conversation(HttpClient http, string serviceUrl, int number, int person)
{
    private int _turns;

    /// <summary>Takes turns until the stopwatch stands at <paramref name="end"/>.</summary>
    /// <returns>How long each took, in ticks of the stopwatch.</returns>
    public async Task<List<long>> TalkUntil(long end, string address, string text)
    {
        var latencies = new List<long>();
        for (var began = Stopwatch.GetTimestamp(); began < end; began = Stopwatch.GetTimestamp())
        {
            await Say(address, text);
            latencies.Add(Stopwatch.GetTimestamp() - began);
        }

        return latencies;
    }

    /// <summary>Says something and waits for the end of the turn; an answer other than success is an exception.</summary>
    public async Task Say(string address, string text)
    {
        using var body = new StringContent(Activity(text).ToJsonString(), Encoding.UTF8, MediaTypeNames.Application.Json);
        using var response = await http.PostAsync(address + "/api/messages", body);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"A turn was answered with {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        }
    }

    private JsonObject Activity(string text) => new()
    {
        ["type"] = "message",
        ["id"] = $"load-{number}-{++_turns}-{Stopwatch.GetTimestamp()}",
        ["channelId"] = "msteams",
        ["serviceUrl"] = serviceUrl,
        ["from"] = new JsonObject { ["id"] = $"user-id-{person}" },
        ["recipient"] = new JsonObject { ["id"] = "28:sitebot", ["name"] = "SiteBot" },
        ["conversation"] = new JsonObject { ["id"] = $"a:load-{number}", ["conversationType"] = "personal", ["tenantId"] = "local-tenant" },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "local-tenant" } },
        ["locale"] = "zh-CN",
        ["text"] = text,
    };
}
