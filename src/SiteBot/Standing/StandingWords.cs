using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Understanding.Times;
using SiteBot.Windows;

namespace SiteBot.Standing;

/// <summary>What a message proposes: one proposal, several to choose from (freezes to lift), or what is missing in it.</summary>
/// <param name="Proposals">One, or several to choose from; empty where something is missing.</param>
/// <param name="Missing">What to write, or null.</param>
public sealed record StandingRead(ImmutableArray<StandingProposal> Proposals, Refusal? Missing);

/// <summary>Reads what those whose role it is keep by chat: "freeze Beijing 2027-02-05 to 2027-02-20 Spring Festival", "发布 MSC V3.08.21", "unfreeze …",
/// "withdraw release …", "bind this channel to …", "BSC-2 depends on MSC-1", in both languages. Pure; nothing is changed.</summary>
public static partial class StandingWords
{
    /// <summary>What a message proposes; null where it is about something else.</summary>
    /// <param name="message">As typed.</param>
    /// <param name="workplace">Directory and standing facts.</param>
    /// <param name="now">Business time.</param>
    public static StandingRead? Read(string message, Workplace workplace, Instant now)
    {
        if (message.Length > 500)
        {
            return null;
        }

        var typed = message.Trim().TrimStart('/');
        if (DependencyWords.Read(typed, workplace) is { } dependency)
        {
            return dependency;
        }

        var folded = Fold(typed);
        if (Thaw().Match(folded) is { Success: true } thaw)
        {
            return Lift(typed[thaw.Length..], folded[thaw.Length..], workplace, now);
        }

        if (Withdraw().Match(folded) is { Success: true } withdraw)
        {
            return OfVersion(typed[withdraw.Length..], false, workplace, (product, version, _) => new StandingProposal.Withdraw(product, version));
        }

        if (Freeze().Match(folded) is { Success: true } freeze)
        {
            return Frozen(typed[freeze.Length..], folded[freeze.Length..], workplace, now);
        }

        if (Release().Match(folded) is { Success: true } release)
        {
            return OfVersion(typed[release.Length..], Exceptional().IsMatch(typed), workplace, (product, version, number) => new StandingProposal.Release(product, version, number));
        }

        return Bind().Match(folded) is { Success: true } bind ? Bound(typed[bind.Length..], workplace) : null;
    }

    private static StandingRead Frozen(string typed, string folded, Workplace workplace, Instant now)
    {
        // The first look only tells where the dates stand; what today is depends on whose freeze it is.
        var places = DateReader.Read(folded, now.InUtc().Date).Take(2).ToList();
        var words = places.Count == 0 ? typed : typed[..places[0].Start];
        if (Owner(words, workplace, out var owner) is { } unclear)
        {
            return unclear;
        }

        if (places.Count < 2)
        {
            return Missing("freeze-dates", "请写起止日期，如：封网 北京 2027-02-05 至 2027-02-20 春节。", "Write both dates, such as: freeze Beijing 2027-02-05 to 2027-02-20 Spring Festival.");
        }

        var today = new SiteClock(owner!.Zone, now).DateOf(now);
        var first = DateReader.Read(folded[places[0].Start..places[0].End], today)[0].Date;
        var last = DateReader.Read(folded[places[1].Start..places[1].End], first)[0].Date;
        var clock = new SiteClock(owner.Zone, now);
        var (opens, _) = Clock(folded, places[0].End);
        var (closes, end) = Clock(folded, places[1].End);
        var from = clock.At(first, opens ?? LocalTime.Midnight);

        // A last day without an hour belongs to the freeze.
        var to = closes is { } hour ? clock.At(last, hour) : clock.At(last.PlusDays(1), LocalTime.Midnight);
        var reason = Reason().Replace(typed[end..], "").Trim(Around);
        return from >= to ? Missing("freeze-time", "请改起止日期：结束在开始之前。", "Write other dates: the end lies before the start.")
            : reason.Length == 0 ? Missing("freeze-reason", "请在日期后写原因，如：春节。", "Write the reason behind the dates, such as: Spring Festival.")
            : One(new StandingProposal.Freeze(owner.Of, from, to, reason));
    }

