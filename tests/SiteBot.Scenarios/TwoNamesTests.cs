using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios;

/// <summary>Names that several sites, pieces of equipment or people fit: asked back with at most three choices, answered by press, number or name.</summary>
public sealed class TwoNamesTests
{
    private const string Office = "office: BJ\n    roles: [contractor]\n    products: [MSC]";

    // Two exchanges in Chaoyang, and two engineers called Sun.
    private static string Alike(string sample) => sample
        .Replace("朝阳机房", "朝阳一局机房", StringComparison.Ordinal).Replace("Chaoyang equipment room", "Chaoyang First exchange", StringComparison.Ordinal)
        .Replace("海淀机房", "朝阳二局机房", StringComparison.Ordinal).Replace("Haidian equipment room", "Chaoyang Second exchange", StringComparison.Ordinal)
        .Replace(Office, Office + "\n  - id: sun.tao\n    name: {zh: 孙涛, en: Sun Tao}\n    aadObjectId: 00000000-0000-0000-0000-0000000000b1\n    language: zh\n    phone: \"+86 10 5550 0011\"\n    office: BJ\n    roles: [engineer]\n    products: [MSC]", StringComparison.Ordinal);

    // Three more rooms of the name.
    private static string Many(string sample)
    {
        const string Equipment = "    equipment: [{id: MSC-B1, product: MSC, version: V3.08.20}]\n";
        var more = string.Concat(Enumerable.Range(3, 3).Select(number =>
            $"  - id: BJ-10{number}\n    name: {{zh: 朝阳{"三四五"[number - 3]}局机房, en: Chaoyang {number}th exchange}}\n    office: BJ\n    customer: CM-BJ\n    timeZone: Asia/Shanghai\n    policy: {{}}\n    equipment: [{{id: MSC-1{number}, product: MSC, version: V3.08.20}}]\n"));
        return Alike(sample).Replace(Equipment, Equipment + more, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("第二个")]
    [InlineData("二局")]
    [InlineData("朝阳二局")]
    [InlineData("BJ-077")]
    public async Task A_site_that_two_fit_is_asked_back_and_the_visit_goes_on_with_the_chosen_one(string reply)
    {
        await using var scene = await Scene.Set(directory: Alike);

        var asked = (await scene.Engineer.Says("我要去朝阳做巡检"))[0];
        Assert.Contains("哪个站点", asked.Says, StringComparison.Ordinal);
        Assert.Equal(2, asked.Card!.Buttons.Count(button => button.Verb == "name.choose"));

        var form = await scene.Engineer.Says(reply);
        Assert.Contains(form, said => said.Activity.ToString().Contains("\"visit.start\"", StringComparison.Ordinal) && said.Activity.ToString().Contains("BJ-077", StringComparison.Ordinal));
        Assert.DoesNotContain("哪个站点", string.Concat(form.Select(said => said.Says)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_question_outlives_a_question_in_between_and_a_restart()
    {
        await using var scene = await Scene.Set(directory: Alike);

        Assert.Contains("Which site", (await scene.Engineer.Says("start an inspection at Chaoyang"))[0].Says, StringComparison.Ordinal);
        var between = await scene.Engineer.Says("may I smoke in the equipment room?");
        Assert.Contains("4.2-7", between[0].Says, StringComparison.Ordinal);
        Assert.Contains(between, said => said.Says.Contains("Still to choose", StringComparison.Ordinal));
        await scene.Restart();

        var form = await scene.Engineer.Says("the second one");
        Assert.Contains(form, said => said.Activity.ToString().Contains("BJ-077", StringComparison.Ordinal) && said.Activity.ToString().Contains("\"visit.start\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cancel_leaves_the_question_and_its_card_says_so()
    {
        await using var scene = await Scene.Set(directory: Alike);

        await scene.Engineer.Says("start an inspection at Chaoyang");
        await scene.Engineer.Says("cancel");
        var pressed = await scene.Engineer.Presses("name.choose", "BJ-077");

        Assert.Contains("That question is over", pressed.Says, StringComparison.Ordinal);
        Assert.DoesNotContain("Still to choose", string.Concat((await scene.Engineer.Says("may I smoke?")).Select(said => said.Says)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_more_than_three_a_longer_name_is_asked_for()
    {
        await using var scene = await Scene.Set(directory: Many);

        var asked = (await scene.Engineer.Says("我要去朝阳做巡检"))[0];
        Assert.Null(asked.Card);
        Assert.Contains("5 个站点", asked.Says, StringComparison.Ordinal);

        var form = await scene.Engineer.Says("朝阳四局");
        Assert.Contains(form, said => said.Activity.ToString().Contains("BJ-104", StringComparison.Ordinal) && said.Activity.ToString().Contains("\"visit.start\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("把这次服务交给孙工")]
    [InlineData("hand the visit over to Mr. Sun")]
    [InlineData("孙工接手")]
    public async Task Whom_a_visit_goes_to_is_asked_back_and_confirmed(string message)
    {
        await using var scene = await Scene.Set(directory: Alike);

        await scene.Engineer.Says(message);
        var sure = await scene.Engineer.Presses("name.choose", "sun.tao");
        Assert.Contains(sure.InPlace!.Buttons, button => button.Verb == "visit.hand_over");

        await scene.Engineer.Presses("visit.hand_over", "sun.tao");
        Assert.DoesNotContain("进行中的告警", (await scene.Engineer.Says("现在进展怎样"))[0].Says, StringComparison.Ordinal);
        Assert.Contains("没有进行中", scene.Engineer.Last.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_typed_into_a_card_is_asked_back_and_the_press_goes_on()
    {
        await using var scene = await Scene.Set(directory: Alike);

        await scene.Engineer.Says("现在进展怎样");
        var asked = await scene.Engineer.Presses("visit.hand_over", ("f_to", "孙工"));
        Assert.Contains("哪一位", asked.Says, StringComparison.Ordinal);

        await scene.Engineer.Says("孙涛");
        await scene.Engineer.Says("现在进展怎样");
        Assert.Contains("没有进行中", scene.Engineer.Last.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_about_another_site_never_gets_this_visits_answer()
    {
        await using var scene = await Scene.Set();

        var answer = await scene.Engineer.Says("海淀现在可以升级了吗？");

        Assert.Contains("海淀机房", answer[0].Says, StringComparison.Ordinal);
        Assert.Contains("没有进行中的服务", answer[0].Says, StringComparison.Ordinal);
        Assert.DoesNotContain(answer, said => said.Says.Contains("6.3-9", StringComparison.Ordinal));
        Assert.Contains("6.3-9", (await scene.Engineer.Says("朝阳现在可以升级了吗？"))[0].Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trouble_at_a_site_that_two_fit_is_alarmed_first_and_the_site_asked_after()
    {
        await using var scene = await Scene.Set(directory: Alike);

        var said = await scene.Anna.Says("all calls are down at Chaoyang");
        Assert.Contains(said[0].Card!.Buttons, button => button.Verb.StartsWith("alarm.", StringComparison.Ordinal));
        Assert.Contains("Which site", said[1].Says, StringComparison.Ordinal);

        var told = await scene.Anna.Says("2");
        Assert.Contains("BJ-077", string.Concat(told.Select(one => one.Says)), StringComparison.Ordinal);
    }
}
