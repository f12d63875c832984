using System.Collections.Frozen;
using SiteBot.Reading;
using SiteBot.Standard;

namespace SiteBot.Procedures;

/// <summary>Steps and duties that several procedures use, so that each sentence stands once.</summary>
public sealed class SharedParts
{
    private SharedParts(SourceFile source, FrozenDictionary<string, Step> steps, FrozenDictionary<string, Duty> duties) =>
        (Source, Steps, Duties) = (source, steps, duties);

    /// <summary>The file.</summary>
    public SourceFile Source { get; }

    /// <summary>The steps, by id.</summary>
    public FrozenDictionary<string, Step> Steps { get; }

    /// <summary>The duties, by id.</summary>
    public FrozenDictionary<string, Duty> Duties { get; }

    /// <summary>Reads the shared file.</summary>
    /// <exception cref="FaultyFileException">With every fault.</exception>
    public static SharedParts Read(SourceFile source, CodeOfConduct standard, GateNames gate)
    {
        var faults = new FaultList(source.Name);
        var root = new MapReader(faults, YamlFile.Parse(source.Name, source.Text), "the shared file");
        var stepReader = new StepReader(standard, gate, null);
        var dutyReader = new DutyReader(standard, null);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var steps = root.Maps("steps", "a step").Select(map => Once(stepReader.Read(map), step => step.Id, map, lines)).ToList();
        var duties = root.Maps("duties", "a duty").Select(map => Once(dutyReader.Read(map), duty => duty.Id, map, lines)).ToList();
        root.Done();
        faults.ThrowIfAny();
        return new SharedParts(
            source, steps.ToFrozenDictionary(step => step.Id, StringComparer.Ordinal), duties.ToFrozenDictionary(duty => duty.Id, StringComparer.Ordinal));
    }

    private static T Once<T>(T part, Func<T, string> id, MapReader map, Dictionary<string, int> lines)
    {
        if (!lines.TryAdd(id(part), map.Line))
        {
            map.Fault("id", $"'{id(part)}' stands on line {lines[id(part)]} already; give this one another id.");
        }

        return part;
    }
}
