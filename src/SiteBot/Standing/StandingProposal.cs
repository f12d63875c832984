using NodaTime;
using SiteBot.Directory;
using SiteBot.Gate;
using SiteBot.Windows;

namespace SiteBot.Standing;

/// <summary>What somebody proposes by chat to hold for everybody; nothing holds before it is confirmed by a card.</summary>
public abstract record StandingProposal
{
    private StandingProposal()
    {
    }

    /// <summary>A change freeze.</summary>
    /// <param name="Of">Whose: <c>office/BJ</c>.</param>
    /// <param name="From">Inclusive.</param>
    /// <param name="To">Exclusive.</param>
    /// <param name="Reason">Why; empty where it was not told.</param>
    public sealed record Freeze(string Of, Instant From, Instant To, string Reason) : StandingProposal;

    /// <summary>A freeze is taken back.</summary>
    /// <param name="Id">Its id.</param>
    public sealed record Thaw(string Id) : StandingProposal;

    /// <summary>A release, or an exceptional one.</summary>
    /// <param name="Product">The product's id.</param>
    /// <param name="Version">The version.</param>
    /// <param name="Number">The number of an exceptional release, or null.</param>
    public sealed record Release(string Product, string Version, string? Number) : StandingProposal;

    /// <summary>A release is taken back.</summary>
    /// <param name="Product">The product's id.</param>
    /// <param name="Version">The version.</param>
    public sealed record Withdraw(string Product, string Version) : StandingProposal;

    /// <summary>One piece of equipment depends on another.</summary>
    /// <param name="Equipment">What depends: <c>BJ-077/BSC-2</c>.</param>
    /// <param name="On">On what.</param>
    public sealed record Depend(string Equipment, string On) : StandingProposal;

    /// <summary>It depends on it no more.</summary>
    /// <param name="Equipment">What depended.</param>
    /// <param name="On">On what.</param>
    public sealed record Independent(string Equipment, string On) : StandingProposal;

    /// <summary>The channel in which it is said becomes a regional office's.</summary>
    /// <param name="Office">The regional office's id.</param>
    public sealed record Bind(string Office) : StandingProposal;

    /// <summary>Why <paramref name="by"/> may not confirm it, or null: asked before the card is shown, and again when it is pressed.</summary>
    public Refusal? Refuses(string by, Instant now, Workplace workplace) => this switch
    {
        Freeze freeze => FreezeVerb.Decide("?", freeze.Of, freeze.From, freeze.To, freeze.Reason, by, now, workplace).Refusal,
        Thaw thaw => ThawVerb.Decide(thaw.Id, by, now, workplace).Refusal,
        Release release => ReleaseVerb.Decide(release.Product, release.Version, release.Number, by, now, workplace).Refusal,
        Withdraw withdraw => WithdrawRelease.Decide(withdraw.Product, withdraw.Version, by, now, workplace).Refusal,
        Depend depend => DependencyVerb.Decide(depend.Equipment, depend.On, by, now, workplace).Refusal,
        Independent back => DependencyVerb.Withdraw(back.Equipment, back.On, by, now, workplace).Refusal,
        Bind bind => BindChannel.Decide(bind.Office, "?", "?", by, now, workplace).Refusal,
        _ => null,
    };

    /// <summary>What the card that confirms it says: what will hold, for whom, from when until when, and what follows.</summary>
    public Text Sentence(Workplace workplace, Instant now) => this switch
    {
        Freeze freeze => Frozen(FreezeOwner.Find(freeze.Of, workplace.Directory), freeze.From, freeze.To, freeze.Reason, now, new(
            "期间除恢复业务外都不放行。请确认。", "Meanwhile nothing is a go but restoring service. Please confirm.")),
        Thaw thaw => workplace.Standing.Freezes.FirstOrDefault(known => known.Id == thaw.Id) is { } known
            ? Frozen(FreezeOwner.Find(known.Of, workplace.Directory), known.From, known.To, known.Reason, now, new(
                "解除后不再拦截。请确认解除。", "Once lifted it holds nobody up any more. Please confirm lifting it."))
            : new("这次封网已经解除。", "This freeze is lifted already."),
        Release { Number: { } number } release => new(
            $"异常发布 {release.Product} {release.Version}，编号 {number}：升级到它可以放行（6.5-6）。请确认。",
            $"Exceptional release of {release.Version} for {release.Product}, number {number}: upgrades to it may be a go (6.5-6). Please confirm."),
        Release release => new(
            $"发布 {release.Product} {release.Version}：升级到它可以放行（6.5-6）。请确认。",
            $"Release of {release.Version} for {release.Product}: upgrades to it may be a go (6.5-6). Please confirm."),
        Withdraw withdraw => new(
            $"撤回 {withdraw.Product} {withdraw.Version} 的发布：从现在起任何人都不能用它（6.5-6），通讯录里列着也不行。请确认。",
            $"Withdraw the release of {withdraw.Version} for {withdraw.Product}: from now on nobody may use it (6.5-6), though the directory lists it. Please confirm."),
        Depend depend => new(
            $"{PlacedEquipment.Say(depend.Equipment)} 依赖 {PlacedEquipment.Say(depend.On)}：同一时段在两边操作时，会提醒双方先商定，不拦截。请确认。",
            $"{PlacedEquipment.Say(depend.Equipment)} depends on {PlacedEquipment.Say(depend.On)}: whoever works on one while the other is worked on is told to settle it first; it blocks nothing. Please confirm."),
        Independent back => workplace.Standing.Dependencies.Any(known => known.Equipment == back.Equipment && known.On == back.On)
            ? new(
                $"撤销：{PlacedEquipment.Say(back.Equipment)} 依赖 {PlacedEquipment.Say(back.On)}。以后不再提醒。请确认。",
                $"Take back that {PlacedEquipment.Say(back.Equipment)} depends on {PlacedEquipment.Say(back.On)}: nobody is warned of it any more. Please confirm.")
            : new(
                $"没有登记 {PlacedEquipment.Say(back.Equipment)} 依赖 {PlacedEquipment.Say(back.On)}，不用撤销。", $"It is not on record that {PlacedEquipment.Say(back.Equipment)} depends on {PlacedEquipment.Say(back.On)}: there is nothing to take back."),
        Bind bind => Bound(workplace.Directory.FindOffice(bind.Office)?.Name ?? Text.Same(bind.Office)),
        _ => throw new InvalidOperationException(),
    };

    private static Text Bound(Text office) => new(
        $"把这个频道作为{office.Zh}的现场服务频道：它的服务卡片和告警发到这里。请确认。",
        $"Make this channel the field-service channel of {office.En}: its visits' cards and alarms come here. Please confirm.");

    private static Text Frozen(FreezeOwner? owner, Instant from, Instant to, string reason, Instant now, Text then)
    {
        var clock = new SiteClock(owner?.Zone ?? DateTimeZone.Utc, now);
        var name = owner?.Name ?? new("？", "?");
        var why = string.IsNullOrWhiteSpace(reason) ? new Text("", "") : new Text($"，原因：{reason}", $", {reason}");
        return new(
            $"封网：{name.Zh}，{clock.Say(from, now)} 至 {clock.Say(to, now)}（不含）{why.Zh}。{then.Zh}",
            $"Change freeze: {name.En}, {clock.Say(from, now)} until {clock.Say(to, now)} (exclusive){why.En}. {then.En}");
    }
}