    private static StandingRead Lift(string typed, string folded, Workplace workplace, Instant now)
    {
        var places = DateReader.Read(folded, now.InUtc().Date).ToList();
        var words = places.Count == 0 ? typed : typed[..places[0].Start];
        var freezes = workplace.Standing.Freezes.Where(freeze => freeze.To > now).ToList();
        if (words.Trim(Around).Length > 0)
        {
            if (freezes.Find(freeze => freeze.Id == words.Trim(Around)) is { } named)
            {
                return One(new StandingProposal.Thaw(named.Id));
            }

            if (Owner(words, workplace, out var owner) is { } unclear)
            {
                return unclear;
            }

            freezes.RemoveAll(freeze => freeze.Of != owner!.Of);
        }

        if (places.Count > 0)
        {
            freezes.RemoveAll(freeze => new SiteClock(FreezeOwner.Find(freeze.Of, workplace.Directory)?.Zone ?? DateTimeZone.Utc, now).DateOf(freeze.From) != places[0].Date);
        }

        return freezes.Count == 0
            ? Missing("thaw-none", "没有可解除的封网：通讯录文件里的封网请在文件里改。", "There is no such freeze to lift; one of the directory file is changed there.")
            : new StandingRead([.. freezes.Select(freeze => new StandingProposal.Thaw(freeze.Id))], null);
    }

    private static StandingRead OfVersion(string typed, bool asksNumber, Workplace workplace, Func<string, string, string?, StandingProposal> made)
    {
        var number = Number().Match(typed) is { Success: true } written ? written.Groups["n"].Value : null;
        var rest = number is null ? typed : Number().Replace(typed, " ");
        if (Version().Match(rest) is not { Success: true } version)
        {
            return Missing("release-version", "请写版本号，如：发布 MSC V3.08.21。", "Write the version, such as: release V3.08.21 for MSC.");
        }

        var words = Filler().Replace(rest.Remove(version.Index, version.Length), " ").Trim(Around);
        var products = workplace.Directory.Products.Where(product => Is(product.Id, words) || Is(product.Name.Zh, words) || Is(product.Name.En, words)).ToList();
        return products is [var product]
            ? asksNumber && number is null
                ? Missing("release-number", "请写异常发布的编号，如：异常发布 MSC V3.09.00 编号 EX-001。", "Write the number of the exceptional release, such as: exceptional release V3.09.00 for MSC number EX-001.")
                : One(made(product.Id, Spelt(version.Value), number))
            : Missing(
                "release-product",
                $"请写明哪个产品：{string.Join("、", workplace.Directory.Products.Select(known => known.Id))}。",
                $"Tell which product: {string.Join(", ", workplace.Directory.Products.Select(known => known.Id))}.");
    }

    private static StandingRead Bound(string typed, Workplace workplace)
    {
        var words = typed.Trim(Around);
        var offices = FreezeOwner.Named(words, workplace.Directory).Where(owner => owner.Of.StartsWith("office/", StringComparison.Ordinal)).ToList();
        return offices is [var office]
            ? One(new StandingProposal.Bind(office.Of["office/".Length..]))
            : Missing("bind-office", "请写明绑定给哪个办事处，如：绑定频道 北京。", "Tell which regional office, such as: bind this channel to Beijing.");
    }

    private static StandingRead? Owner(string words, Workplace workplace, out FreezeOwner? owner)
    {
        var owners = FreezeOwner.Named(Filler().Replace(words, " "), workplace.Directory);
        owner = owners is [var only] ? only : null;
        return owner is not null ? null : owners.IsEmpty
            ? Missing("freeze-of", "请写明哪个办事处、用户或站点，如：封网 北京 …。", "Tell which regional office, customer or site, such as: freeze Beijing ….")
            : Missing(
                "freeze-of", $"请写全：{string.Join("、", owners.Select(one => one.Name.Zh))} 中的哪一个？", $"Write it in full: which of {string.Join(", ", owners.Select(one => one.Name.En))}?");
    }

