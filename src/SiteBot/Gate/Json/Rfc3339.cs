using NodaTime;

namespace SiteBot.Gate;

/// <summary>The times of the gate's JSON: RFC 3339 with capital T and Z, seconds, at most six digits of a fraction, an offset of at most 14:00.</summary>
internal static class Rfc3339
{
    private const int MaxFraction = 6;
    private const int MaxOffsetMinutes = 14 * 60;

    // Both as written and in UTC, so that what is read can be written again in any zone's clock near it.
    private static readonly Instant First = Instant.FromUtc(2000, 1, 1, 0, 0);
    private static readonly Instant End = Instant.FromUtc(2200, 1, 1, 0, 0);

    /// <summary>Reads one time; null where it is written otherwise, does not exist, or lies outside the years 2000 to 2199.</summary>
    public static Instant? Read(ReadOnlySpan<byte> text)
    {
        if (text.Length < 20
            || !Digits(text[..4], out var year) || text[4] != '-'
            || !Digits(text[5..7], out var month) || text[7] != '-'
            || !Digits(text[8..10], out var day) || text[10] != 'T'
            || !Digits(text[11..13], out var hour) || text[13] != ':'
            || !Digits(text[14..16], out var minute) || text[16] != ':'
            || !Digits(text[17..19], out var second)
            || year is < 2000 or > 2199 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 59)
        {
            return null;
        }

        if (!Fraction(text[19..], out var micros, out var rest) || !OffsetMinutes(rest, out var offset))
        {
            return null;
        }

        var instant = Instant.FromUtc(year, month, day, hour, minute, second) + Duration.FromTicks(micros * 10L) - Duration.FromMinutes(offset);
        return instant >= First && instant < End ? instant : null;
    }

    private static bool Fraction(ReadOnlySpan<byte> text, out int micros, out ReadOnlySpan<byte> rest)
    {
        micros = 0;
        rest = text;
        if (text[0] != '.')
        {
            return true;
        }

        var digits = 0;
        while (1 + digits < text.Length && char.IsAsciiDigit((char)text[1 + digits]))
        {
            digits++;
        }

        if (digits is 0 or > MaxFraction || !Digits(text.Slice(1, digits), out micros))
        {
            return false;
        }

        for (var i = digits; i < MaxFraction; i++)
        {
            micros *= 10;
        }

        rest = text[(1 + digits)..];
        return true;
    }

    private static bool OffsetMinutes(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text.Length == 1)
        {
            return text[0] == 'Z';
        }

        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':'
            || !Digits(text[1..3], out var hour) || !Digits(text[4..6], out var minute) || minute > 59)
        {
            return false;
        }

        minutes = (hour * 60) + minute;
        if (minutes > MaxOffsetMinutes)
        {
            return false;
        }

        minutes = text[0] == '-' ? -minutes : minutes;
        return true;
    }

    private static bool Digits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit((char)c))
            {
                return false;
            }

            value = (value * 10) + (c - '0');
        }

        return true;
    }
}
