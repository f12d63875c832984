using System.Collections.Concurrent;
using SiteBot.Ledger;

namespace SiteBot.Storage;

/// <summary>The hashes of texts that this process has seen kept. A decision names the standard, the rules and the directory: some hundred thousand characters, which need not
/// go to the database with every decision. No text is ever deleted, so what was acknowledged once is there.</summary>
internal sealed class KnownTexts
{
    // A directory that changes every minute for months must not fill the memory.
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, bool> _kept = new(StringComparer.Ordinal);

    /// <summary>The commit without the texts that are known to be kept.</summary>
    public Commit Without(Commit commit) => commit.Texts.IsEmpty || _kept.IsEmpty
        ? commit
        : commit with { Texts = [.. commit.Texts.Where(text => !_kept.ContainsKey(text.Hash))] };

    /// <summary>The commit has been acknowledged.</summary>
    public void Acknowledged(Commit commit)
    {
        if (commit.Texts.IsEmpty)
        {
            return;
        }

        if (_kept.Count > Most)
        {
            _kept.Clear();
        }

        foreach (var text in commit.Texts)
        {
            _kept[text.Hash] = true;
        }
    }
}
