namespace SiteBot.Gate.Checks;

/// <summary>6.5-6: only a released version, or one with an exceptional-release number.</summary>
internal sealed class VersionReleased : ICheck
{
    private static readonly Finding NoTarget = Finding.Missing(
        new("请说明目标版本，再核对是否已发布（6.5-6）。", "Name the target version, so that its release can be looked up (6.5-6)."),
        new("说明了目标版本并查到其发布", "the target version is named and found released"));

    private static readonly Finding NotLookedUp = Finding.Missing(new(
        "请让产品用服确认目标版本的发布情况：登记中尚无记录（6.5-6）。",
        "Have product support confirm the target version's release: the register says nothing of it yet (6.5-6)."));

    private static readonly Finding OtherVersion = Finding.Missing(new(
        "发布记录说的不是目标版本，请让产品用服核对目标版本（6.5-6）。",
        "The release on record is not of the target version; have product support look that one up (6.5-6)."));

    private static readonly Finding NoNumber = Finding.Missing(
        new("请向产品用服取得异常版本发布编号；没有编号不算发布（6.5-6）。", "Get the number of the exceptional release from product support; without it the version does not count as released (6.5-6)."),
        new("有异常版本发布编号", "the exceptional release has its number"));

    private static readonly Finding Unreleased = Finding.Fail(new(
        "不要使用：目标版本未发布（6.5-6），任何人都不能放行。请改用已发布版本，或由产品用服走异常版本发布流程。",
        "Do not use it: the target version is not released (6.5-6), and nobody can waive that. Take a released version, or have product support go through the exceptional release process."));

    private static readonly Finding Released = Finding.Pass(new("目标版本已发布。", "The target version is released."));

    private static readonly Finding ExceptionallyReleased = Finding.Pass(new("目标版本有异常版本发布编号。", "The target version has an exceptional-release number."));

    public string Id => "version_released";

    public Text Title { get; } = new("版本已发布", "version released");

    public Text Wanted { get; } = new("目标版本确认已发布", "the target version is confirmed as released");

    public Finding Examine(Case it)
    {
        if (it.Evidence.VersionReleased is not { } entry)
        {
            return it.Operation.TargetVersion is null ? NoTarget : NotLookedUp;
        }

        if (entry.Version is not null && entry.Version != it.Operation.TargetVersion)
        {
            return it.Operation.TargetVersion is null ? NoTarget : OtherVersion;
        }

        return entry.Status switch
        {
            ReleaseStatus.Unreleased => Unreleased,
            null => NotLookedUp,
            _ when it.Operation.TargetVersion is null => NoTarget,
            ReleaseStatus.Exceptional => entry.Number is null ? NoNumber : ExceptionallyReleased,
            _ => Released,
        };
    }
}
