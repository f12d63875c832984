using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SiteBot.Endurance;

/// <summary>An engineer who tells one change of data after the other and, as Teams does, sends the same activity again until a host has answered it.</summary>
internal sealed class BusyEngineer(int number, string serviceUrl, HttpClient http, IReadOnlyList<HostProcess> hosts)
{
    /// <summary>What was acknowledged.</summary>
    public ConcurrentQueue<string> Acknowledged { get; } = new();

    /// <summary>What was said, acknowledged or not.</summary>
    public int Said { get; private set; }

    /// <summary>How often the same activity was sent again.</summary>
    public int Repeats { get; private set; }

    /// <summary>The visit that it is about.</summary>
    public static string VisitOf(int number) => $"v{number:0000}";

    /// <summary>Tells until asked to stop; the last one told is acknowledged.</summary>
    public async Task Work(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var told = $"{FieldCrew.Id(number)} changed {++Said}";
            var activity = Activity(told);
            while (!await Taken(activity))
            {
                Repeats++;
                await Task.Delay(100, CancellationToken.None);
            }

            Acknowledged.Enqueue(told);
            await Task.Delay(Random.Shared.Next(20, 200), CancellationToken.None);
        }
    }

    private async Task<bool> Taken(JsonObject activity)
    {
        try
        {
            var host = hosts[Random.Shared.Next(hosts.Count)];
            using var response = await http.PostAsJsonAsync(host.Address + "/api/messages", activity);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                return false;
            }

            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            return answer.GetProperty("statusCode").GetInt32() == 200 ? true
                : throw new InvalidOperationException($"The bot refused what {FieldCrew.Id(number)} told: {answer}");
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException or JsonException)
        {
            return false;
        }
    }

    private JsonObject Activity(string told) => new()
    {
        ["type"] = "invoke",
        ["name"] = "adaptiveCard/action",
        ["id"] = "act-" + told.Replace(' ', '-'),
        ["channelId"] = "msteams",
        ["serviceUrl"] = serviceUrl,
        ["locale"] = "en-GB",
        ["from"] = new JsonObject { ["id"] = "u-" + FieldCrew.Id(number), ["aadObjectId"] = "oid-" + FieldCrew.Id(number) },
        ["recipient"] = new JsonObject { ["id"] = "28:sitebot" },
        ["conversation"] = new JsonObject { ["id"] = FieldCrew.ChatOf(number), ["conversationType"] = "personal", ["tenantId"] = "local-tenant" },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "local-tenant" } },
        ["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = "data.changed",
                ["data"] = new JsonObject { ["visit"] = VisitOf(number), ["f_what"] = told },
            },
            ["trigger"] = "manual",
        },
    };
}
