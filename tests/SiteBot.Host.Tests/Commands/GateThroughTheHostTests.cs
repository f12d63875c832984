using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace SiteBot.Host.Tests.Commands;

/// <summary><c>sitebot gate</c> as a process of its own, the way scripts call it.</summary>
public sealed class GateThroughTheHostTests : IDisposable
{
    private const string Go = """{"now":"2026-03-10T23:30:00+08:00","site":{"timeZone":"Asia/Shanghai"},"operation":{"kind":"removable_media"},"evidence":{"media_consent":{"by":"Zhang","at":"2026-03-10T23:00:00+08:00"}}}""";
    private const string Wait = """{"now":"2026-03-10T23:30:00+08:00","site":{"timeZone":"Asia/Shanghai"},"operation":{"kind":"power_on","equipment":"X","engineerIsSure":true,"durationMinutes":5},"evidence":{"anti_static":{"confirmed":true},"customer_consent":{"decision":"approved","by":"Zhang","at":"2026-03-10T23:00:00+08:00","scope":{"kind":"power_on","equipment":"X","from":"2026-03-11T00:00:00+08:00"}}}}""";
    private const string No = """{"now":"2026-03-10T23:30:00+08:00","site":{"timeZone":"Asia/Shanghai"},"operation":{"kind":"removable_media"}}""";
    private const string Never = """{"now":"2026-03-10T23:30:00+08:00","site":{"timeZone":"Asia/Shanghai"},"operation":{"kind":"upgrade","thirdParty":true}}""";
    private const string Bad = """{"now":"2026-03-10T23:30:00+08:00","site":{"timeZone":"Asia/Shanghai"},"operation":{"kind":"SECRET"}}""";

    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("sitebot-gate").FullName;

    [Theory]
    [InlineData(Go, 0, "go")]
    [InlineData(Wait, 1, "wait")]
    [InlineData(No, 2, "no")]
    [InlineData(Never, 3, "never")]
    public async Task The_exit_code_says_the_verdict_that_is_printed(string facts, int code, string verdict)
    {
        var (exit, output, error) = await Run(null, "gate", Written(facts));
        Assert.Equal((code, ""), (exit, error));
        Assert.Equal(verdict, JsonDocument.Parse(output).RootElement.GetProperty("verdict").GetString());
        Assert.Equal(1, output.Count(c => c == '\n'));
    }

    [Fact]
    public async Task A_dash_reads_standard_input_and_a_byte_order_mark_is_passed_over()
    {
        var (exit, output, _) = await Run("\uFEFF" + Go, "gate", "-");
        Assert.Equal(0, exit);
        Assert.StartsWith("""{"verdict":"go","earliest":"2026-03-10T23:30:00+08:00","startBy":null,"rollBackBy":null,"checks":[{"id":"media_consent","state":"pass",""", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_input_is_64_with_its_path_in_one_line_that_does_not_repeat_it()
    {
        var (exit, output, error) = await Run(null, "gate", Written(Bad));
        Assert.Equal((64, ""), (exit, output));
        Assert.StartsWith("operation.kind: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", error, StringComparison.Ordinal);
        Assert.InRange(error.TrimEnd('\n').Length, 20, 300);
        Assert.Equal(1, error.Count(c => c == '\n'));
    }

    [Fact]
    public async Task An_unreadable_file_is_64_with_nothing_on_standard_output()
    {
        foreach (var words in new string[][] { ["gate", Path.Combine(_folder, "none.json")], ["gate", _folder], ["gate", "--batch", Path.Combine(_folder, "none.jsonl")] })
        {
            var (exit, output, error) = await Run(null, words);
            Assert.Equal((64, "", 1), (exit, output, error.Count(c => c == '\n')));
        }
    }

    [Fact]
    public async Task Wrong_use_is_64()
    {
        foreach (var words in new string[][] { ["gate"], ["gate", "a", "b"], ["gate", "a", "--batch", "b"], ["gate", "--batch"], ["gate", "--other"], ["gates", "a"] })
        {
            var (exit, output, error) = await Run(null, words);
            Assert.Equal((64, "", 1), (exit, output, error.Count(c => c == '\n')));
        }
    }

    [Fact]
    public async Task A_batch_prints_a_line_a_line_in_order_and_goes_on_after_a_bad_one()
    {
        var tooLong = Go + new string(' ', 1024 * 1024);
        var file = Written(string.Join('\n', Go, "", No + "\r", "   ", Bad, "{", tooLong, Never));
        var (exit, output, error) = await Run(null, "gate", "--batch", file);
        Assert.Equal((64, ""), (exit, error));
        Assert.Equal(
            ["go", "no", "operation.kind", "$", "$", "never"],
            output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).Select(json =>
                json.TryGetProperty("verdict", out var verdict) ? verdict.GetString() : json.GetProperty("error").GetString()!.Split(':')[0]));
    }

    [Fact]
    public async Task A_batch_whose_every_line_is_good_is_0_whatever_the_verdicts()
    {
        var (exit, output, _) = await Run(string.Join('\n', Never, No, Wait, Go, ""), "gate", "--batch", "-");
        Assert.Equal((0, 4), (exit, output.Count(c => c == '\n')));
    }

    public void Dispose() => System.IO.Directory.Delete(_folder, recursive: true);

    private string Written(string text)
    {
        var file = Path.Combine(_folder, "facts.json");
        File.WriteAllText(file, text);
        return file;
    }

    private static async Task<(int Code, string Out, string Error)> Run(string? input, params string[] words)
    {
        var utf8 = new UTF8Encoding(false);
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "SiteBot.Host.dll"), .. words])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
