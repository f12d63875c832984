using System.Text.Json;
using System.Text.Json.Nodes;
using SiteBot.LocalChat.DirectLine;
using SiteBot.LocalChat.Rooms;
using SiteBot.LocalChat.Wire;

namespace SiteBot.LocalChat.Bot;

/// <summary>Takes to the bot what a person did in a room, and shows what came of it.</summary>
internal sealed partial class Turns(LocalChatOptions options, TeamsActivity teams, BotDoor bot, RoomBook rooms, LocalChatTraffic traffic, ILogger<Turns> log)
{
    /// <summary>Lets a turn run while its request is answered: the person's message stands in the room at once, as in Teams.</summary>
    public void Begin(Func<Turns, Task> turn) => _ = traffic.Carry(async () =>
    {
        try
        {
            await turn(this);
        }
        catch (Exception failure)
        {
            TurnBroke(log, failure);
        }
    });

    /// <summary>Tells the bot, once for each room, that it was installed; again at the next opening when the bot was away.</summary>
    public void Greet(LocalPerson person, Place place)
    {
        var room = rooms.Of(place);
        lock (room)
        {
            if (room.Greeting is null or { IsCompleted: true, Result: false })
            {
                var greeted = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
                room.Greeting = greeted.Task;
                Begin(async turns => greeted.SetResult(await turns.Arrive(person, place)));
            }
        }
    }

    /// <summary>A page that was already open when the host started: the bot has met this person.</summary>
    public void Rejoin(Place place)
    {
        var room = rooms.Of(place);
        lock (room)
        {
            room.Greeting ??= Task.FromResult(true);
        }
    }

    /// <summary>A message or a card's Submit.</summary>
    public async Task Say(Place place, JsonObject activity)
    {
        var room = rooms.Of(place);
        if (room.Greeting is { } greeting)
        {
            await greeting;
        }

        var answer = await bot.Deliver(activity);
        if (!answer.Taken)
        {
            Notice(room, place, null, Failed(answer, new("再发一次。", "Send it again.")));
        }
    }

    /// <summary>A press on Execute: a card answers in the place of the card, a message as a line below.</summary>
    public async Task Execute(LocalPerson person, Place place, CardPress press)
    {
        var execute = press.Execute!.Value;
        var action = new JsonObject { ["type"] = "Action.Execute", ["data"] = press.Data };
        foreach (var name in new[] { "verb", "title", "id" })
        {
            if (execute.Text(name) is { } value)
            {
                action[name] = value;
            }
        }

        await Ask(person, place, press.Place, teams.Execute(person, place, press.Place.Activity, action, "manual"), tell: true);
    }

    /// <summary>Asks for the person's own view of a card that names them in its refresh; silent when the bot has none.</summary>
    public async Task Refresh(LocalPerson person, Place place, CardPlace card, JsonElement action) =>
        await Ask(person, place, card, teams.Execute(person, place, card.Activity, JsonObject.Create(action)!, "automatic"), tell: false);

    private async Task Ask(LocalPerson person, Place place, CardPlace card, JsonObject invoke, bool tell)
    {
        var room = rooms.Of(place);
        var answer = await bot.Invoke(invoke);
        var value = answer.Body?.Field("value");
        switch (answer.Taken ? answer.Body?.Text("type") : null)
        {
            case CardActions.ContentType when value is { ValueKind: JsonValueKind.Object } shown:
                Replace(room, place, person, card, shown);
                break;
            case "application/vnd.microsoft.activity.message" when value is { ValueKind: JsonValueKind.String } said && tell:
                BotSays(room, place, person, said.GetString()!);
                break;
            case "application/vnd.microsoft.error" when tell:
                Notice(room, place, person, Failed(answer, new(value?.Text("message") ?? "", value?.Text("message") ?? "")));
                break;
            default:
                if (tell && !answer.Taken)
                {
                    Notice(room, place, person, Failed(answer, new("再按一次。", "Press it again.")));
                }

                break;
        }
    }

    /// <summary>After a restart the transcript may have lost the card: then the answer comes in as the card.</summary>
    private void Replace(Room room, Place place, LocalPerson person, CardPlace card, JsonElement shown)
    {
        if (room.Change(card.Activity, post => post with { Answers = post.Answers.SetItem(person.Id, new(card.Attachment, shown)) }) is null)
        {
            var attachment = new JsonObject { ["contentType"] = CardActions.ContentType, ["content"] = shown.ToNode() };
            var activity = new JsonObject { ["type"] = "message", ["attachments"] = new JsonArray(attachment) };
            room.Put(new Post(card.Activity, null, activity.ToElement(), options.Now()) { Thread = place.Thread, OnlyFor = place.Channel is null ? null : person.Id });
        }
    }

    private void BotSays(Room room, Place place, LocalPerson person, string text) =>
        room.Put(new Post(teams.NextId(), null, new JsonObject { ["type"] = "message", ["text"] = text }.ToElement(), options.Now())
        {
            Thread = place.Thread,
            OnlyFor = place.Channel is null ? null : person.Id,
        });

    private void Notice(Room room, Place place, LocalPerson? onlyFor, LocalText text) =>
        room.Put(new Post(teams.NextId(), null, new JsonObject { ["type"] = "message" }.ToElement(), options.Now())
        {
            Thread = place.Thread,
            Notice = text,
            OnlyFor = onlyFor?.Id,
        });

    private LocalText Failed(BotAnswer answer, LocalText next) => new(
        $"{options.BotName} 没有收下（{answer.Said}）。{next.Zh}",
        $"{options.BotName} did not take it ({answer.Said}). {next.En}");

    private async Task<bool> Arrive(LocalPerson person, Place place)
    {
        foreach (var activity in teams.Arrival(person, place))
        {
            if (!(await bot.Deliver(activity)).Taken)
            {
                return false;
            }
        }

        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The local chat broke while it carried a turn.")]
    private static partial void TurnBroke(ILogger log, Exception failure);
}
