using System.Text;
using SiteBot.Gate;

namespace SiteBot.Tests.Gate;

public sealed class FactsReaderRefusalTests
{
    private const string Least = """{"now":"2026-03-10T23:30:00+08:00","site":{"timeZone":"Asia/Shanghai"},"operation":{"kind":"upgrade"}}""";

    [Theory]
    [InlineData("now")]
    [InlineData("site")]
    [InlineData("operation")]
    [InlineData("site.timeZone", """{"now":"2026-03-10T23:30:00+08:00","site":{},"operation":{"kind":"upgrade"}}""")]
    [InlineData("operation.kind", """{"now":"2026-03-10T23:30:00+08:00","site":{"timeZone":"Asia/Shanghai"},"operation":{}}""")]
    public void A_missing_required_property_is_named_where_it_should_stand(string path, string? json = null) =>
        Refused(json ?? Without(path), path);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    [InlineData("{")]
    [InlineData("{'now':1}")]
    [InlineData(Least + "}")]
    [InlineData(Least + " {}")]
    [InlineData(Least + Least)]
    [InlineData("// comment\n" + Least)]
    [InlineData(Least + "/* comment */")]
    [InlineData("""{"now":"2026-03-10T23:30:00+08:00","site":{"timeZone":"Asia/Shanghai"},"operation":{"kind":"upgrade"},}""")]
    [InlineData("""{"now":"2026-03-10T23:30:00+08:00","site":{"timeZone":"Asia/Shanghai"},"operation":{"kind":"upgrade",}}""")]
    [InlineData("""{"now":NaN}""")]
    [InlineData("""{"site":{"policy":{"backupMaxAgeHours":01}}}""")]
    [InlineData("""{"bogus":1""")]
    [InlineData("""{"a":[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]}""")]
    [InlineData("\uFEFF\uFEFF" + Least)]
    public void Broken_json_is_named_by_a_dollar(string json) => Refused(json, "$");

    [Theory]
    [InlineData(new byte[] { 0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00 })]
    [InlineData(new byte[] { 0x22, 0xED, 0xA0, 0x80, 0x22 })]
    public void Bytes_that_are_no_utf8_are_broken_json(byte[] bytes) => Assert.Equal("$", Refusal(bytes).Path);

    [Theory]
    [InlineData("bogus", "\"bogus\":1")]
    [InlineData("Now", "\"Now\":\"2026-03-10T23:30:00+08:00\"")]
    [InlineData("service.bogus", "\"service\":{\"bogus\":{}}")]
    [InlineData("evidence.bogus", "\"evidence\":{\"bogus\":{}}")]
    [InlineData("evidence.escort.to", "\"evidence\":{\"escort\":{\"to\":1}}")]
    [InlineData("evidence.backup.ready", "\"evidence\":{\"backup\":{\"ready\":true}}")]
    [InlineData("evidence.office_consent.scope.reason", "\"evidence\":{\"office_consent\":{\"scope\":{\"reason\":\"x\"}}}")]
    [InlineData("evidence.rollback.confirmed", "\"evidence\":{\"rollback\":{\"confirmed\":true}}")]
    [InlineData("evidence.own_equipment", "\"evidence\":{\"own_equipment\":{}}")]
    public void Unknown_properties(string path, string property) => Refused(With(property), path);

    [Theory]
    [InlineData("evidence.6.3-10", "upgrade", "6.3-10")]
    [InlineData("evidence.5.2-2", "leave_site", "5.2-2")]
    [InlineData("evidence.6.4-2", "start_works", "6.4-2")]
    [InlineData("evidence.5.2-3", "power_on", "5.2-3")]
    [InlineData("evidence.6.4-1", "leave_site", "6.4-1")]
    public void Provisions_are_keys_for_start_works_and_leave_site_only_each_its_own(string path, string kind, string provision)
    {
        Refused("{\"evidence\":{\"" + provision + "\":{\"confirmed\":true}},\"now\":\"2026-03-10T23:30:00+08:00\",\"site\":{\"timeZone\":\"Asia/Shanghai\"},\"operation\":{\"kind\":\"" + kind + "\"}}", path);
    }

