using System.Text.RegularExpressions;
using SiteBot.Directory;
using SiteBot.Ledger;
using SiteBot.Outbox;
using SiteBot.Teams.Delivery;
using SiteBot.Windows;

namespace SiteBot.Teams.Cards;

/// <summary>What is told of the bot's own running: to administrators, to channels, and to whom a message of theirs came back.</summary>
internal static partial class OfficeOutgoing
{
    public static IEnumerable<(string Kind, Func<OutgoingScene, Drawn> Draw)> All =>
    [
        (DirectoryRefused.Kind, scene => Words(scene, Tone.Attention, "directory.refused")),
        (ReachTest.Kind, scene => Words(scene, Tone.Warning, "reach.title")),
        (AuditHead.Kind, scene => Words(scene, Tone.Calm, "audit.title")),
        (DeliveryBehind.Kind, Behind),
        (Undelivered.Kind, GivenBack),
    ];

    private static Drawn Words(OutgoingScene scene, Tone tone, string title) => HostNotices.Words(scene.Message, scene.Workplace.Directory) is { } words
        ? scene.Notice(tone, scene.Pen.Word(title), "", [Hash().Replace(scene.Pen.Say(words), InFours)])
        : new Drawn.Overtaken("It has no words.");

    private static Drawn Behind(OutgoingScene scene)
    {
        var data = DeliveryBehindData.Read(scene.Message.Data);
        return scene.Notice(
            Tone.Attention, scene.Pen.Word("behind.title"), "",
            [scene.Pen.Word("behind.hint", ("count", $"{data.Due}"), ("at", scene.Pen.Clock(null, null, scene.Now).Say(data.Since, scene.Now)))]);
    }

    private static Drawn GivenBack(OutgoingScene scene)
    {
        var pen = scene.Pen;
        var data = UndeliveredData.Read(scene.Message.Data);
        var to = new Recipient(data.To);
        var who = to.IsChannel
            ? pen.Word("undelivered.channel", ("office", Office(scene, to.Id)))
            : pen.Name(to.Id);
        return scene.Notice(
            Tone.Attention, pen.Word("undelivered.title"), who,
            [
                pen.Word($"undelivered.{data.Why}", ("who", who)),
                data.Office is { } office ? pen.Word("undelivered.instead", ("office", Office(scene, office))) : pen.Word("undelivered.call"),
            ],
            [(pen.Word("label.message"), pen.Word($"undelivered.kind.{FamilyOf(data.Kind)}")), (pen.Word("label.about"), scene.Message.About.Noun is "visit" or "alarm" ? scene.Message.About.Id : "")],
            calls: to.IsChannel ? [] : [scene.Call(to.Id)]);
    }

    private static string Office(OutgoingScene scene, string id) =>
        ShownText.Name(scene.Workplace.Directory.FindOffice(id)?.Name.In(scene.Language) ?? id);

    private static string FamilyOf(string kind) => kind.Split('-')[0] switch
    {
        "consent" => "consent",
        "alarm" or "silence" => "alarm",
        "operation" or "go" or "done" => "operation",
        "duty" or "escort" or "morning" => "reminder",
        _ => "notice",
    };

    // Sixteen signs at a time can be compared, and break where a phone is narrow.
    private static string InFours(Match hash) => string.Join(' ', hash.Value.Chunk(16).Select(part => new string(part)));

    [GeneratedRegex("[0-9a-f]{64}", RegexOptions.CultureInvariant)]
    private static partial Regex Hash();
}
