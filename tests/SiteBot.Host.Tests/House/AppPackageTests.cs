using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;

namespace SiteBot.Host.Tests.House;

/// <summary>The app that Teams installs: what <c>./package</c> makes of <c>appPackage/</c>.</summary>
public sealed class AppPackageTests
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
        Assert.Equal($"api://sitebot.example.com/{Bot}", manifest.RootElement.GetProperty("webApplicationInfo").GetProperty("resource").GetString());
        Assert.Equal("https://sitebot.example.com/tab", manifest.RootElement.GetProperty("staticTabs")[1].GetProperty("contentUrl").GetString());
    }

    [Fact]
    public void The_tab_may_sign_in_by_another_registration_than_the_bots()
    {
        var to = Path.Combine(System.IO.Directory.CreateTempSubdirectory().FullName, "app.zip");
        var (exit, _, errors) = Package("--app-id", App, "--bot-id", Bot, "--sso-id", App, "--host", "sitebot.example.com", "--to", to);

        Assert.True(exit == 0, errors);
        using var zip = ZipFile.OpenRead(to);
        using var manifest = JsonDocument.Parse(zip.GetEntry("manifest.json")!.Open());
        Assert.Equal(App, manifest.RootElement.GetProperty("webApplicationInfo").GetProperty("id").GetString());
    }

    [Fact]
    public void Both_languages_name_the_tab()
    {
        using var manifest = Read("manifest.json");
        using var english = Read("en.json");
        using var chinese = Read("zh-cn.json");
        var names = manifest.RootElement.GetProperty("staticTabs").EnumerateArray().Select((tab, t) => (Key: $"staticTabs[{t}].name", Tab: tab)).Where(one => one.Tab.TryGetProperty("name", out _)).ToList();

        Assert.All(names, one => Assert.Equal(one.Tab.GetProperty("name").GetString(), english.RootElement.GetProperty(one.Key).GetString()));
        Assert.All(names, one => Assert.NotEqual("", chinese.RootElement.GetProperty(one.Key).GetString()));
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
        var expected = Worded(manifest.RootElement).Select(text => text.Place).Order(StringComparer.Ordinal).ToList();

        Assert.Contains("composeExtensions[0].commands[0].parameters[0].description", expected);
        Assert.Equal(expected, Texts("en.json").Select(text => text.Key).Order(StringComparer.Ordinal));
        Assert.Equal(expected, Texts("zh-cn.json").Select(text => text.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void English_is_worded_once()
    {
        using var manifest = Read("manifest.json");
        var worded = Worded(manifest.RootElement).ToDictionary(text => text.Place, text => text.Words);

        Assert.All(Texts("en.json"), text => Assert.Equal(worded[text.Key], text.Value));
    }

    [Fact]
    public void Every_text_is_as_short_as_Teams_wants_it()
    {
        foreach (var file in new[] { "en.json", "zh-cn.json" })
        {
            Assert.All(Texts(file), text => Assert.InRange(text.Value.Length, 1, text.Key.EndsWith("title", StringComparison.Ordinal) ? 32 : 128));
        }
    }

    // What people see of what they can do: the titles and descriptions of commands and of what they ask for, and the names of tabs.
    private static IEnumerable<(string Place, string Words)> Worded(JsonElement manifest) => manifest.EnumerateObject()
        .Where(part => part.Name is "bots" or "composeExtensions" or "staticTabs")
        .SelectMany(part => Worded(part.Name, part.Value));

    private static IEnumerable<(string Place, string Words)> Worded(string place, JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Array => part.EnumerateArray().SelectMany((item, i) => Worded($"{place}[{i}]", item)),
        JsonValueKind.Object => part.EnumerateObject().SelectMany(property => Worded($"{place}.{property.Name}", property.Value)),
        JsonValueKind.String when place.EndsWith(".title", StringComparison.Ordinal) || place.EndsWith(".description", StringComparison.Ordinal)
            || (place.StartsWith("staticTabs", StringComparison.Ordinal) && place.EndsWith("].name", StringComparison.Ordinal)) => [(place, part.GetString()!)],
        _ => [],
    };

    private static Dictionary<string, string> Texts(string file)
    {
        using var language = Read(file);
        return language.RootElement.EnumerateObject().Where(text => text.Name.Contains('[', StringComparison.Ordinal)).ToDictionary(text => text.Name, text => text.Value.GetString()!);
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
}
