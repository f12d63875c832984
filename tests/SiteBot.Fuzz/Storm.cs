using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace SiteBot.Fuzz;

/// <summary>What a storm of spoilt activities did.</summary>
/// <param name="Statuses">How often each door answered with each status.</param>
/// <param name="Faults">Answers that must not be, with what led to them.</param>
/// <param name="Troubles">What the host's log says of things that broke; a reply to an address that the sender made up breaks rightly.</param>
/// <param name="Memory">The host's memory in bytes, after each twentieth of the storm.</param>
/// <param name="Longest">The longest that an answer took.</param>
/// <param name="Lasted">How long all of it took.</param>
public sealed record Outcome(IReadOnlyDictionary<string, int> Statuses, IReadOnlyList<string> Faults, IReadOnlyList<string> Troubles, IReadOnlyList<long> Memory, TimeSpan Longest, TimeSpan Lasted)
{
    /// <summary>Whether memory stayed where it was once the first quarter had filled what is kept on purpose: transcripts and caches, both bounded.</summary>
    public bool MemoryIsFlat => Memory.Count < 8 || Memory[^1] < 1.5 * Memory[Memory.Count / 4];
}

/// <summary>Throws spoilt activities at both doors of a host and watches how it bears them.</summary>
public sealed class Storm(HostProcess host, Seeds seeds, int seed)
{
    private const int AtOnce = 6;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(40);

    private readonly ConcurrentDictionary<string, int> _statuses = new();
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly HttpClient _client = new() { BaseAddress = host.Address, Timeout = _patience };
    private long _longest;

    /// <summary>Throws that many; the same seed throws the same, in an order that the machine decides.</summary>
    public async Task<Outcome> Run(int count)
    {
        var began = Stopwatch.GetTimestamp();
        var memory = new List<long>();
        var passes = await Passes();
        var twentieth = Math.Max(1, count / 20);
        for (var from = 0; from < count; from += twentieth)
        {
            var until = Math.Min(count, from + twentieth);
            await Parallel.ForAsync(from, until, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) => await Throw(new Mutator(unchecked((seed * 1_000_003) + number)), passes));
            memory.Add(host.Memory);
        }

        _client.Dispose();
        return new(_statuses, [.. _faults], [.. host.Troubles], memory, TimeSpan.FromTicks(_longest), Stopwatch.GetElapsedTime(began));
    }

    private async Task Throw(Mutator mutator, IReadOnlyList<Pass> passes)
    {
        switch (mutator.Next(10))
        {
            case < 6:
                await Send("messages", "/api/messages", mutator.Spoil(seeds.Whole(mutator)), null);
                break;
            case < 9:
                var pass = mutator.One(passes);
                await Send("direct line", $"/directline/conversations/{pass.Conversation}/activities", mutator.Spoil(seeds.Said(mutator)), pass.Token);
                break;
            default:
                await Send("tokens", "/directline/tokens/generate", mutator.Spoil(new JsonObject { ["user"] = new JsonObject { ["id"] = "user-id-0" }, ["channel"] = "channel-1" }), null);
                break;
        }
    }

    private async Task Send(string door, string path, byte[] body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (token is not null)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        var began = Stopwatch.GetTimestamp();
        try
        {
            using var response = await _client.SendAsync(request);
            var status = (int)response.StatusCode;
            _statuses.AddOrUpdate($"{door} {status}", 1, static (_, count) => count + 1);
            // An invoke that nobody knows is 501, and where nobody takes the answer 503 asks for the activity again. All else from 500 on is the host's own fault.
            if (status >= 500 && status != 501 && !(status == 503 && !NamesTheChannel(body)))
            {
                _faults.Enqueue($"{door} answered {status}: {await response.Content.ReadAsStringAsync()} to {Shown(body)}");
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            _faults.Enqueue($"{door} did not answer ({failure.Message}) to {Shown(body)}");
        }

        var took = Stopwatch.GetElapsedTime(began).Ticks;
        for (var seen = Volatile.Read(ref _longest); took > seen && Interlocked.CompareExchange(ref _longest, took, seen) != seen; seen = Volatile.Read(ref _longest))
        {
        }
    }

    private async Task<IReadOnlyList<Pass>> Passes()
    {
        var passes = new List<Pass>();
        foreach (var user in new[] { "user-id-0", "user-id-1", "user-id-2" })
        {
            using var answer = await _client.PostAsync("/directline/tokens/generate", new StringContent($$$"""{"user":{"id":"{{{user}}}"}}""", Encoding.UTF8, "application/json"));
            if (answer.IsSuccessStatusCode)
            {
                var grant = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
                passes.Add(new((string)grant["token"]!, (string)grant["conversationId"]!));
            }
        }

        return passes.Count > 0 ? passes : throw new InvalidOperationException("The local chat lets nobody in.");
    }

    private bool NamesTheChannel(byte[] body) => Encoding.UTF8.GetString(body).Contains($"\"serviceUrl\":\"{seeds.ServiceUrl}\"", StringComparison.Ordinal);

    private static string Shown(byte[] body) => Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 1500)));

    private sealed record Pass(string Token, string Conversation);
}
