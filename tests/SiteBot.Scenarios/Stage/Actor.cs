using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SiteBot.Scenarios.Stage;

/// <summary>Somebody of the directory at their phone: says things, presses buttons, sees what comes.</summary>
internal sealed class Actor(Scene scene, string id, string userId, string aadObjectId, string locale)
{
    private int _seen;
    private int _activities;

    /// <summary>The person's id in the directory.</summary>
    public string Id => id;

    /// <summary>The person's id in the channel.</summary>
    public string UserId => userId;

    private string Chat => PersonalChatOf(userId);

    /// <summary>The last card or text that came to this person's chat.</summary>
    public Posted Last => Received.LastOrDefault() ?? throw new InvalidOperationException($"Nothing came to {id}.");

    /// <summary>Everything that came to this person's chat, in order.</summary>
    public IReadOnlyList<Posted> Received => [.. scene.Channel.Posts.Where(post => post.Conversation == Chat)];

    /// <summary>What came since this was asked last.</summary>
    public IReadOnlyList<Posted> New()
    {
        var received = Received;
        var fresh = received.Skip(_seen).ToList();
        _seen = received.Count;
        return fresh;
    }

    /// <summary>The chat of a user.</summary>
    public static string PersonalChatOf(string user) => "a:" + user;

    /// <summary>Opens the bot for the first time.</summary>
    public async Task<Posted> Installs()
    {
        var activity = Activity("installationUpdate");
        activity["action"] = "add";
        await Post(activity);
        return Last;
    }

    /// <summary>Types a message; what was answered is returned, the last first seen.</summary>
    public async Task<IReadOnlyList<Posted>> Says(string text, string? activityId = null)
    {
        var activity = Activity("message", activityId);
        activity["text"] = text;
        return await Answered(activity);
    }

