using System.Text.Json.Nodes;
using SiteBot.Ledger;
using SiteBot.Visits;

namespace SiteBot.Teams.Turns;

/// <summary>Teams' own way to hand over a file: the person is asked, and a yes brings the address at which their OneDrive takes it. In personal chats only.</summary>
internal static class FileOffer
{
    /// <summary>How many offers taken are remembered in a conversation.</summary>
    private const int Remembered = 20;

    /// <summary>Offers kept bytes where the channel can take them; else says nothing.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="form">The form's id.</param>
    /// <param name="title">Its name.</param>
    /// <param name="hash">What its bytes are kept under.</param>
    /// <param name="fileName">What to call it.</param>
    /// <param name="length">How many bytes there are.</param>
    public static void Say(Turn turn, Visit visit, string form, string title, string hash, string fileName, long length)
    {
        if (turn.Tools.Drive is null || !turn.Incoming.Place.IsPersonal)
        {
            return;
        }

        JsonObject Context() => new() { ["visit"] = visit.Id, ["form"] = form, ["file"] = hash, ["name"] = fileName };
        var accepted = Context();
        accepted["offer"] = ShortId.New();
        turn.SayFile(new SharedFile(fileName, null, new JsonObject
        {
            ["description"] = title,
            ["sizeInBytes"] = length,
            ["acceptContext"] = accepted,
            ["declineContext"] = Context(),
        }.ToJsonString(FactJson.Options())));
    }

    /// <summary>True where the offer was taken before.</summary>
    public static bool IsTaken(Turn turn, string offer) => turn.Talk.Taken.Contains(offer);

    /// <summary>Remembers that the offer was taken and shows the file where it lies.</summary>
    public static void Taken(Turn turn, string offer, string name, string? url, string? unique, string? type)
    {
        turn.Talk = turn.Talk with { Taken = [.. turn.Talk.Taken.Append(offer).TakeLast(Remembered)] };
        turn.SayFile(new SharedFile(name, url ?? "", new JsonObject { ["uniqueId"] = unique, ["fileType"] = type }.ToJsonString(FactJson.Options())));
    }
}
