using NodaTime;

namespace SiteBot.Gate.Checks;

/// <summary>6.3-9: the data is backed up before every operation; how old a backup may be is the site's policy.</summary>
internal sealed class BackupTaken : ICheck
{
    private static readonly Finding NothingToBackUp = Finding.NotApplicable(new(
        "设备尚未投入业务，没有数据可备份。",
        "The equipment is not in service yet and has nothing to back up."));

    private static readonly Finding CannotAndRestoring = Finding.Waived(new(
        "先恢复业务（6.5-2）：设备给不出备份，原因已记录。",
        "Restore first (6.5-2): the equipment cannot give a backup, and the reason is on record."));

    private static readonly Finding CannotWithoutReason = Finding.Missing(
        new("请说明设备为什么不能备份；不说明原因不能放行（6.3-9）。", "Say why the equipment cannot give a backup; without the reason nothing is waived (6.3-9)."),
        new("记录了不能备份的原因", "the reason why there is no backup is on record"));

    private static readonly Finding Cannot = Finding.Missing(new(
        "请想别的办法备份：只有恢复业务时才免去给不出的备份（6.3-9）。",
        "Find another way to back the data up: a backup that the equipment cannot give is waived only while restoring service (6.3-9)."));

    private static readonly Finding Absent = Finding.Missing(new(
        "请备份数据并校验，然后报告位置和时间：本次操作还没有备份（6.3-9）。",
        "Back the data up, check it, then tell the place and the time: this operation has no backup yet (6.3-9)."));

    private static readonly Finding Incomplete = Finding.Missing(new(
        "请补全备份的时间和位置；不能是将来的时间（6.3-9）。",
        "Tell both when the backup was taken and where it lies; a time ahead of now does not count (6.3-9)."));

    private static readonly Finding Unchecked = Finding.Missing(
        new("请校验备份并确认：未校验的备份不算（6.3-9）。", "Check the backup and confirm it: one that is not checked does not count (6.3-9)."),
        new("备份已校验", "the backup is checked"));

    private static readonly Finding OtherEquipment = Finding.Missing(new(
        "请备份本次操作的设备：记录的备份是另一台设备的（6.3-9）。",
        "Back up the equipment of this operation: the backup on record is of another (6.3-9)."));

    private static readonly Finding BeforeDataChange = Finding.Missing(
        new("请重新备份：备份之后数据又改过（6.3-9）。", "Take a new backup: the data was changed after this one (6.3-9)."),
        new("数据改动之后重新备份", "a new backup is taken after the data change"));

    private static readonly Finding Taken = Finding.Pass(new("数据已备份并校验。", "The data is backed up and checked."));

    public string Id => "backup";

    public Text Title { get; } = new("数据备份", "backup");

    public Text Wanted { get; } = new("数据已备份并校验", "the backup is taken");

    public Finding Examine(Case it)
    {
        if (it.Evidence.Backup is not { } backup)
        {
            return Absent;
        }

        if (!it.Live && backup.Applies == false)
        {
            return NothingToBackUp;
        }

        if (backup.Possible == false)
        {
            return backup.Reason is null ? CannotWithoutReason : it.Restoring ? CannotAndRestoring : Cannot;
        }

        if (backup.At is null && backup.Location is null)
        {
            return Absent;
        }

        if (backup.At is not { } at || at > it.Now || backup.Location is null)
        {
            return Incomplete;
        }

        return backup.Verified != true ? Unchecked
            : backup.Equipment is not null && backup.Equipment != it.Operation.Equipment ? OtherEquipment
            : at < it.Facts.LastDataChangeAt ? BeforeDataChange
            : it.Now > LastsUntil(it, at) ? TooOld(it)
            : Taken;
    }

    /// <summary>The last moment at which a backup taken at <paramref name="at"/> is not too old.</summary>
    public static Instant LastsUntil(Case it, Instant at) => at + Duration.FromHours(it.Policy.BackupAgeFor(it.Kind));

    private static Finding TooOld(Case it)
    {
        var hours = it.Policy.BackupAgeFor(it.Kind);
        var whose = PolicyOwners.Policy(it.Kind == OperationKind.ReadOnly ? it.Policy.Owners?.ReadOnlyBackupAge : it.Policy.Owners?.BackupAge);
        return Finding.Missing(
            new($"请重新备份：备份已超过 {hours} 小时（6.3-9；时限是{whose.Zh}）。", $"Take a new backup: this one is older than {hours} hours (6.3-9; the age is {whose.En})."),
            new("重新备份", "a new backup is taken"));
    }
}
