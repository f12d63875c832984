using System.Collections.Immutable;
using SiteBot.Directory;
using SiteBot.Forms;
using SiteBot.Gate;
using SiteBot.Procedures;
using SiteBot.Reading;

namespace SiteBot.Host.Workplaces;

/// <summary>What a look at the directory file found.</summary>
internal abstract record DirectoryLook
{
    private DirectoryLook()
    {
    }

    /// <summary>The file is as it was, or is just being written.</summary>
    public sealed record Same : DirectoryLook;

    /// <summary>The file changed and is in force now.</summary>
    public sealed record TakenOver : DirectoryLook;

    /// <summary>The file changed and is faulty: the one before stays in force.</summary>
    /// <param name="Faults">What is wrong.</param>
    /// <param name="Content">Hash of the refused text; an empty text where it cannot be read.</param>
    public sealed record Refused(ImmutableArray<Fault> Faults, string Content) : DirectoryLook;
}

/// <summary>Holds the workplace of this moment. The dialogs are read once; the directory file is looked at again and again and changes as a whole or not at all.</summary>
internal sealed class WorkplaceKeeper : IWorkplace
{
    private volatile Workplace _current;
    private string _seen;
    private string _settled;

    private WorkplaceKeeper(string path, ProcedureCatalogue catalogue, Workplace workplace)
    {
        (DirectoryPath, Catalogue, _current) = (path, catalogue, workplace);
        _seen = _settled = workplace.Directory.ContentHash;
    }

    /// <inheritdoc />
    public Workplace Current => _current;

    /// <summary>What the dialogs hold.</summary>
    public ProcedureCatalogue Catalogue { get; }

    /// <summary>The directory file.</summary>
    public string DirectoryPath { get; }

    /// <summary>Reads the dialogs and the directory.</summary>
    /// <param name="dialogs">The folder.</param>
    /// <param name="directory">The file.</param>
    /// <exception cref="FaultyFileException">One of them is faulty.</exception>
    public static WorkplaceKeeper Load(string dialogs, string directory)
    {
        var catalogue = ProcedureCatalogue.Load(dialogs);
        catalogue.Texts.Require(FormLabels.Keys);
        return new WorkplaceKeeper(directory, catalogue, Workplace.Of(catalogue, GateRules.Load(dialogs), DirectoryReader.Read(SourceFile.Load(directory))));
    }

    /// <summary>Looks at the directory file. A change counts once two looks in a row found the same, since a file may be seen half written.</summary>
    /// <remarks>Not to be called by two at once.</remarks>
    public DirectoryLook Look()
    {
        SourceFile? file = null;
        FaultyFileException? unreadable = null;
        try
        {
            file = SourceFile.Load(DirectoryPath);
        }
        catch (FaultyFileException faulty)
        {
            unreadable = faulty;
        }

        var now = file?.ContentHash ?? "";
        if (now == _settled || now != _seen)
        {
            _seen = now;
            return new DirectoryLook.Same();
        }

        _settled = now;
        try
        {
            var directory = DirectoryReader.Read(file ?? throw unreadable!);
            _current = _current with { Directory = directory };
            return new DirectoryLook.TakenOver();
        }
        catch (FaultyFileException faulty)
        {
            return new DirectoryLook.Refused([.. faulty.Faults], now);
        }
    }
}