    [Theory]
    [InlineData("service", "\"service\":null")]
    [InlineData("service.live", "\"service\":{\"live\":null}")]
    [InlineData("site.policy.freezes", "\"site\":{\"timeZone\":\"UTC\",\"policy\":{\"freezes\":null}}")]
    [InlineData("site.policy.freezes[0]", "\"site\":{\"timeZone\":\"UTC\",\"policy\":{\"freezes\":[null]}}")]
    [InlineData("evidence.escort", "\"evidence\":{\"escort\":null}")]
    [InlineData("evidence.escort.by", "\"evidence\":{\"escort\":{\"by\":null}}")]
    [InlineData("lastDataChangeAt", "\"lastDataChangeAt\":null")]
    public void Null(string path, string property) => Refused(With(property), path);

    [Theory]
    [InlineData("service", "\"service\":[]")]
    [InlineData("service.live", "\"service\":{\"live\":\"true\"}")]
    [InlineData("service.live", "\"service\":{\"live\":1}")]
    [InlineData("operation.equipment", "\"operation\":{\"kind\":\"upgrade\",\"equipment\":5}")]
    [InlineData("operation.durationMinutes", "\"operation\":{\"kind\":\"upgrade\",\"durationMinutes\":\"5\"}")]
    [InlineData("operation.kind", "\"operation\":{\"kind\":true}")]
    [InlineData("site.policy.trafficPeaks", "\"site\":{\"timeZone\":\"UTC\",\"policy\":{\"trafficPeaks\":{}}}")]
    [InlineData("evidence", "\"evidence\":[]")]
    [InlineData("evidence.backup", "\"evidence\":{\"backup\":true}")]
    public void Wrong_types(string path, string property) => Refused(With(property), path);

    [Theory]
    [InlineData("operation.kind", "\"operation\":{\"kind\":\"Upgrade\"}")]
    [InlineData("operation.kind", "\"operation\":{\"kind\":\"\"}")]
    [InlineData("operation.kind", "\"operation\":{\"kind\":\" upgrade\"}")]
    [InlineData("operation.kind", "\"operation\":{\"kind\":\"0\"}")]
    [InlineData("service.state", "\"service\":{\"state\":\"down\"}")]
    [InlineData("evidence.office_consent.decision", "\"evidence\":{\"office_consent\":{\"decision\":\"yes\"}}")]
    [InlineData("evidence.office_consent.scope.kind", "\"evidence\":{\"office_consent\":{\"scope\":{\"kind\":\" \"}}}")]
    [InlineData("evidence.expert_review.outcome", "\"evidence\":{\"expert_review\":{\"outcome\":\"ok\"}}")]
    [InlineData("evidence.version_released.status", "\"evidence\":{\"version_released\":{\"status\":\"unknown\"}}")]
    public void Unknown_and_blank_enum_values(string path, string property) => Refused(With(property), path);

    [Theory]
    [InlineData("now", "\"now\":\"2026-03-10T23:30:00Z\"")]
    [InlineData("service.live", "\"service\":{\"live\":true,\"live\":true}")]
    [InlineData("service.live", "\"service\":{\"live\":true,\"l\\u0069ve\":true}")]
    [InlineData("evidence.6.3-10", "\"evidence\":{\"6.3-10\":{},\"6.3-10\":{}}")]
    [InlineData("site", "\"site\":{\"timeZone\":\"UTC\"}")]
    public void Duplicate_properties(string path, string property) => Refused(Least[..^1] + "," + property + "}", path);

    [Theory]
    [InlineData("asia/shanghai")]
    [InlineData("Asia/shanghai")]
    [InlineData("ASIA/SHANGHAI")]
    [InlineData(" Asia/Shanghai")]
    [InlineData("")]
    [InlineData("UTC+08:00")]
    [InlineData("UTC+8")]
    [InlineData("+08:00")]
    [InlineData("China Standard Time")]
    [InlineData("Asia/Nowhere")]
    public void A_zone_that_IANA_does_not_spell_so(string zone) => Refused(With("\"site\":{\"timeZone\":\"" + zone + "\"}"), "site.timeZone");

