using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SiteBot.Host.Tests.House;

/// <summary>The app that Teams installs: what <c>./package</c> makes of <c>appPackage/</c>.</summary>
public sealed partial class AppPackageTests
{
    private const string App = "11111111-2222-3333-4444-555555555555";
    private const string Bot = "66666666-7777-8888-9999-aaaaaaaaaaaa";

    private static readonly string[] _files = ["color.png", "en.json", "manifest.json", "outline.png", "zh-cn.json"];

    [Fact]
    public void A_package_holds_the_manifest_with_every_placeholder_filled_the_icons_and_the_languages()
    {
        var to = Path.Combine(System.IO.Directory.CreateTempSubdirectory().FullName, "app.zip");
        var (exit, output, errors) = Package("--app-id", App, "--bot-id", Bot, "--host", "sitebot.example.com", "--to", to);

        Assert.True(exit == 0, errors);
        Assert.Equal(to, output.Trim());
        using var zip = ZipFile.OpenRead(to);
        Assert.Equal(_files, zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        using var reader = new StreamReader(zip.GetEntry("manifest.json")!.Open());
        var text = reader.ReadToEnd();
        Assert.DoesNotContain("${{", text, StringComparison.Ordinal);
        using var manifest = JsonDocument.Parse(text);
        Assert.Equal(App, manifest.RootElement.GetProperty("id").GetString());
        Assert.Equal(Bot, manifest.RootElement.GetProperty("bots")[0].GetProperty("botId").GetString());
        Assert.Equal("sitebot.example.com", manifest.RootElement.GetProperty("validDomains")[0].GetString());
    }

    [Theory]
    [InlineData("--app-id is missing", "--host", "sitebot.example.com")]
    [InlineData("--app-id is 'x'", "--app-id", "x", "--host", "sitebot.example.com")]
    [InlineData("--host is missing", "--app-id", App)]
    [InlineData("--host is 'https://a.example'", "--app-id", App, "--host", "https://a.example")]
    [InlineData("--to has no value", "--app-id", App, "--host", "a.example", "--to")]
    [InlineData("'--hots' is not known", "--hots", "a.example")]
    public void What_cannot_be_is_refused_by_its_name(string said, params string[] words)
    {
        var (exit, output, errors) = Package(words);

        Assert.Equal((64, ""), (exit, output));
        Assert.StartsWith(said, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_languages_name_every_command_and_nothing_else()
    {
        using var manifest = Read("manifest.json");
        var expected = manifest.RootElement.GetProperty("bots")[0].GetProperty("commandLists").EnumerateArray()
            .SelectMany((list, l) => list.GetProperty("commands").EnumerateArray().SelectMany((_, c) => new[] { $"bots[0].commandLists[{l}].commands[{c}].description", $"bots[0].commandLists[{l}].commands[{c}].title" }))
            .Order(StringComparer.Ordinal).ToList();

        Assert.Equal(expected, Keys("en.json"));
        Assert.Equal(expected, Keys("zh-cn.json"));
    }

    [Fact]
    public void English_is_worded_once()
    {
        using var manifest = Read("manifest.json");
        using var english = Read("en.json");
        var lists = manifest.RootElement.GetProperty("bots")[0].GetProperty("commandLists");

        Assert.All(english.RootElement.EnumerateObject().Where(text => text.Name.StartsWith("bots", StringComparison.Ordinal)), text =>
        {
            var place = Place().Match(text.Name);
            var command = lists[int.Parse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture)].GetProperty("commands")[int.Parse(place.Groups[2].ValueSpan, CultureInfo.InvariantCulture)];
            Assert.Equal(command.GetProperty(place.Groups[3].Value).GetString(), text.Value.GetString());
        });
    }

    private static List<string> Keys(string file)
    {
        using var language = Read(file);
        return [.. language.RootElement.EnumerateObject().Select(text => text.Name).Where(name => name.StartsWith("bots", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    private static JsonDocument Read(string file) => JsonDocument.Parse(File.ReadAllText(Repository.At("appPackage/" + file)));

    private static (int Exit, string Output, string Errors) Package(params string[] words)
    {
        var start = new ProcessStartInfo("bash", [Repository.At("package"), .. words]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }

    [GeneratedRegex(@"^bots\[0\]\.commandLists\[(\d+)\]\.commands\[(\d+)\]\.(title|description)$")]
    private static partial Regex Place();
}
