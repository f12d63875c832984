using System.Text.RegularExpressions;

namespace SiteBot.Host.Tests.House;

/// <summary>
/// docs/sdk-surface.txt names all that SiteBot.Teams and SiteBot.Host use of the Bot Framework SDK. What the core has beyond the SDK stands there as
/// "in the seam" and may be named in <c>*.InRepo.cs</c> only. <c>SITEBOT_SURFACE=write dotnet test tests/SiteBot.Host.Tests --filter SdkSurface</c> writes the list anew.
/// </summary>
public sealed partial class SdkSurfaceTests
{
    private const string Seam = "in the seam";

    /// <summary>What the core has beyond the SDK: types, members, and a type of parameter that none of the SDK's members takes.</summary>
    private static readonly string[] _ownToTheCore =
    [
        "StateJson", "LooseJson", "SchemaJson", "VouchedServiceUrls", "LoopbackBotFrameworkAuthentication", "ForbiddenActivityException", "ServiceUrlRefusedException", "BotToken",
        "OneAppCredentialsFactory", "MaximumBodyBytes", "TimeProvider",
    ];

    private static readonly string Path = Repository.At("docs/sdk-surface.txt");

    [Fact]
    public void Every_member_of_the_SDK_that_is_used_is_listed_with_its_page()
    {
        var used = Used();
        var listed = Listed();
        if (Environment.GetEnvironmentVariable("SITEBOT_SURFACE") == "write")
        {
            File.WriteAllLines(Path, [.. Heading(), .. used.Select(use => $"{use.Key} -> {listed.GetValueOrDefault(use.Key) ?? Place(use.Key)}")]);
            listed = Listed();
        }

        var missing = used.Where(use => !listed.ContainsKey(use.Key)).Select(use => $"{use.Key} -> {Place(use.Key)}").ToList();
        Assert.True(missing.Count == 0, $"Look these up in the SDK's documentation and add them to docs/sdk-surface.txt:\n{string.Join('\n', missing)}");

        var gone = listed.Keys.Where(name => !used.ContainsKey(name)).ToList();
        Assert.True(gone.Count == 0, $"Nobody uses these any more; take them out of docs/sdk-surface.txt:\n{string.Join('\n', gone)}");
    }

    [Fact]
    public void What_the_SDK_does_not_have_stays_in_the_seam()
    {
        var listed = Listed();
        var outside = Used().Where(use => listed.GetValueOrDefault(use.Key) == Seam)
            .SelectMany(use => use.Value.Where(file => !IsSeam(file)), (use, file) => $"{file}: {use.Key}").ToList();
        Assert.True(outside.Count == 0, $"Only a file named *.InRepo.cs may use these:\n{string.Join('\n', outside)}");
    }

    /// <summary>The build against the packages leaves <c>*.InRepo.cs</c> out: what other files use of them, <c>*.Package.cs</c> must have under the same name.</summary>
    [Fact]
    public void What_the_code_asks_of_the_seam_both_builds_have()
    {
        var files = Sources.Of("src/SiteBot.Teams", "*.cs").Concat(Sources.Of("src/SiteBot.Host", "*.cs")).ToDictionary(file => file, file => File.ReadAllText(Repository.At(file)));
        var inRepo = files.Where(file => IsSeam(file.Key)).SelectMany(file => DeclaredType().Matches(file.Value), (_, match) => match.Groups[1].Value).ToHashSet();
        var package = files.Where(file => IsOther(file.Key)).SelectMany(file => DeclaredType().Matches(file.Value), (_, match) => match.Groups[1].Value).ToHashSet();
        var asked = files.Where(file => !IsSeam(file.Key) && !IsOther(file.Key))
            .SelectMany(file => inRepo.Where(type => !package.Contains(type) && Regex.IsMatch(file.Value, $@"\b{type}\b")), (file, type) => $"{file.Key}: {type}");
        Assert.Empty(asked);
    }

    private static SortedDictionary<string, SortedSet<string>> Used() => SdkUse.Of(
        System.IO.Path.Combine(AppContext.BaseDirectory, "SiteBot.Teams.dll"),
        System.IO.Path.Combine(AppContext.BaseDirectory, "SiteBot.Host.dll"));

    private static Dictionary<string, string> Listed() => File.Exists(Path)
        ? File.ReadAllLines(Path).Where(line => line.Contains(" -> ", StringComparison.Ordinal)).Select(line => line.Split(" -> ", 2)).ToDictionary(line => line[0], line => line[1])
        : [];

    private static string Place(string name) => Array.Exists(_ownToTheCore, own => name.Contains(own, StringComparison.Ordinal)) ? Seam : SdkNames.PageOf(name);

    private static bool IsSeam(string file) => file.EndsWith(".InRepo.cs", StringComparison.Ordinal);

    private static bool IsOther(string file) => file.EndsWith(".Package.cs", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(\w+)")]
    private static partial Regex DeclaredType();

    private static string[] Heading() =>
    [
        "What SiteBot.Teams and SiteBot.Host use of the Bot Framework SDK 4.23 and of AdaptiveCards.Templating 2.0, read from the compiled assemblies",
        "(tests/SiteBot.Host.Tests/House). After the arrow stands the page below https://learn.microsoft.com/dotnet/api/ that documents it, or",
        "\"in the seam\" for what only the project's own core has and only files named *.InRepo.cs may use. Constants leave no trace in an assembly.",
        "SITEBOT_SURFACE=write dotnet test tests/SiteBot.Host.Tests --filter SdkSurface writes this list anew; pages that stand here are kept.",
        "",
    ];
}
