using System.Buffers;

namespace SiteBot.BotFramework.Schema.Json;

/// <summary>Bytes being written into a rented array, which goes back when this is disposed.</summary>
internal sealed class PooledBytes : IBufferWriter<byte>, IDisposable
{
    private byte[] rented = ArrayPool<byte>.Shared.Rent(4096);

    public int Count { get; private set; }

    public ReadOnlyMemory<byte> Written => rented.AsMemory(0, Count);

    public void Advance(int count) => Count += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 256));
        return rented.AsMemory(Count);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose()
    {
        var old = rented;
        rented = [];
        Count = 0;
        if (old.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(old);
        }
    }

    private void Reserve(int size)
    {
        if (rented.Length - Count >= size)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(rented.Length * 2, Count + size));
        rented.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(rented);
        rented = larger;
    }
}
