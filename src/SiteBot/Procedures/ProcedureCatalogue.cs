using System.Collections.Frozen;
using System.Collections.Immutable;
using SiteBot.Reading;
using SiteBot.Standard;
using SiteBot.Texts;

namespace SiteBot.Procedures;

/// <summary>Everything of a <c>dialogs</c> folder that people edit and the domain reads: standard, forms, procedures, texts. Read once at start.</summary>
public sealed class ProcedureCatalogue
{
    private readonly FrozenDictionary<string, Procedure> procedures;

    private ProcedureCatalogue(CodeOfConduct standard, GateNames gate, ImmutableArray<Procedure> procedures, TextBook texts)
    {
        (Standard, Gate, Procedures, Texts) = (standard, gate, procedures, texts);
        this.procedures = procedures.ToFrozenDictionary(procedure => procedure.Service, StringComparer.Ordinal);
    }

    /// <summary>The code of conduct.</summary>
    public CodeOfConduct Standard { get; }

    /// <summary>What procedures may name of the gate.</summary>
    public GateNames Gate { get; }

    /// <summary>A procedure for each service type of the standard, in its order.</summary>
    public ImmutableArray<Procedure> Procedures { get; }

    /// <summary>The words of cards and chats.</summary>
    public TextBook Texts { get; }

    /// <summary>The procedure of a service type, which must exist.</summary>
    /// <exception cref="KeyNotFoundException">The standard has no such service type.</exception>
    public Procedure this[string service] => procedures[service];

    /// <summary>The procedure of a service type, or null.</summary>
    public Procedure? Find(string service) => procedures.GetValueOrDefault(service);

    /// <summary>
    /// Reads <c>standard.yaml</c>, <c>forms.yaml</c>, <c>gate.yaml</c>, <c>shared.yaml</c>, a file for each service type of the standard,
    /// and what lies in <c>texts/</c>.
    /// </summary>
    /// <param name="folder">The folder: the one that ships, or an operator's own.</param>
    /// <exception cref="FaultyFileException">With the faults of every file that could be read so far.</exception>
    public static ProcedureCatalogue Load(string folder)
    {
        var standard = StandardReader.Read(File(folder, "standard.yaml"), File(folder, "forms.yaml"));
        var gate = GateNames.Read(File(folder, "gate.yaml"));
        var shared = SharedParts.Read(File(folder, "shared.yaml"), standard, gate);
        var faults = new List<Fault>();
        var procedures = standard.Services
            .Select(service => Try(faults, () => ProcedureReader.Read(service, File(folder, $"{service.Id}.yaml"), shared, standard, gate)))
            .OfType<Procedure>().ToImmutableArray();
        var texts = Try(faults, () => TextBook.Load(Path.Combine(folder, "texts")));
        return faults.Count == 0 ? new ProcedureCatalogue(standard, gate, procedures, texts!) : throw new FaultyFileException(faults);
    }

    private static SourceFile File(string folder, string name) => SourceFile.Load(Path.Combine(folder, name));

    // One wrong file does not hide the faults of the next.
    private static T? Try<T>(List<Fault> faults, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (FaultyFileException e)
        {
            faults.AddRange(e.Faults);
            return null;
        }
    }
}
