using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SiteBot.Host.Tests.Serving;

/// <summary>The host as a process of its own, the way <c>./run</c> starts it.</summary>
public sealed partial class ProcessTests : IDisposable
{
    private readonly Folder _folder = new();

    [Fact]
    public async Task It_says_its_mode_first_then_where_the_local_chat_is_and_ends_well_when_it_is_asked_to()
    {
        using var host = Start($"--Storage:Path={_folder.File("s.db")}", "--urls=http://127.0.0.1:0");
        Assert.Equal("SiteBot in local mode: for this machine alone. It listens on loopback only and asks nobody for a token.", await host.StandardOutput.ReadLineAsync());
        var chat = ChatLine().Match((await host.StandardOutput.ReadLineAsync())!).Groups["address"].Value;
        using var http = new HttpClient();
        Assert.Equal(System.Net.HttpStatusCode.OK, (await http.GetAsync(chat)).StatusCode);
        using (var end = Process.Start("kill", ["-TERM", host.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await end.WaitForExitAsync();
        }

        await host.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(120));
        Assert.Equal((0, ""), (host.ExitCode, await host.StandardError.ReadToEndAsync()));
    }

    [Theory]
    [InlineData("--Storge:Path=x", "Storge:Path is no setting; write 'Storage:Path'.\n")]
    [InlineData("--MicrosoftAppPassword=hush", "MicrosoftAppPassword is given and MicrosoftAppId is not: give MicrosoftAppId too, or remove MicrosoftAppPassword to run in local mode.\n")]
    [InlineData("--Directory:Path=no-such.yaml", "no-such.yaml: the file cannot be read: ")]
    public async Task What_it_cannot_start_with_is_one_line_on_standard_error_and_64(string word, string says)
    {
        using var host = Start($"--Storage:Path={_folder.File("s.db")}", word);
        var (output, error) = (await host.StandardOutput.ReadToEndAsync(), await host.StandardError.ReadToEndAsync());
        await host.WaitForExitAsync();
        Assert.Equal((64, ""), (host.ExitCode, output));
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(letter => letter == '\n'));
    }

    public void Dispose() => _folder.Dispose();

    private static Process Start(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SiteBot.Host.dll"), .. words]) { RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start)!;
    }

    [GeneratedRegex("^Local chat: +(?<address>http://127\\.0\\.0\\.1:\\d+/)$")]
    private static partial Regex ChatLine();
}