    [Theory]
    [InlineData("site.policy.nightWindow.to", "\"nightWindow\":{\"from\":\"00:00\"}")]
    [InlineData("site.policy.nightWindow.from", "\"nightWindow\":{\"to\":\"00:00\"}")]
    [InlineData("site.policy.nightWindow.to", "\"nightWindow\":{\"from\":\"12:00\",\"to\":\"12:01\"}")]
    [InlineData("site.policy.nightWindow.to", "\"nightWindow\":{\"from\":\"22:00\",\"to\":\"23:59\"}")]
    [InlineData("site.policy.eveningWindow.to", "\"eveningWindow\":{\"from\":\"22:00\",\"to\":\"24:00\"}")]
    [InlineData("site.policy.eveningWindow.from", "\"eveningWindow\":{\"from\":\"2:00\",\"to\":\"23:00\"}")]
    [InlineData("site.policy.eveningWindow.from", "\"eveningWindow\":{\"from\":\"\",\"to\":\"23:00\"}")]
    [InlineData("site.policy.eveningWindow.from", "\"eveningWindow\":{\"from\":\"02:00:00\",\"to\":\"23:00\"}")]
    [InlineData("site.policy.trafficPeaks[1].to", "\"trafficPeaks\":[{\"from\":\"01:00\",\"to\":\"02:00\"},{\"from\":\"01:00\",\"to\":\"02:60\"}]")]
    [InlineData("site.policy.freezes[0].to", "\"freezes\":[{\"from\":\"2026-01-01T00:00:00Z\"}]")]
    [InlineData("site.policy.freezes[0].from", "\"freezes\":[{\"to\":\"2026-01-01T00:00:00Z\"}]")]
    [InlineData("site.policy.freezes[1].to", "\"freezes\":[{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-01-02T00:00:00Z\"},{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-01-01T08:00:00+08:00\"}]")]
    [InlineData("site.policy.backupMaxAgeHours", "\"backupMaxAgeHours\":0")]
    [InlineData("site.policy.backupMaxAgeHours", "\"backupMaxAgeHours\":8761")]
    [InlineData("site.policy.backupMaxAgeHours", "\"backupMaxAgeHours\":24.0")]
    [InlineData("site.policy.readOnlyBackupMaxAgeHours", "\"readOnlyBackupMaxAgeHours\":1e1")]
    public void Policies(string path, string property) => Refused(With("\"site\":{\"timeZone\":\"UTC\",\"policy\":{" + property + "}}"), path);

    [Theory]
    [InlineData("-1")]
    [InlineData("43201")]
    [InlineData("1.0")]
    [InlineData("1E1")]
    [InlineData("1e0")]
    [InlineData("99999999999999999999999999")]
    public void Minutes_from_0_to_43200_written_without_fraction_or_exponent(string minutes)
    {
        Refused(With("\"operation\":{\"kind\":\"upgrade\",\"durationMinutes\":" + minutes + "}"), "operation.durationMinutes");
        Refused(With("\"evidence\":{\"rollback\":{\"minutes\":" + minutes + "}}"), "evidence.rollback.minutes");
    }

    [Fact]
    public void More_than_24_peaks_or_1000_freezes()
    {
        var peaks = string.Join(',', Enumerable.Repeat("{\"from\":\"08:00\",\"to\":\"09:00\"}", 25));
        Refused(With("\"site\":{\"timeZone\":\"UTC\",\"policy\":{\"trafficPeaks\":[" + peaks + "]}}"), "site.policy.trafficPeaks");
        var freezes = string.Join(',', Enumerable.Repeat("{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-01-02T00:00:00Z\"}", 1001));
        Refused(With("\"site\":{\"timeZone\":\"UTC\",\"policy\":{\"freezes\":[" + freezes + "]}}"), "site.policy.freezes");
    }