    private static (LocalTime? Time, int End) Clock(string folded, int at) =>
        Hour().Match(folded, at) is { Success: true } match && match.Index == at
        && int.Parse(match.Groups["h"].ValueSpan) is var hour and < 24 && int.Parse(match.Groups["m"].ValueSpan) is var minute and < 60
            ? (new LocalTime(hour, minute), at + match.Length)
            : (null, at);

    private static StandingRead One(StandingProposal proposal) => new([proposal], null);

    private static StandingRead Missing(string code, string zh, string en) => new([], new Refusal(code, new Text(zh, en)));

    private static bool Is(string name, string words) => string.Equals(name.Trim(), words, StringComparison.OrdinalIgnoreCase);

    private static string Spelt(string version) => version.StartsWith('v') ? "V" + version[1..] : version;

    // One character for one: places in the folded text are places in what was typed.
    private static string Fold(string text) => string.Create(text.Length, text, static (folded, typed) =>
    {
        for (var i = 0; i < typed.Length; i++)
        {
            folded[i] = char.ToLowerInvariant(typed[i] is >= '\uff01' and <= '\uff5e' ? (char)(typed[i] - 0xfee0) : typed[i] == '\u3000' ? ' ' : typed[i]);
        }
    });

    private static readonly char[] Around = [' ', ',', '.', ':', ';', '，', '。', '：', '；', '、', '(', ')', '（', '）', '"', '“', '”', '-', '–', '—', '\u3000'];

    [GeneratedRegex(@"^(?:unfreeze|thaw|lift (?:the )?(?:change )?freeze|(?:解除|取消|撤销|撤回)封网|解冻|解封)(?![a-z])\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Thaw();

    [GeneratedRegex(@"^(?:change )?(?:freeze|封网|冻结)(?![a-z])\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Freeze();

    [GeneratedRegex(@"^(?:(?:withdraw|revoke|take back) (?:the )?(?:exceptional )?release|unrelease|(?:撤回|撤销|取消)(?:异常)?(?:版本)?发布)(?![a-z])\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Withdraw();

    [GeneratedRegex(@"^(?=.*\d)(?:(?:exceptional(?:ly)? )?release|(?:异常)?(?:版本)?发布)(?![a-z])\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Release();

    [GeneratedRegex(@"^(?:bind (?:this |the )?channel(?: to)?|(?:绑定|把)(?:这个|本)?频道(?:绑定)?[到给为]?)(?![a-z])\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Bind();

    [GeneratedRegex(@"(?<![A-Za-z0-9.])(?:[Vv]\d+[Rr]\d+(?:[Cc]\d+)?(?:[A-Za-z]+\d+)*|[Vv]?\d+(?:\.\d+)+[A-Za-z0-9\-]*)(?![.\d])", RegexOptions.CultureInvariant)]
    private static partial Regex Version();

    [GeneratedRegex(@"(?:\bunder )?(?:\bwith )?(?:\bthe )?(?:\bnumber|\bno\.?|编号|发布号)\s*(?:为|是)?\s*[:：#]?\s*(?<n>[A-Za-z0-9][A-Za-z0-9\-_/.]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"exceptional|异常", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Exceptional();

    [GeneratedRegex(@"\b(?:for|of|from|on|in|the|version|product|exceptional(?:ly)?)\b|[从自的给在]|版本|产品|异常", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Filler();

    [GeneratedRegex(@"^[\s,，。:：(（\-–]*(?:\b(?:because of|because|due to|for|reason)\b|因为|因|原因)?[\s:：]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reason();

    [GeneratedRegex(@"\s*(?:at )?(?<h>\d{1,2}):(?<m>\d{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Hour();
}
