namespace SiteBot.Reading;

/// <summary>Something wrong in a file that people edit: where, and what to write instead.</summary>
/// <param name="File">The file's name as the person gave it.</param>
/// <param name="Line">The line, from 1; 0 where the fault is the whole file's.</param>
/// <param name="Message">What is wrong and what to write instead, in English, one sentence.</param>
public sealed record Fault(string File, int Line, string Message)
{
    /// <inheritdoc />
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}

/// <summary>A file was refused. Carries every fault found, not only the first.</summary>
public sealed class FaultyFileException(IReadOnlyList<Fault> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>Every fault, in the order of the file's lines.</summary>
    public IReadOnlyList<Fault> Faults { get; } = faults;
}
