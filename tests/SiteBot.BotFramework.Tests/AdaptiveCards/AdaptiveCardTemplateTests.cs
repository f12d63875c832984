using System.Text.Json;
using System.Text.Json.Nodes;
using AdaptiveCards.Templating;

namespace SiteBot.BotFramework.Tests.AdaptiveCards;

public sealed class AdaptiveCardTemplateTests
{
    private static string Expand(string template, object? data) => new AdaptiveCardTemplate(template).Expand(data);

    [Fact]
    public void Data_may_be_text_an_element_a_node_or_any_object()
    {
        const string Template = """{"text":"${name}"}""";
        using var document = JsonDocument.Parse("""{"name":"Ann"}""");

        object[] forms = ["""{"name":"Ann"}""", document, document.RootElement, JsonNode.Parse("""{"name":"Ann"}""")!, new { name = "Ann" }, new { Name = "Ann" }, new Dictionary<string, object> { ["name"] = "Ann" }, new EvaluationContext { Root = new { name = "Ann" } }];

        Assert.All(forms, form => Assert.Equal("""{"text":"Ann"}""", Expand(Template, form)));
    }

    [Fact]
    public void A_template_may_be_text_an_element_or_an_object()
    {
        object[] forms = ["""{"text":"${name}"}""", JsonDocument.Parse("""{"text":"${name}"}""").RootElement, new { text = "${name}" }];

        Assert.All(forms, form => Assert.Equal("""{"text":"Ann"}""", new AdaptiveCardTemplate(form).Expand(new { name = "Ann" })));
    }

    [Fact]
    public void Without_data_every_expression_stays_as_it_is()
    {
        Assert.Equal("""{"text":"${name}!"}""", Expand("""{"text":"${name}!"}""", null));
        Assert.Equal("""{"text":"${name}!"}""", new AdaptiveCardTemplate("""{"text":"${name}!"}""").Expand((EvaluationContext?)null));
    }

    [Fact]
    public void A_caller_may_say_what_stands_for_missing_data()
    {
        var template = new AdaptiveCardTemplate("""{"a":"${who.name}","b":"to ${who.name}","c":"${count(missing)}"}""");

        Assert.Equal("""{"a":"<who.name>","b":"to <who.name>","c":9}""", template.Expand(new { }, path => $"<{path}>"));
    }

    [Fact]
    public void Host_data_is_named_by_host() =>
        Assert.Equal("""{"text":"dark"}""", new AdaptiveCardTemplate("""{"text":"${$host.theme}"}""").Expand(new EvaluationContext { Host = new { theme = "dark" } }));

    [Theory]
    [InlineData("\"},{\"type\":\"Action.OpenUrl\"}]")]
    [InlineData("back\\slash \\u0022 \\\" end\\")]
    [InlineData("\0\u0001\u001f\u007f\u2028\u2029")]
    [InlineData("<script>alert('x')</script> & ${name} \\${name}")]
    [InlineData("\u202Eright to left\u202C 👩‍🔧 漢字")]
    [InlineData("lone \ud800 surrogate")]
    public void Hostile_text_stays_inside_its_string(string hostile)
    {
        var json = Expand("""{"alone":"${name}","inside":"<${name}>","called":"${toLower(concat(name, ''))}"}""", new { name = hostile });

        var card = JsonDocument.Parse(json).RootElement;
        var expected = hostile.Replace('\ud800', '\ufffd');
        Assert.Equal(expected, card.GetProperty("alone").GetString());
        Assert.Equal($"<{expected}>", card.GetProperty("inside").GetString());
        Assert.Equal(3, card.EnumerateObject().Count());
    }

    [Fact]
    public void Data_that_looks_like_an_expression_is_not_evaluated() =>
        Assert.Equal("""{"text":"${secret}!"}""", Expand("""{"text":"${name}!"}""", new { name = "${secret}", secret = "no" }));

    [Fact]
    public void A_number_keeps_the_digits_it_came_with() =>
        Assert.Equal("""{"id":12345678901234567890}""", Expand("""{"id":"${id}"}""", """{"id":12345678901234567890}"""));

    [Fact]
    public void A_backtick_is_text() => Assert.Equal("""{"text":"`code` Ann"}""", Expand("""{"text":"`code` ${name}"}""", new { name = "Ann" }));

    [Fact]
    public void No_function_changes_the_data() =>
        Assert.Equal("""{"a":[2,1],"b":[1,2],"c":{"x":1,"z":0},"d":{"x":1}}""", Expand("""{"a":"${reverse(l)}","b":"${l}","c":"${setProperty(o,'z',0)}","d":"${o}"}""", """{"l":[1,2],"o":{"x":1}}"""));

    [Theory]
    [InlineData("{")]
    [InlineData("""{"a":"${1 +}"}""")]
    [InlineData("""{"a":"${length(5)}"}""")]
    [InlineData("""{"a":"${if(true)}"}""")]
    public void A_template_that_cannot_work_is_refused_when_it_is_read(string template) =>
        Assert.Throws<AdaptiveTemplateException>(() => new AdaptiveCardTemplate(template));

    [Theory]
    [InlineData("${launchMissiles(name)}")]
    [InlineData("no ${nothing} here")]
    [InlineData("${json(name)}")]
    [InlineData("${1 / zero}")]
    public void An_expression_that_fails_fails_the_expansion_and_the_next_one_is_untouched(string text)
    {
        var template = new AdaptiveCardTemplate(new { before = "x", text });

        Assert.Throws<AdaptiveTemplateException>(() => template.Expand(new { name = "Ann", zero = 0, nothing = (string?)null }));
        Assert.Equal("""{"text":"Ann"}""", Expand("""{"text":"${name}"}""", new { name = "Ann" }));
    }

    [Theory]
    [InlineData("to ${launchMissiles(name)}", "to ${launchMissiles(name)}")]
    [InlineData("${concat('to ', launchMissiles(name))}", "to ${launchMissiles(name)}")]
    [InlineData("to ${name", "to ${name")]
    public void What_fails_inside_a_text_stays_there_for_all_to_see(string text, string expanded)
    {
        var card = new AdaptiveCardTemplate(new { text }).Expand(new { name = "Ann" });

        Assert.Equal(expanded, JsonDocument.Parse(card).RootElement.GetProperty("text").GetString());
    }

    [Fact]
    public void Data_that_is_not_json_is_refused() => Assert.Throws<AdaptiveTemplateException>(() => Expand("{}", "not json"));

    [Fact]
    public void One_template_serves_many_threads()
    {
        var template = new AdaptiveCardTemplate("""{"items":[{"$data":"${list}","text":"${$root.name} ${$index} ${$data}"}]}""");

        Parallel.For(0, 2_000, i =>
        {
            var card = JsonDocument.Parse(template.Expand(new { name = $"n{i}", list = new[] { i, i + 1 } })).RootElement.GetProperty("items");
            Assert.Equal($"n{i} 1 {i + 1}", card[1].GetProperty("text").GetString());
        });
    }

    [Fact]
    public void A_substitution_may_expand_another_template()
    {
        var inner = new AdaptiveCardTemplate("""{"x":"${y}"}""");
        var outer = new AdaptiveCardTemplate("""{"a":"${missing}","b":"${b}"}""");

        Assert.Equal("""{"a":"{\"x\":1}","b":2}""", outer.Expand(new { b = 2 }, _ => inner.Expand(new { y = 1 })));
    }
}
