using SiteBot.Procedures;
using SiteBot.Reading;

namespace SiteBot.Tests.Procedures;

public sealed class ProcedureChangesTests
{
    private static readonly GateNames Gate = GateNames.Read(Shipped.File("gate.yaml"));

    [Fact]
    public void What_people_owe_otherwise_is_named_and_a_comment_is_not()
    {
        var before = Read(text => text);

        Assert.Empty(ProcedureChanges.Between(before, Read(text => "# a comment\n" + text)));
        Assert.Equal(["step gone: Everything packed"], Said(before, Read(text => text.Replace("      - pack\n", "", StringComparison.Ordinal))));
        Assert.Equal(["new step: Everything packed"], Said(Read(text => text.Replace("      - pack\n", "", StringComparison.Ordinal)), before));
        Assert.Equal(["step changed: Target version is released"], Said(before, Read(text => text.Replace("请核对目标版本", "请再核对目标版本", StringComparison.Ordinal))));
        Assert.Equal(["guard gone: 5.5-3"], Said(before, Read(text => text.Replace("    guard: [\"5.5-3\"]\n", "", StringComparison.Ordinal))));
        Assert.Equal(["duty gone: Archive reports and forms"], Said(before, Read(text => text.Replace("  - archiving\n", "", StringComparison.Ordinal))));
    }

    private static IEnumerable<string> Said(Procedure before, Procedure after) => ProcedureChanges.Between(before, after).Select(line => line.En);

    private static Procedure Read(Func<string, string> change) => ProcedureReader.Read(
        Shipped.Standard.FindService("upgrade")!, new SourceFile("upgrade.yaml", change(Shipped.File("upgrade.yaml").Text)),
        SharedParts.Read(Shipped.File("shared.yaml"), Shipped.Standard, Gate), Shipped.Standard, Gate);
}
