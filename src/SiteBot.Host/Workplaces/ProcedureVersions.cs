using System.Text.Json;
using System.Text.Json.Serialization;
using SiteBot.Ledger;
using SiteBot.Procedures;

namespace SiteBot.Host.Workplaces;

/// <summary>The versions of procedures that a store has met. Visits keep the version that they began with, so each host puts the older ones on its shelf.</summary>
internal sealed class ProcedureVersions(ILedger ledger, IStoreSettings settings)
{
    private const string Setting = "procedures";
    private string? _seen;

    /// <summary>Keeps the texts of the procedures in force, once for each version, and puts on the shelf what this store met before.</summary>
    public async ValueTask Keep(ProcedureCatalogue catalogue, ProcedureShelf shelf, CancellationToken cancellation)
    {
        while (true)
        {
            var kept = await settings.Read(Setting, cancellation);
            var known = Read(kept);
            var missing = catalogue.Procedures
                .Where(procedure => !known.Any(version => version.Hash == procedure.ContentHash && version.Service == procedure.Service)).ToList();
            if (missing.Count == 0)
            {
                await Shelve(kept, shelf, cancellation);
                return;
            }

            await ledger.Commit(new Commit { Texts = [.. missing.Select(procedure => new Ledger.KeptText(procedure.ContentHash, procedure.Kept.Text))] });
            known.AddRange(missing.Select(procedure => new ProcedureVersion(procedure.Service, procedure.ContentHash)));
            await settings.Write(Setting, kept, JsonSerializer.Serialize(known, ProcedureVersionJson.Default.ListProcedureVersion), cancellation);
        }
    }

    /// <summary>Puts on the shelf what another host, of a newer version, has met meanwhile.</summary>
    public async ValueTask Refresh(ProcedureShelf shelf, CancellationToken cancellation) => await Shelve(await settings.Read(Setting, cancellation), shelf, cancellation);

    private async ValueTask Shelve(string? kept, ProcedureShelf shelf, CancellationToken cancellation)
    {
        if (kept == _seen)
        {
            return;
        }

        foreach (var (service, hash) in Read(kept))
        {
            if (!shelf.Knows(hash) && await ledger.Text(hash, cancellation) is { } text)
            {
                shelf.Add(service, new Procedures.KeptText(text));
            }
        }

        _seen = kept;
    }

    private static List<ProcedureVersion> Read(string? kept) =>
        kept is null ? [] : JsonSerializer.Deserialize(kept, ProcedureVersionJson.Default.ListProcedureVersion) ?? [];
}

/// <summary>A version of a service type's procedure.</summary>
/// <param name="Service">The service type's id.</param>
/// <param name="Hash">Content hash of its kept text.</param>
internal sealed record ProcedureVersion(string Service, string Hash);

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<ProcedureVersion>))]
internal sealed partial class ProcedureVersionJson : JsonSerializerContext;
