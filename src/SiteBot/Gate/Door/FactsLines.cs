using System.Buffers;

namespace SiteBot.Gate;

/// <summary>Reads facts from a stream as one whole or line by line, and never keeps more than a little over 1 MiB.</summary>
internal sealed class FactsLines(Stream stream)
{
    // One byte more than is allowed, so that what is too long is seen to be.
    private const int Most = FactsReader.MaxBytes + 1;
    private const int ReadAtOnce = 64 * 1024;

    private readonly ArrayBufferWriter<byte> line = new(ReadAtOnce);
    private readonly byte[] read = new byte[ReadAtOnce];
    private int start;
    private int end;

    /// <summary>Reads everything, or as much as shows that it is too much; false where it cannot be read.</summary>
    public bool TryReadAll(out ReadOnlyMemory<byte> whole)
    {
        line.ResetWrittenCount();
        while (line.WrittenCount < Most)
        {
            if (!Fill())
            {
                whole = default;
                return false;
            }

            if (start == end)
            {
                break;
            }

            Take(end - start);
            start = end;
        }

        whole = line.WrittenMemory;
        return true;
    }

    /// <summary>Reads up to the next line feed or the end; of a longer line only as much as shows that it is too long. What is given holds until the next call.</summary>
    /// <param name="next">The line without its line feed.</param>
    /// <param name="unreadable">Whether reading failed.</param>
    /// <returns>Whether there was a line.</returns>
    public bool TryReadLine(out ReadOnlyMemory<byte> next, out bool unreadable)
    {
        line.ResetWrittenCount();
        next = default;
        unreadable = false;
        for (var any = false; ; any = true)
        {
            if (start == end && !Fill())
            {
                unreadable = true;
                return false;
            }

            if (start == end)
            {
                next = line.WrittenMemory;
                return any;
            }

            var length = read.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                if (!any)
                {
                    next = read.AsMemory(start, length);
                }
                else
                {
                    Take(length);
                    next = line.WrittenMemory;
                }

                start += length + 1;
                return true;
            }

            Take(end - start);
            start = end;
        }
    }

    private void Take(int length)
    {
        var room = Math.Min(length, Most - line.WrittenCount);
        line.Write(read.AsSpan(start, room));
    }

    private bool Fill()
    {
        start = end = 0;
        try
        {
            end = stream.Read(read);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
