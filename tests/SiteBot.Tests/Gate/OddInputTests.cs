using System.Text;
using SiteBot.Gate;

namespace SiteBot.Tests.Gate;

/// <summary>Input at the contract's edges, read to the letter of it: a path where it is refused, null where it is accepted.</summary>
public sealed class OddInputTests
{
    [Theory]
    [InlineData("2026-03-10T23:30:00.123456Z", true)]
    [InlineData("2026-03-10T23:30:00.1234567Z", false)]
    [InlineData("2026-03-10T23:30:00.Z", false)]
    [InlineData("2026-03-10T23:30:00,5Z", false)]
    [InlineData("2026-03-10T23:30:00+14:00", true)]
    [InlineData("2026-03-10T23:30:00-14:00", true)]
    [InlineData("2026-03-10T23:30:00-00:00", true)]
    [InlineData("2026-03-10T23:30:00+14:01", false)]
    [InlineData("2026-03-10T23:30:00+08:60", false)]
    [InlineData("2026-03-10T23:30:00+0800", false)]
    [InlineData("2026-03-10T23:30:00+08", false)]
    [InlineData("2026-03-10t23:30:00Z", false)]
    [InlineData("2026-03-10T23:30:00z", false)]
    [InlineData("2026-03-10 23:30:00Z", false)]
    [InlineData("2026-03-10T23:30Z", false)]
    [InlineData("2026-03-10T23:30:00", false)]
    [InlineData("2026-03-10T24:00:00Z", false)]
    [InlineData("2026-06-30T23:59:60Z", false)]
    [InlineData("2026-02-30T00:00:00Z", false)]
    [InlineData("2027-02-29T00:00:00Z", false)]
    [InlineData("２０２６-03-10T23:30:00Z", false)]
    [InlineData("12026-03-10T23:30:00Z", false)]
    [InlineData("2026-03-10T23:30:00Z ", false)]
    [InlineData("2000-01-01T00:00:00Z", true)]
    [InlineData("1999-12-31T23:59:59Z", false)]
    [InlineData("2199-12-31T23:59:59Z", true)]
    [InlineData("2200-01-01T00:00:00Z", false)]
    public void A_time_is_RFC_3339_to_the_letter(string now, bool isGood) => Reads(isGood ? null : "now", now: $"\"{now}\"");

    [Theory]
    [InlineData("PRC", true)]
    [InlineData("UTC", true)]
    [InlineData("Etc/GMT+8", true)]
    [InlineData("EST5EDT", true)]
    [InlineData("asia/shanghai", false)]
    [InlineData("Asia/Shanghai ", false)]
    [InlineData("China Standard Time", false)]
    [InlineData("UTC+08:00", false)]
    [InlineData("posix/UTC", false)]
    [InlineData("", false)]
    public void A_zone_is_spelt_as_IANA_spells_it_links_included(string zone, bool isGood) => Reads(isGood ? null : "site.timeZone", site: $$"""{"timeZone":"{{zone}}"}""");

    [Theory]
    [InlineData("0", true)]
    [InlineData("43200", true)]
    [InlineData("43201", false)]
    [InlineData("-1", false)]
    [InlineData("1.0", false)]
    [InlineData("1e2", false)]
    [InlineData("99999999999999999999999999999999", false)]
    [InlineData("\"120\"", false)]
    [InlineData("true", false)]
    public void Minutes_are_whole_numbers_written_plainly(string minutes, bool isGood) =>
        Reads(isGood ? null : "operation.durationMinutes", operation: $$"""{"kind":"upgrade","durationMinutes":{{minutes}}}""");

    [Theory]
    [InlineData("+1")]
    [InlineData("012")]
    [InlineData("NaN")]
    [InlineData(".5")]
    public void What_is_no_JSON_number_is_broken_JSON(string minutes) => Reads("$", operation: $$"""{"kind":"upgrade","durationMinutes":{{minutes}}}""");

    [Theory]
    [InlineData("22:00", "00:00", true)]
    [InlineData("12:00", "12:00", true)]
    [InlineData("11:59", "13:00", true)]
    [InlineData("12:00", "13:00", false)]
    [InlineData("20:00", "23:00", false)]
    [InlineData("00:00", "24:00", false)]
    [InlineData("00:00", "6:00", false)]
    [InlineData("00:00", "06:00:00", false)]
    public void A_night_window_reaches_a_midnight(string from, string to, bool isGood) =>
        Reads(isGood ? null : "site.policy.nightWindow.to", site: "{\"timeZone\":\"UTC\",\"policy\":{\"nightWindow\":{\"from\":\"" + from + "\",\"to\":\"" + to + "\"}}}");

    [Theory]
    [InlineData("\ufeff", "", null)]
    [InlineData("\ufeff\ufeff", "", "$")]
    [InlineData("\r\n\t ", "\r\n", null)]
    [InlineData("\u000b", "", "$")]
    [InlineData("\u00a0", "", "$")]
    [InlineData("", ",", "$")]
    [InlineData("", "//", "$")]
    [InlineData("/**/", "", "$")]
    [InlineData("", " 1", "$")]
    public void Around_the_facts_stands_nothing_but_white_space_and_one_byte_order_mark(string before, string behind, string? path)
    {
        Assert.Equal(path, PathOf(Encoding.UTF8.GetBytes(before + Facts() + behind)));
    }

    [Fact]
    public void A_property_is_a_duplicate_however_it_is_escaped() =>
        Assert.Equal("operation", PathOf(Encoding.UTF8.GetBytes(Facts()[..^1] + ",\"oper\\u0061tion\":{\"kind\":\"upgrade\"}}")));

    [Theory]
    [InlineData("\"\\ud800\"", false)]
    [InlineData("\"a\\udc00\"", false)]
    [InlineData("\"\\ud83d\\ude00\"", true)]
    public void A_text_is_valid_Unicode(string text, bool isGood) => Reads(isGood ? null : "operation.equipment", operation: $$"""{"kind":"upgrade","equipment":{{text}}}""");

    [Theory]
    [InlineData(250, true)]
    [InlineData(251, false)]
    public void Lengths_count_as_dotnet_counts(int faces, bool isGood) =>
        Reads(isGood ? null : "operation.equipment", operation: $$"""{"kind":"upgrade","equipment":"{{string.Concat(Enumerable.Repeat("😀", faces))}}"}""");

    [Fact]
    public void Sixteen_levels_are_read_and_one_more_is_broken_JSON()
    {
        Assert.NotEqual("$", PathOf(Nested(14)));
        Assert.Equal("$", PathOf(Nested(17)));
    }

    private static byte[] Nested(int levels) =>
        Encoding.UTF8.GetBytes(Facts()[..^1] + ",\"evidence\":" + string.Concat(Enumerable.Repeat("[", levels)) + new string(']', levels) + "}");

    private static void Reads(string? path, string? now = null, string? site = null, string? operation = null) => Assert.Equal(path, PathOf(Encoding.UTF8.GetBytes(Facts(now, site, operation))));

    private static string Facts(string? now = null, string? site = null, string? operation = null) =>
        $"{{\"now\":{now ?? "\"2026-03-10T23:30:00+08:00\""},\"site\":{site ?? "{\"timeZone\":\"Asia/Shanghai\"}"},\"operation\":{operation ?? "{\"kind\":\"upgrade\"}"}}}";

    private static string? PathOf(byte[] json) => FactsReader.TryRead(json, Ready.Rules, out _, out var refusal) ? null : refusal!.Path;
}
