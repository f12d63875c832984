using SiteBot.Directory;
using SiteBot.Teams.Delivery;

namespace SiteBot.Teams.Cards;

/// <summary>What is told of the bot's own running.</summary>
internal static class OfficeOutgoing
{
    public static IEnumerable<(string Kind, Func<OutgoingScene, Drawn> Draw)> All =>
    [
        (DirectoryRefused.Kind, scene => scene.Notice(Tone.Attention, scene.Pen.Word("directory.refused"), "", [scene.Pen.Say(DirectoryRefused.Words(scene.Message.Data))])),
    ];
}
