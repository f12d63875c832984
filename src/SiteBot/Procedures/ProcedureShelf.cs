using System.Collections.Concurrent;
using SiteBot.Standard;

namespace SiteBot.Procedures;

/// <summary>The procedures in force and the older ones that visits began with, by the hash of their text.</summary>
public sealed class ProcedureShelf
{
    private readonly ProcedureCatalogue _catalogue;
    private readonly ConcurrentDictionary<string, Procedure> _byHash = new(StringComparer.Ordinal);

    /// <summary>Puts the catalogue's procedures on the shelf.</summary>
    public ProcedureShelf(ProcedureCatalogue catalogue)
    {
        _catalogue = catalogue;
        foreach (var procedure in catalogue.Procedures)
        {
            _byHash[procedure.ContentHash] = procedure;
        }
    }

    /// <summary>The procedure in force for a service type, or null where the standard has no such type.</summary>
    public Procedure? InForce(string service) => _catalogue.Find(service);

    /// <summary>The procedure of a visit; where its version is not on the shelf (see <see cref="Knows"/>), the one in force.</summary>
    public Procedure Of(string service, string contentHash) =>
        _byHash.TryGetValue(contentHash, out var kept) ? kept : _catalogue[service];

    /// <summary>True where this version can be used without reading its kept text.</summary>
    public bool Knows(string contentHash) => _byHash.ContainsKey(contentHash);

    /// <summary>Puts an older version, read from its kept text, on the shelf. One that does not fit today's standard is left out, so that the one in force holds.</summary>
    public void Add(string service, KeptText kept)
    {
        if (_catalogue.Standard.Services.FirstOrDefault(known => known.Id == service) is { } type)
        {
            try
            {
                _byHash.TryAdd(kept.ContentHash, ProcedureReader.ReadKept(type, kept, _catalogue.Standard, _catalogue.Gate));
            }
            catch (Reading.FaultyFileException)
            {
                _byHash.TryAdd(kept.ContentHash, _catalogue[service]);
            }
        }
    }
}
