using System.Xml.Linq;

namespace SiteBot.Host.Tests.House;

/// <summary>Which project may know which: the layers of docs/architecture.md.</summary>
public sealed class LayersTests
{
    private static readonly Dictionary<string, string[]> Below = new()
    {
        ["SiteBot"] = [],
        ["SiteBot.Tokens"] = [],
        ["SiteBot.BotFramework"] = ["SiteBot.Tokens"],
        ["SiteBot.LocalChat"] = [],
        ["SiteBot.Training"] = ["SiteBot"],
        ["SiteBot.Storage"] = ["SiteBot"],
        ["SiteBot.Documents"] = ["SiteBot"],
        ["SiteBot.Answers.OpenAI"] = ["SiteBot"],
        ["SiteBot.Teams"] = ["SiteBot", "SiteBot.BotFramework"],
        ["SiteBot.ManagersTab"] = ["SiteBot", "SiteBot.Tokens"],
        ["SiteBot.Host"] =
        [
            "SiteBot", "SiteBot.Answers.OpenAI", "SiteBot.BotFramework", "SiteBot.Documents", "SiteBot.LocalChat", "SiteBot.ManagersTab", "SiteBot.Storage", "SiteBot.Teams",
            "SiteBot.Tokens",
        ],
    };

    public static TheoryData<string> Projects => new(Sources.Of("src", "*.csproj").Select(path => Path.GetFileNameWithoutExtension(path)));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_what_lies_below_it(string project) =>
        Assert.Empty(References(project).Except(Below.TryGetValue(project, out var allowed) ? allowed : []));

    [Fact]
    public void The_domain_needs_NodaTime_and_YamlDotNet_and_nothing_else() =>
        Assert.Equal(["NodaTime", "YamlDotNet"], Packages("SiteBot"));

    [Fact]
    public void The_core_that_stands_for_the_SDK_knows_nothing_of_visits() =>
        Assert.DoesNotContain(Sources.Of("src/SiteBot.BotFramework", "*.cs"), file => File.ReadAllText(Repository.At(file)).Contains("Visit", StringComparison.Ordinal));

    [Theory]
    [InlineData("SELECT ", "SiteBot.Storage")]
    [InlineData("using Npgsql", "SiteBot.Storage")]
    [InlineData("using Microsoft.Data.Sqlite", "SiteBot.Storage")]
    [InlineData("using DocumentFormat.OpenXml", "SiteBot.Documents")]
    [InlineData("using OpenAI", "SiteBot.Answers.OpenAI")]
    public void Only_one_project_speaks_that_language(string sign, string project) =>
        Assert.DoesNotContain(
            Sources.Of("src", "*.cs").Where(file => !file.StartsWith($"src/{project}/", StringComparison.Ordinal)),
            file => File.ReadAllText(Repository.At(file)).Contains(sign, StringComparison.Ordinal));

    private static IEnumerable<string> References(string project)
    {
        var file = Project(project);
        var references = file.Descendants("ProjectReference").Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')));
        var sdk = file.Descendants("Import").Any(import => ((string)import.Attribute("Project")!).EndsWith("BotFrameworkSdk.props", StringComparison.Ordinal));
        return sdk ? references.Append("SiteBot.BotFramework") : references;
    }

    private static IEnumerable<string> Packages(string project) =>
        Project(project).Descendants("PackageReference").Select(reference => (string)reference.Attribute("Include")!).Order(StringComparer.Ordinal);

    private static XDocument Project(string name) => XDocument.Load(Repository.At($"src/{name}/{name}.csproj"));
}
