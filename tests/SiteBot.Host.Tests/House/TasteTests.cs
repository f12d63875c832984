using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SiteBot.Host.Tests.House;

/// <summary>What CONTRIBUTING.md asks of files, names and documentation, as far as a machine can see it.</summary>
public sealed partial class TasteTests
{
    public static TheoryData<string> Assemblies => new(
        Sources.Of("src", "*.csproj").Select(path => Path.GetFileNameWithoutExtension(path)).Where(name => File.Exists(Beside(name + ".xml"))));

    [Fact]
    public void A_source_file_stays_under_300_lines() =>
        Assert.DoesNotContain(Sources.Of("src", "*.cs").Select(file => (file, lines: File.ReadLines(Repository.At(file)).Count())), file => file.lines >= 300);

    [Fact]
    public void Folders_and_types_have_names_of_the_field() =>
        // The core carries the SDK's names.
        Assert.DoesNotContain(Sources.Of("src", "*.cs"), file => !file.StartsWith("src/SiteBot.BotFramework/", StringComparison.Ordinal) && NamesNothing().IsMatch(file));

    [Fact]
    public void Nothing_is_left_to_do_in_a_comment() =>
        Assert.DoesNotContain(Sources.Of("src", "*.cs"), file => LeftToDo().IsMatch(File.ReadAllText(Repository.At(file))));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_public_type_says_what_it_is(string assembly)
    {
        var told = XDocument.Load(Beside(assembly + ".xml")).Descendants("member")
            .Where(member => member.Element("inheritdoc") is not null || !string.IsNullOrWhiteSpace(member.Element("summary")?.Value))
            .Select(member => (string)member.Attribute("name")!).ToHashSet();
        var silent = Assembly.LoadFrom(Beside(assembly + ".dll")).GetExportedTypes().Select(type => type.FullName!.Replace('+', '.'))
            .Where(type => type != "Program" && !told.Contains("T:" + type)).ToList();
        Assert.True(silent.Count == 0, "A summary that states the contract is missing:\n" + string.Join('\n', silent));
    }

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);

    [GeneratedRegex(@"(?:Helpers?|Utils?|Utilit(?:y|ies)|Common|Managers?|Service)(?:\.[^/]*)?\.cs$|/(?:Helpers?|Utils?|Utilities|Common|Managers?|Services?|Misc)/|/Base[A-Z][^/]*\.cs$")]
    private static partial Regex NamesNothing();

    [GeneratedRegex(@"\b(?:TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex LeftToDo();
}
