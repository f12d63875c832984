namespace SiteBot.Reading;

/// <summary>The faults found while one file is read. Reading goes on after a fault, so that a person sees all of them at once.</summary>
/// <param name="file">The name that the faults carry.</param>
public sealed class FaultList(string file)
{
    private readonly List<Fault> faults = [];

    /// <summary>True once a fault was found.</summary>
    public bool Any => faults.Count > 0;

    /// <summary>Notes a fault at a line.</summary>
    public void Add(int line, string message) => faults.Add(new Fault(file, line, message));

    /// <summary>Every fault, in the order of the file's lines; faults of one line in the order they were found.</summary>
    public IReadOnlyList<Fault> InOrder() => [.. faults.OrderBy(fault => fault.Line)];

    /// <summary>Refuses the file where a fault was found.</summary>
    /// <exception cref="FaultyFileException">With every fault.</exception>
    public void ThrowIfAny()
    {
        if (Any)
        {
            throw new FaultyFileException(InOrder());
        }
    }
}
