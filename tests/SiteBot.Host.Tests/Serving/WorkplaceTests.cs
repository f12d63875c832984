using SiteBot.Host.Workplaces;
using SiteBot.Outbox;

namespace SiteBot.Host.Tests.Serving;

public sealed class WorkplaceTests : IDisposable
{
    private static readonly string _dialogs = Path.Combine(AppContext.BaseDirectory, "dialogs");
    private readonly Folder _folder = new();
    private readonly string _sample = File.ReadAllText(Path.Combine(_dialogs, "sample-directory.yaml"));

    private string File_ => _folder.File("directory.yaml");

    [Fact]
    public void A_changed_directory_is_in_force_once_it_was_seen_twice()
    {
        File.WriteAllText(File_, _sample);
        var keeper = WorkplaceKeeper.Load(_dialogs, File_);
        File.WriteAllText(File_, _sample.Replace("en: Li Ming", "en: Li Ming the Second", StringComparison.Ordinal));
        Assert.IsType<DirectoryLook.Same>(keeper.Look());
        Assert.Equal("Li Ming", keeper.Current.Directory.FindPerson("li.ming")!.Name.En);
        Assert.IsType<DirectoryLook.TakenOver>(keeper.Look());
        Assert.Equal("Li Ming the Second", keeper.Current.Directory.FindPerson("li.ming")!.Name.En);
        Assert.IsType<DirectoryLook.Same>(keeper.Look());
    }

    [Fact]
    public void A_faulty_directory_is_refused_whole_and_once_and_the_one_before_stays()
    {
        File.WriteAllText(File_, _sample);
        var keeper = WorkplaceKeeper.Load(_dialogs, File_);
        var before = keeper.Current;
        File.WriteAllText(File_, _sample.Replace("en: Li Ming", "en: Li Ming the Second", StringComparison.Ordinal).Replace("office: BER", "office: LON", StringComparison.Ordinal));
        keeper.Look();
        Assert.NotEmpty(Assert.IsType<DirectoryLook.Refused>(keeper.Look()).Faults);
        Assert.Same(before, keeper.Current);
        Assert.IsType<DirectoryLook.Same>(keeper.Look());
        File.WriteAllText(File_, _sample);
        keeper.Look();
        Assert.IsType<DirectoryLook.TakenOver>(keeper.Look());
    }

    [Fact]
    public void A_directory_that_is_gone_is_refused()
    {
        File.WriteAllText(File_, _sample);
        var keeper = WorkplaceKeeper.Load(_dialogs, File_);
        File.Delete(File_);
        keeper.Look();
        Assert.IsType<DirectoryLook.Refused>(keeper.Look());
        Assert.NotNull(keeper.Current.Directory.FindPerson("li.ming"));
    }

    [Fact]
    public async Task Administrators_are_told_of_a_refused_directory_without_what_stands_in_it()
    {
        File.WriteAllText(File_, _sample);
        await using var trial = await HostOnTrial.Start(_folder, settings: ("Directory:Path", File_));
        File.WriteAllText(File_, _sample.Replace("phone: \"+86 10 5550 0001\"", "phoan: \"+86 10 5550 0001\"", StringComparison.Ordinal));
        var watch = trial.Get<DirectoryWatch>();
        await watch.StopAsync(CancellationToken.None);
        await watch.Look();
        await watch.Look();
        await watch.Look();
        await trial.Post("local/settle", "{}");
        var told = Assert.Single(await trial.Get<IOutbox>().List(DeliveryState.Sent, 100, CancellationToken.None), entry => entry.Message.Kind == Directory.DirectoryRefused.Kind);
        Assert.Equal(Recipient.Person("root.admin"), told.Message.To);
        Assert.DoesNotContain("5550", told.Message.Data, StringComparison.Ordinal);
        var words = Directory.DirectoryRefused.Words(told.Message.Data);
        Assert.Equal("Correct the directory file directory.yaml: it has 1 fault (line 54); the change was refused and the former directory stays in force. sitebot directory check shows each of them.", words.En);
    }

    [Fact]
    public async Task A_procedure_that_a_store_has_met_is_on_the_shelf_of_later_hosts()
    {
        var older = _folder.File("dialogs");
        Copy(_dialogs, older);
        File.AppendAllText(Path.Combine(older, "upgrade.yaml"), "\n# an older version\n");
        string hash;
        await using (var before = await HostOnTrial.Start(_folder, settings: ("Dialogs:Path", older)))
        {
            hash = before.Get<IWorkplace>().Current.Procedures.InForce("upgrade")!.ContentHash;
        }

        await using var after = await HostOnTrial.Start(_folder);
        var shelf = after.Get<IWorkplace>().Current.Procedures;
        Assert.NotEqual(hash, shelf.InForce("upgrade")!.ContentHash);
        Assert.True(shelf.Knows(hash));
        Assert.Equal(hash, shelf.Of("upgrade", hash).ContentHash);
    }

    public void Dispose() => _folder.Dispose();

    private static void Copy(string from, string to)
    {
        foreach (var file in System.IO.Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
