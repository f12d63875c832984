using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace SiteBot.Ledger;

/// <summary>What an audit of a whole ledger found.</summary>
/// <param name="Streams">How many streams were walked.</param>
/// <param name="Facts">How many facts.</param>
/// <param name="Head">Lower-case hexadecimal SHA-256 over every stream's end, in the order of their names. One that was noted elsewhere on a day
/// shows later that nothing of that day was cut off.</param>
/// <param name="Faults">What is wrong; empty where every chain holds.</param>
public sealed record ChainAuditReport(int Streams, long Facts, string Head, ImmutableArray<ChainFault> Faults)
{
    /// <summary>True where nothing is wrong.</summary>
    public bool Holds => Faults.IsEmpty;
}

/// <summary>Walks every chain of a ledger and finds any edit, deletion or reordering of facts.</summary>
public static class ChainAudit
{
    private const int Page = 500;

    /// <summary>Walks the whole ledger. A stream that grows meanwhile is walked to the head that was read.</summary>
    public static async ValueTask<ChainAuditReport> Of(ILedgerArchive archive, CancellationToken cancellation)
    {
        var faults = ImmutableArray.CreateBuilder<ChainFault>();
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var streams = 0;
        var facts = 0L;
        await foreach (var head in Heads(archive, cancellation))
        {
            streams++;
            Append(all, head);
            var check = new ChainCheck(head.Stream);
            await foreach (var fact in archive.Sealed(head.Stream, 1, cancellation))
            {
                if (fact.Recorded.Sequence > head.Version && await Grew(archive, head, cancellation))
                {
                    break;
                }

                facts++;
                faults.AddRange(check.Next(fact));
            }

            faults.AddRange(check.End(head));
        }

        return new ChainAuditReport(streams, facts, Convert.ToHexStringLower(all.GetHashAndReset()), faults.ToImmutable());
    }

    /// <summary>The head over all streams alone, without walking the chains; the same text as <see cref="ChainAuditReport.Head"/>.</summary>
    public static async ValueTask<string> Head(ILedgerArchive archive, CancellationToken cancellation)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var head in Heads(archive, cancellation))
        {
            Append(all, head);
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    // A fact beyond the head is either news (the head has moved on by now) or an addition past the ledger's own doors.
    private static async ValueTask<bool> Grew(ILedgerArchive archive, StreamHead head, CancellationToken cancellation) =>
        (await archive.Head(head.Stream, cancellation))?.Version > head.Version;

    private static async IAsyncEnumerable<StreamHead> Heads(
        ILedgerArchive archive, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        string? after = null;
        while (true)
        {
            var page = await archive.Heads(after, Page, cancellation);
            foreach (var head in page)
            {
                yield return head;
            }

            if (page.Count < Page)
            {
                yield break;
            }

            after = page[^1].Stream.Value;
        }
    }

    private static void Append(IncrementalHash all, StreamHead head)
    {
        Span<byte> version = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(version, head.Version);
        var name = Encoding.UTF8.GetBytes(head.Stream.Value);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, name.Length);
        all.AppendData(length);
        all.AppendData(name);
        all.AppendData(version);
        all.AppendData(head.Hash.AsSpan());
    }
}
