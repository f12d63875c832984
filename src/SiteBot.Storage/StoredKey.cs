using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace SiteBot.Storage;

/// <summary>Keys that a client had a hand in (activities, conversations) may be of any length and hold any character; an index takes neither.</summary>
internal static class StoredKey
{
    private const int Longest = 200;
    private const int Kept = 100;

    /// <summary>The key itself where it is at most 200 characters long and without NUL or half a surrogate pair; else its beginning and the hash of all of it.</summary>
    public static string Of(string key)
    {
        if (key.Length <= Longest && key.AsSpan().IndexOfAny('\0', '#') < 0 && IsWellFormed(key))
        {
            return key;
        }

        var start = new StringBuilder(Kept);
        foreach (var rune in key.AsSpan(0, Math.Min(Kept, key.Length)).EnumerateRunes())
        {
            start.Append(rune.Value is 0 ? "." : rune.ToString());
        }

        return $"{start}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(key)))}";
    }

    private static bool IsWellFormed(string key)
    {
        if (Ascii.IsValid(key))
        {
            return true;
        }

        var rest = key.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var used) != OperationStatus.Done)
            {
                return false;
            }

            rest = rest[used..];
        }

        return true;
    }
}
