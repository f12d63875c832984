using System.Reflection;
using SiteBot.Teams.Actions;
using SiteBot.Teams.Cards;

namespace SiteBot.Teams.Tests.Cards;

/// <summary>What every card keeps to, whoever draws it.</summary>
public sealed class CardVerbsTests
{
    private static readonly HashSet<string> Known =
        [.. typeof(CardVerbs).GetFields(BindingFlags.Public | BindingFlags.Static).Where(constant => constant.IsLiteral).Select(constant => (string)constant.GetRawConstantValue()!)];

    public static TheoryData<string> Names => [.. Gallery.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_card_carries_only_verbs_of_the_closed_set_and_inputs_that_never_meet_the_data(string name)
    {
        var card = Gallery.Draw(name, Scene.Real(Language.En)).Json;

        Assert.All(CardPartsOf.Presses(card).Where(press => press.Type == "Action.Execute"), press => Assert.Contains(press.Verb, Known));
        Assert.All(CardPartsOf.Inputs(card), input => Assert.StartsWith("f_", CardPartsOf.Text(input, "id"), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_card_has_at_most_one_next_press(string name)
    {
        var card = Gallery.Draw(name, Scene.Real(Language.En)).Json;
        var opened = CardPartsOf.Presses(card).Where(press => press.Type == "Action.ShowCard").Select(press => press.Title).ToList();
        var presses = CardPartsOf.Presses(card).Where(press => press.Type == "Action.Execute" && press.Verb != CardVerbs.Refresh).ToList();

        // What stands below inputs that open is the next press there; a list of what is due has one a line.
        if (!name.StartsWith("due", StringComparison.Ordinal))
        {
            Assert.InRange(presses.Count(press => press.Style == "positive"), 0, 1 + opened.Count);
        }
    }

    [Fact]
    public void What_a_card_asks_for_in_two_places_comes_in_under_one_name()
    {
        var scene = Scene.Real(Language.En);
        CardQuestion Question(string verb) => new(verb, new CardButton(verb, verb), new CardField("f_words", InputKind.Line, "Words"));
        var card = TextCard.Draw(new Pen(Sample.Deck, scene.Place, Language.En), Tone.Calm, "Title", "", [], [], questions: [Question("alarm.help"), Question("alarm.hand_on")]);
        var asked = CardPartsOf.Inputs(card.Json).Select(input => CardPartsOf.Text(input, "id")).ToArray();

        Assert.Contains("f_words", asked);
        Assert.Contains("f_words#2", asked);
        Assert.Equal(asked.Length, asked.Distinct().Count());
        Assert.Equal("board 3", Messages.CardInput.Read("alarm.help", """{"alarm":"a1","f_words#2":"board 3"}""")!["f_words"]);
    }

    [Fact]
    public void Every_template_is_drawn_by_some_card()
    {
        var drawn = new HashSet<string>(["reminder"]);
        foreach (var source in System.IO.Directory.EnumerateFiles(Repository.At("src/SiteBot.Teams/Cards"), "*.cs"))
        {
            drawn.UnionWith(System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(source), "pen\\.Draw\\(\\s*\"([a-z_]+)\"").Select(match => match.Groups[1].Value));
        }

        Assert.Equal(drawn.Order(), Sample.Deck.Names.Order());
    }
}
