namespace SiteBot.Gate.Checks;

/// <summary>6.2-3: the customer agrees to the work plan.</summary>
internal sealed class PlanAgreed : ICheck
{
    private static readonly Finding Given = Finding.Pass(new("用户已认可工作计划。", "The customer has agreed to the work plan."));

    private static readonly Finding Absent = Finding.Missing(new(
        "请把工作计划交用户认可，并记录谁在何时认可（6.2-3）。",
        "Have the customer agree to the work plan and tell who agreed and when (6.2-3)."));

    private static readonly Finding Incomplete = Finding.Missing(new(
        "请补全工作计划由谁、在何时认可；不能是将来的时间（6.2-3）。",
        "Tell both who agreed to the work plan and when; a time ahead of now does not count (6.2-3)."));

    public string Id => "plan_agreed";

    public Text Title { get; } = new("计划已获认可", "plan agreed");

    public Text Wanted { get; } = new("用户认可工作计划", "the customer agrees to the work plan");

    public Finding Examine(Case it) =>
        it.Evidence.PlanAgreed is not { } said ? Absent
        : said.HoldsAt(it.Now) ? Given
        : Incomplete;
}
