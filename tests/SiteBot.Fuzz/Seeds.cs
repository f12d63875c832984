using System.Text.Json.Nodes;

namespace SiteBot.Fuzz;

/// <summary>Whole activities, as Teams writes them, from which spoilt ones are made; what the bot's own cards offer is added as it appears.</summary>
public sealed class Seeds(string serviceUrl)
{
    private const int Most = 400;

    private static readonly string[] _said =
    [
        "可以升级了吗？", "can I upgrade now?", "两点可以吗", "2 am", "cancel", "取消", "help", "帮助", "start a visit", "开始升级", "ask Wang Fang for consent", "6.3-9 说了什么？",
        "备份做好了", "the rollback is ready", "alarm: service is down", "<at>SiteBot</at> 可以升级吗", "/language en", "", " ", "👍",
    ];

    private readonly Lock _gate = new();
    private readonly List<JsonObject> _presses = [];
    private int _next;

    /// <summary>Where whole activities say that the bot may answer.</summary>
    public string ServiceUrl => serviceUrl;

    /// <summary>What a card offers: the data of a press, with the verb where it is an Execute.</summary>
    public void Learn(string? verb, JsonNode data)
    {
        lock (_gate)
        {
            if (_presses.Count < Most)
            {
                _presses.Add(new JsonObject { ["verb"] = verb, ["data"] = data.DeepClone() });
            }
        }
    }

    /// <summary>One that nobody has spoilt yet.</summary>
    public JsonObject Whole(Mutator mutator) => mutator.Next(8) switch
    {
        < 3 => Message(mutator),
        < 6 => Press(mutator),
        6 => Query(),
        _ => Update(mutator),
    };

    /// <summary>A message as Direct Line takes it.</summary>
    public JsonObject Said(Mutator mutator) => mutator.Next(2) == 0
        ? new JsonObject { ["type"] = "message", ["text"] = mutator.One(_said), ["channelData"] = new JsonObject { ["clientActivityID"] = "c" + Interlocked.Increment(ref _next) } }
        : new JsonObject { ["type"] = "message", ["value"] = Pressed(mutator)["data"]?.DeepClone(), ["channelData"] = new JsonObject { ["postBack"] = true } };

    private JsonObject Message(Mutator mutator)
    {
        var message = Activity("message", mutator);
        message["text"] = mutator.One(_said);
        message["textFormat"] = "plain";
        message["locale"] = "zh-CN";
        message["entities"] = new JsonArray(
            new JsonObject { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = "28:bot", ["name"] = "SiteBot" }, ["text"] = "<at>SiteBot</at>" },
            new JsonObject { ["type"] = "clientInfo", ["locale"] = "zh-CN", ["country"] = "CN", ["timezone"] = "Asia/Shanghai" });
        message["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = "<div>x</div>" });
        return message;
    }

    private JsonObject Press(Mutator mutator)
    {
        var pressed = Pressed(mutator);
        if (mutator.Next(3) == 0)
        {
            var submit = Activity("message", mutator);
            submit["value"] = pressed["data"]?.DeepClone();
            submit["replyToId"] = "card-1";
            return submit;
        }

        var invoke = Activity("invoke", mutator);
        invoke["name"] = "adaptiveCard/action";
        invoke["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = pressed["verb"]?.DeepClone() ?? "gate.ask", ["data"] = pressed["data"]?.DeepClone() },
            ["trigger"] = "manual",
        };
        return invoke;
    }

    private JsonObject Query()
    {
        var query = Activity("invoke", null);
        query["name"] = "composeExtension/query";
        query["value"] = new JsonObject
        {
            ["commandId"] = "provisions",
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = "q", ["value"] = "备份" }),
            ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
        };
        return query;
    }

    private JsonObject Update(Mutator mutator)
    {
        var update = Activity(mutator.One(["conversationUpdate", "installationUpdate", "messageReaction", "messageUpdate", "messageDelete", "event", "typing", "endOfConversation", "command"]), mutator);
        update["action"] = "add";
        update["name"] = "application/vnd.microsoft.readReceipt";
        update["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:bot" }, new JsonObject { ["id"] = "user-id-0" });
        update["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" });
        update["value"] = new JsonObject { ["lastReadMessageId"] = "1" };
        return update;
    }

    private JsonObject Pressed(Mutator mutator)
    {
        lock (_gate)
        {
            return _presses.Count == 0 ? new JsonObject { ["verb"] = "gate.ask", ["data"] = new JsonObject { ["visit"] = "x" } } : mutator.One(_presses);
        }
    }

    private JsonObject Activity(string type, Mutator? mutator)
    {
        var number = mutator?.Next(6) ?? 0;
        var inChannel = mutator?.Next(4) == 0;
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = "f:" + Interlocked.Increment(ref _next),
            ["timestamp"] = "2026-03-10T15:30:00.000Z",
            ["localTimestamp"] = "2026-03-10T23:30:00.000+08:00",
            ["channelId"] = "msteams",
            ["serviceUrl"] = serviceUrl,
            ["from"] = new JsonObject { ["id"] = "user-id-" + number, ["name"] = "李明", ["aadObjectId"] = "aad-" + number },
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "SiteBot" },
            ["conversation"] = inChannel
                ? new JsonObject { ["id"] = "19:channel@thread.tacv2;messageid=1", ["isGroup"] = true, ["conversationType"] = "channel", ["tenantId"] = "t" }
                : new JsonObject { ["id"] = "a:" + number, ["conversationType"] = "personal", ["tenantId"] = "t" },
            ["channelData"] = new JsonObject
            {
                ["tenant"] = new JsonObject { ["id"] = "t" },
                ["team"] = inChannel ? new JsonObject { ["id"] = "19:team@thread.tacv2" } : null,
                ["channel"] = inChannel ? new JsonObject { ["id"] = "19:channel@thread.tacv2" } : null,
            },
        };
    }
}