    [Fact]
    public void A_consent_scope_whose_from_is_not_before_its_to() =>
        Refused(With("\"evidence\":{\"customer_consent\":{\"scope\":{\"from\":\"2026-01-01T08:00:00+08:00\",\"to\":\"2026-01-01T00:00:00Z\"}}}"), "evidence.customer_consent.scope.to");

    [Fact]
    public void Texts_longer_than_500_characters_as_dotnet_counts_them()
    {
        Refused(With("\"operation\":{\"kind\":\"upgrade\",\"equipment\":\"" + new string('x', 501) + "\"}"), "operation.equipment");
        Refused(With("\"operation\":{\"kind\":\"upgrade\",\"equipment\":\"" + string.Concat(Enumerable.Repeat("😀", 251)) + "\"}"), "operation.equipment");
        Refused(With("\"operation\":{\"kind\":\"upgrade\",\"equipment\":\"" + new string(' ', 501) + "\"}"), "operation.equipment");
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udc00\\ud800")]
    [InlineData("a\\ud83d b")]
    public void Text_that_is_no_valid_unicode(string text) =>
        Refused(With("\"operation\":{\"kind\":\"upgrade\",\"equipment\":\"" + text + "\"}"), "operation.equipment");

    [Fact]
    public void More_than_1_MiB() => Refused(Least + new string(' ', FactsReader.MaxBytes - Least.Length + 1), "$");

    [Theory]
    [InlineData("upgrade", "true", "{\"applies\":false}")]
    [InlineData("upgrade", "true", "{\"applies\":true}")]
    [InlineData("removable_media", "true", "{\"applies\":false}")]
    public void Where_live_a_backup_that_does_not_apply_is_refused_for_every_kind(string kind, string live, string backup) =>
        Refused(With("\"operation\":{\"kind\":\"" + kind + "\"},\"service\":{\"live\":" + live + "},\"evidence\":{\"backup\":" + backup + "}"), "evidence.backup.applies");

    [Fact]
    public void A_refusal_never_repeats_the_input()
    {
        foreach (var bad in new[] { "\"now\":\"SECRET\"", "\"operation\":{\"kind\":\"SECRET\"}", "\"site\":{\"timeZone\":\"SECRET\"}", "\"SECRET SECRET\":1", "\"evidence\":{\"escort\":{\"at\":\"SECRET\"}}", "\"service\":SECRET" })
        {
            var refusal = Refusal(Encoding.UTF8.GetBytes(With(bad)));
            Assert.DoesNotContain("SECRET", refusal.ToString());
        }
    }

    [Fact]
    public void A_refusal_is_one_line_of_at_most_300_characters()
    {
        var refusal = Refusal(Encoding.UTF8.GetBytes("{\"" + new string('a', 1000) + "\\n\":1}"));
        Assert.True(refusal.ToString().Length <= 300);
        Assert.DoesNotContain('\n', refusal.ToString());
    }

    private static void Refused(string json, string path) => Assert.Equal(path, Refusal(Encoding.UTF8.GetBytes(json)).Path);

    private static FactsRefusal Refusal(byte[] json)
    {
        Assert.False(FactsReader.TryRead(json, Ready.Rules, out _, out var refusal));
        return refusal!;
    }

    // The least facts with one property given or replaced.
    private static string With(string property)
    {
        var name = property[1..property.IndexOf('"', 1)];
        var others = new Dictionary<string, string>
        {
            ["now"] = "\"now\":\"2026-03-10T23:30:00+08:00\"",
            ["site"] = "\"site\":{\"timeZone\":\"Asia/Shanghai\"}",
            ["operation"] = "\"operation\":{\"kind\":\"upgrade\"}",
        };
        others.Remove(name);
        return "{" + string.Join(',', others.Values.Where(o => !property.Contains(o[..(o.IndexOf(':') + 1)])).Append(property)) + "}";
    }

    private static string Without(string name) => With($"\"{name}\":").Replace($",\"{name}\":", "", StringComparison.Ordinal);
}