    /// <summary>Types a message in a thread of a channel, to the bot; what was answered there is returned.</summary>
    public async Task<IReadOnlyList<Posted>> SaysIn(string thread, string text)
    {
        var activity = Activity("message", null, thread);
        activity["text"] = "<at>SiteBot</at> " + text;
        activity["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention", ["text"] = "<at>SiteBot</at>", ["mentioned"] = new JsonObject { ["id"] = "28:sitebot", ["name"] = "SiteBot" },
        });
        var before = scene.Channel.Posts.Count;
        using var response = await Post(activity);
        return [.. scene.Channel.Posts.Skip(before).Where(post => post.Conversation == thread)];
    }

    /// <summary>Sends a photo or a file, as Teams does from a personal chat; the scene must have a drive.</summary>
    public async Task<IReadOnlyList<Posted>> Sends(byte[] file, string text = "")
    {
        var activity = Activity("message");
        activity["text"] = text;
        activity["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.teams.file.download.info", ["name"] = "photo.jpg",
            ["contentUrl"] = "https://contoso-my.sharepoint.com/photo.jpg",
            ["content"] = new JsonObject { ["downloadUrl"] = scene.Drive.Offers(file), ["uniqueId"] = "1", ["fileType"] = "jpg" },
        });
        return await Answered(activity);
    }

    /// <summary>Answers a file that was offered: yes with where to put it, or no.</summary>
    public async Task<(HttpResponseMessage Response, IReadOnlyList<Posted> Messages)> Consents(Posted offer, bool accept, string? uploadUrl = null)
    {
        var content = offer.Activity.GetProperty("attachments")[0].GetProperty("content");
        var activity = Activity("invoke");
        activity["name"] = "fileConsent/invoke";
        activity["replyToId"] = offer.Id;
        activity["value"] = new JsonObject
        {
            ["type"] = "fileUpload", ["action"] = accept ? "accept" : "decline",
            ["context"] = JsonNode.Parse(content.GetProperty(accept ? "acceptContext" : "declineContext").GetRawText()),
            ["uploadInfo"] = accept ? new JsonObject
            {
                ["name"] = offer.Activity.GetProperty("attachments")[0].GetProperty("name").GetString(), ["uploadUrl"] = uploadUrl ?? "https://contoso-my.sharepoint.com/upload/1",
                ["contentUrl"] = "https://contoso-my.sharepoint.com/personal/form.docx", ["uniqueId"] = "unique-1", ["fileType"] = "docx",
            } : null,
        };
        var before = Received.Count;
        var response = await Post(activity);
        return (response, [.. Received.Skip(before)]);
    }

    /// <summary>Types a message that the channel delivers after a while.</summary>
    public async Task<IReadOnlyList<Posted>> SaysLate(string text, TimeSpan delay)
    {
        var activity = Activity("message");
        activity["text"] = text;
#pragma warning disable RS0030 // A channel stamps its messages by the machine's clock, whatever the demo clock shows.
        activity["timestamp"] = TimeProvider.System.GetUtcNow() - delay;
#pragma warning restore RS0030
        return await Answered(activity);
    }

    /// <summary>Presses the button of the last card that has one with this verb (and this value in its data).</summary>
    public Task<Pressed> Presses(string verb, params (string Input, string Value)[] inputs) => Presses(verb, null, inputs);

    /// <summary>Presses a button whose data holds a value, filled in with inputs.</summary>
    public async Task<Pressed> Presses(string verb, string? value, params (string Input, string Value)[] inputs)
    {
        var post = scene.CardsOf(Chat).LastOrDefault(card => card.Card!.Buttons.Any(button =>
            button.Verb == verb && (value is null || button.Data.EnumerateObject().Any(pair => pair.Value.ToString() == value))))
            ?? throw new InvalidOperationException($"{id} sees no button '{verb}' {value}. The last that came: {Last.Says}");
        return await Presses(post, post.Card!.Button(verb, value), inputs);
    }

    /// <summary>Presses a button of a card that stands in a conversation.</summary>
    public async Task<Pressed> Presses(Posted post, Button button, params (string Input, string Value)[] inputs)
    {
        var data = button.Data.ValueKind == JsonValueKind.Object ? JsonNode.Parse(button.Data.GetRawText())!.AsObject() : [];
        foreach (var (input, value) in inputs)
        {
            data[input] = value;
        }

        var activity = Activity("invoke", null, post.Conversation);
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = post.Id;
        activity["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["title"] = button.Title, ["verb"] = button.Verb, ["data"] = data } };
        var before = scene.Channel.Posts.Count;
        using var response = await Post(activity);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        var answer = body.GetProperty("value");
        var isCard = body.GetProperty("type").GetString() == "application/vnd.microsoft.card.adaptive";
        if (isCard)
        {
            scene.Replace(post, answer);
        }

        return new Pressed(isCard ? new ShownCard(answer) : null, isCard ? null : answer.ToString(), [.. scene.Channel.Posts.Skip(before).Where(sent => sent.Conversation == post.Conversation)]);
    }

    /// <summary>An activity of this person, as Teams writes it.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="activityId">Its id, or null for a new one.</param>
    /// <param name="conversation">Where; null for the own chat.</param>
    public JsonObject Activity(string type, string? activityId = null, string? conversation = null)
    {
        var activity = Personal(type, activityId);
        if (conversation is not null && conversation != Chat)
        {
            var channel = conversation.Split(';')[0];
            activity["conversation"] = conversation.StartsWith("a:", StringComparison.Ordinal)
                ? new JsonObject { ["id"] = conversation, ["conversationType"] = "personal", ["tenantId"] = "tenant" }
                : new JsonObject { ["id"] = conversation, ["conversationType"] = "channel", ["isGroup"] = true, ["tenantId"] = "tenant" };
            activity["channelData"]!["channel"] = new JsonObject { ["id"] = channel };
            activity["channelData"]!["team"] = new JsonObject { ["id"] = channel };
        }

        return activity;
    }

    private JsonObject Personal(string type, string? activityId) => new()
    {
        ["type"] = type,
        ["id"] = activityId ?? $"{id}-{++_activities}-{Guid.NewGuid():n}",
        ["channelId"] = "msteams",
        ["serviceUrl"] = scene.Channel.ServiceUrl,
        ["from"] = new JsonObject { ["id"] = userId, ["name"] = id, ["aadObjectId"] = aadObjectId },
        ["recipient"] = new JsonObject { ["id"] = "28:sitebot", ["name"] = "SiteBot" },
        ["conversation"] = new JsonObject { ["id"] = Chat, ["conversationType"] = "personal", ["tenantId"] = "tenant" },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "tenant" } },
        ["locale"] = locale,
    };

    /// <summary>Posts an activity and waits for the end of its turn.</summary>
    public async Task<HttpResponseMessage> Post(JsonObject activity)
    {
        var response = await scene.Http.PostAsJsonAsync("/api/messages", activity);
        response.EnsureSuccessStatusCode();
        return response;
    }

    private async Task<IReadOnlyList<Posted>> Answered(JsonObject activity)
    {
        var before = Received.Count;
        using var response = await Post(activity);
        return [.. Received.Skip(before)];
    }
}

/// <summary>What pressing a button came to.</summary>
/// <param name="InPlace">The card that took the place of the pressed one, or null.</param>
/// <param name="Note">The sentence beside it, or null.</param>
/// <param name="Messages">What came to the person's chat with it.</param>
internal sealed record Pressed(ShownCard? InPlace, string? Note, IReadOnlyList<Posted> Messages)
{
    /// <summary>All that it says.</summary>
    public string Says => string.Join('\n', new[] { InPlace?.Text, Note }.Concat(Messages.Select(message => message.Says)).Where(text => !string.IsNullOrEmpty(text)));
}
