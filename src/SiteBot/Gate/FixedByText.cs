namespace SiteBot.Gate;

/// <summary>Who clears a check, as a card says it.</summary>
public static class FixedByText
{
    private static readonly Text Nobody = new("无人可放行", "nobody");
    private static readonly Text Engineer = new("你", "you");
    private static readonly Text Expert = new("产品专家", "the product expert");
    private static readonly Text ProductSupport = new("产品用服", "product support");
    private static readonly Text OfficeHead = new("办事处负责人", "the head of the regional office");
    private static readonly Text RemoteSupport = new("远程支持", "remote support");
    private static readonly Text Time = new("等待时间", "waiting");

    /// <summary>The words for <paramref name="who"/>, lower case in English.</summary>
    public static Text Title(this FixedBy who) => who switch
    {
        FixedBy.Nobody => Nobody,
        FixedBy.Engineer => Engineer,
        FixedBy.Expert => Expert,
        FixedBy.ProductSupport => ProductSupport,
        FixedBy.OfficeHead => OfficeHead,
        FixedBy.RemoteSupport => RemoteSupport,
        FixedBy.Time => Time,
        _ => throw new ArgumentOutOfRangeException(nameof(who)),
    };
}
