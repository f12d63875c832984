using System.Text.RegularExpressions;
using SiteBot.Directory;

namespace SiteBot.Standing;

/// <summary>"BSC-2 depends on MSC-1", "BSC-2 不再依赖 MSC-1", and the question which dependencies are kept. Pure.</summary>
public static partial class DependencyWords
{
    /// <summary>True where the message asks what depends on what.</summary>
    public static bool AsksForList(string message) => List().IsMatch(message.Trim().TrimStart('/').ToLowerInvariant());

    /// <summary>What a message proposes; null where it is about something else.</summary>
    internal static StandingRead? Read(string typed, Workplace workplace)
    {
        if (Told().Match(typed) is not { Success: true } told)
        {
            return null;
        }

        if (One(told.Groups["a"].Value, workplace, out var what) is { } unclear)
        {
            return unclear;
        }

        if (One(told.Groups["b"].Value, workplace, out var on) is { } other)
        {
            return other;
        }

        return new StandingRead(
            [told.Groups["no"].Success || told.Groups["back"].Success ? new StandingProposal.Independent(what!.Of, on!.Of) : new StandingProposal.Depend(what!.Of, on!.Of)], null);
    }

    private static StandingRead? One(string name, Workplace workplace, out PlacedEquipment? place)
    {
        var places = PlacedEquipment.Named(name, workplace.Directory);
        place = places is [var only] ? only : null;
        return place is not null ? null : new StandingRead([], places.IsEmpty
            ? new Refusal("dependency-equipment", new Text($"请写通讯录里的设备：没有 {name}。", $"Name equipment of the directory: there is no {name}."))
            : new Refusal("dependency-equipment", new Text(
                $"请写全是哪一台：{string.Join("、", places.Take(5).Select(one => one.Of))}。", $"Write which one: {string.Join(", ", places.Take(5).Select(one => one.Of))}.")));
    }

    // Names of equipment have a digit: "it depends on you" is about something else.
    [GeneratedRegex(
        @"^(?:(?<back>withdraw|revoke|take back|remove|撤回|撤销|取消|删除)\s*[:：]?\s*|(?:record|note|登记|记录)\s*[:：]?\s*)?(?:that\s+|依赖\s*[:：]?\s*)?"
        + @"(?<a>(?=[^\s\u4e00-\u9fff]*\d)[A-Za-z0-9][A-Za-z0-9_.\-/]*)\s*"
        + @"(?:(?<no>no longer depends on|does not depend on|doesn't depend on|不再依赖于?|不依赖于?)|depends on|depend on|依赖于?)\s*"
        + @"(?<b>(?=[^\s\u4e00-\u9fff]*\d)[A-Za-z0-9][A-Za-z0-9_.\-/]*?)(?:\s+any ?more|\s+any longer)?\s*(?:了)?\s*[.。!！]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Told();

    [GeneratedRegex(
        @"^(?:(?:list|show)(?: me)?(?: all| the)* (?:equipment )?dependenc(?:y|ies)(?: list)?|(?:equipment )?dependencies|which equipment depends on (?:which|what|other equipment)|what depends on what"
        + @"|(?:列出|查看|显示|看一?下)?(?:所有|全部)?(?:设备)?(?:的)?依赖(?:关系|清单|列表)|(?:列出|查看)(?:所有|全部)?(?:设备)?依赖|哪些设备(?:有|相互|互相)依赖(?:关系)?|设备依赖)\s*[?？。.]?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex List();
}
