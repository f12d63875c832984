using NodaTime;
using SiteBot.Directory;
using SiteBot.Procedures;
using SiteBot.Visits;

namespace SiteBot.Gate.Conflicts;

/// <summary>Visits as operations that may be in each other's way.</summary>
internal static class VisitOperations
{
    /// <summary>The operation that a visit still has before it, or that runs; null where it has none, or its window is over.</summary>
    public static PlannedOperation? Planned(Visit visit, Workplace workplace, Instant now, Language language)
    {
        if (!visit.IsOpen || Wire.Read<OperationKind>(visit.Running?.Operation ?? visit.Plan.Operation) is not { } kind)
        {
            return null;
        }

        if (visit.Running is { } run)
        {
            var end = run.EndBy ?? visit.Plan.To ?? run.StartedAt + Duration.FromMinutes(visit.Plan.DurationMinutes ?? 0);
            return Of(visit, kind, (run.StartedAt, Instant.Max(end, now)), workplace, language);
        }

        var isDone = visit.Operations.LastOrDefault() is { Outcome: OperationOutcome.Done } last && last.Operation == visit.Plan.Operation;
        return isDone || visit.Plan.From is not { } from || visit.Plan.To is not { } to || from >= to || to <= now
            ? null
            : Of(visit, kind, (from, to), workplace, language);
    }

    /// <summary>An operation of a visit in a stretch of time.</summary>
    public static PlannedOperation Of(Visit visit, OperationKind kind, (Instant From, Instant To) stretch, Workplace workplace, Language language)
    {
        var procedure = workplace.Procedures.Of(visit.Service, visit.Procedure);
        return new PlannedOperation(
            visit.Id, workplace.Gate.For(kind).Name, visit.Site, visit.Customer, visit.Office, stretch.From, stretch.To,
            Member(workplace.Directory.FindPerson(visit.Lead), visit.Lead, language))
        {
            Equipment = visit.Plan.Equipment is { } equipment ? new EquipmentAt(visit.Site, equipment) : null,
            Dependents = visit.Plan.Equipment is { } tied ? [.. workplace.Standing.TiedTo($"{visit.Site}/{tied}").Select(Placed)] : [],
            Escort = Named(visit, procedure, "escort") is { } escort ? NeededPerson.OfCustomer(escort) : null,
            RemoteSupport = Named(visit, procedure, "remote_support_ready") is { } remote ? OfRemoteSupport(remote, workplace.Directory, language) : null,
        };
    }

    private static EquipmentAt Placed(string of)
    {
        var (site, equipment) = PlacedEquipment.Split(of);
        return new EquipmentAt(site, equipment);
    }

    private static NeededPerson Member(Person? person, string id, Language language) => new(id, person?.Name.In(language) ?? id);

    // Told by name; the same person is meant whatever language the name is told in.
    private static NeededPerson OfRemoteSupport(string name, CompanyDirectory directory, Language language)
    {
        bool Is(string its) => string.Equals(its.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase);
        return directory.People.FirstOrDefault(person => Is(person.Name.Zh) || Is(person.Name.En) || Is(person.Id)) is { } person
            ? Member(person, person.Id, language)
            : NeededPerson.OfCustomer(name) with { Key = "remote/" + name.Trim().ToUpperInvariant() };
    }

    // A name that was blanked since is nobody's.
    private static string? Named(Visit visit, Procedure procedure, string gives) => procedure.StepsGiving(gives)
        .Select(step => visit.Steps.GetValueOrDefault(step.Id))
        .Where(record => record?.Outcome == StepOutcome.Done)
        .Select(record => record!.Private.GetValueOrDefault("by")?.Value ?? record.Values.GetValueOrDefault("by"))
        .FirstOrDefault(name => !string.IsNullOrWhiteSpace(name));
}
