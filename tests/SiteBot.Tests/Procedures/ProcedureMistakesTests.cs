using SiteBot.Procedures;
using SiteBot.Reading;

namespace SiteBot.Tests.Procedures;

public sealed class ProcedureMistakesTests
{
    private const string Sign = "#!";

    private static readonly GateNames Gate = GateNames.Read(Shipped.File("gate.yaml"));
    private static readonly SharedParts Shared = SharedParts.Read(Shipped.File("shared.yaml"), Shipped.Standard, Gate);

    private static string Text { get; } = File.ReadAllText(Path.Combine(Shipped.Dialogs, "..", "tests", "SiteBot.Tests", "Procedures", "Mistakes", "upgrade.yaml"));

    private static IReadOnlyList<Fault> Faults { get; } = Assert.Throws<FaultyFileException>(() => Read(Text)).Faults;

    public static TheoryData<int, string> Mistakes
    {
        get
        {
            var mistakes = new TheoryData<int, string>();
            foreach (var (line, index) in Text.Split('\n').Select((line, index) => (line, index)).Where(pair => pair.index > 0 && pair.line.Contains(Sign, StringComparison.Ordinal)))
            {
                mistakes.Add(index + 1, line[(line.IndexOf(Sign, StringComparison.Ordinal) + Sign.Length)..].Trim());
            }

            return mistakes;
        }
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Each_mistake_is_named_with_its_line_and_what_to_write(int line, string says) =>
        Assert.True(
            Faults.Any(fault => fault.Line == line && fault.ToString().Contains(says, StringComparison.Ordinal)),
            $"Line {line} should say \"{says}\"; said is:\n{string.Join('\n', Faults)}");

    [Fact]
    public void There_are_twenty_kinds_of_them_and_no_line_is_blamed_for_nothing()
    {
        var wrong = Mistakes.Select(row => (int)row[0]).ToHashSet();

        Assert.True(wrong.Count >= 20, $"{wrong.Count} mistakes");
        Assert.Empty(Faults.Where(fault => !wrong.Contains(fault.Line)).Select(fault => fault.ToString()));
    }

    [Fact]
    public void A_file_that_is_no_yaml_is_refused_with_the_line_too()
    {
        var broken = Shipped.File("upgrade.yaml").Text.Replace("  - id: testing", "  - id: [testing", StringComparison.Ordinal);

        Assert.True(Assert.Throws<FaultyFileException>(() => Read(broken)).Faults.Single().Line > 60);
    }

    private static Procedure Read(string text) => ProcedureReader.Read(Shipped.Standard.FindService("upgrade")!, new SourceFile("upgrade.yaml", text), Shared, Shipped.Standard, Gate);
}
