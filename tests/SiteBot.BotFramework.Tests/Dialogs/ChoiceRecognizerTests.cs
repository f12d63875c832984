using SiteBot.BotFramework.Builder.Dialogs.Choices;

namespace SiteBot.BotFramework.Tests.Dialogs;

public sealed class ChoiceRecognizerTests
{
    private static readonly string[] Colours = ["red", "green", "blue"];
    private static readonly string[] Puddings = ["bread", "bread pudding", "pudding"];
    private static readonly string[] Chinese = ["红色", "绿色", "蓝色"];

    [Theory]
    [InlineData("red", "red")]
    [InlineData("the RED one please.", "red")]
    [InlineData("the red and blue ones", "red blue")]
    [InlineData("the first one please.", "red")]
    [InlineData("the first and third one", "red blue")]
    [InlineData("1", "red")]
    [InlineData("two", "green")]
    [InlineData("option one and 3.", "red blue")]
    [InlineData("4", "")]
    [InlineData("0", "")]
    [InlineData("1.5", "")]
    [InlineData("purple", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void English_answers_choose_by_word_place_or_number(string? answer, string chosen) => Chooses(answer, Colours, "en-us", chosen);

    [Theory]
    [InlineData("红色", "红色")]
    [InlineData("我要蓝色的", "蓝色")]
    [InlineData("第二个", "绿色")]
    [InlineData("第3个", "蓝色")]
    [InlineData("三", "蓝色")]
    [InlineData("２", "绿色")]
    [InlineData("紫色", "")]
    public void Chinese_answers_choose_by_word_place_or_number(string answer, string chosen) => Chooses(answer, Chinese, "zh-cn", chosen);

    [Fact]
    public void The_longer_of_two_overlapping_choices_wins()
    {
        var found = ChoiceRecognizers.RecognizeChoices("the bread pudding and bread please.", Puddings);

        Assert.Equal(["bread pudding", "bread"], found.Select(choice => choice.Resolution.Value));
        Assert.Equal((4, 16, "bread pudding"), (found[0].Start, found[0].End, found[0].Text));
    }

    [Theory]
    [InlineData("load < 50%", 0)]
    [InlineData("Load >= 50%", 1)]
    public void A_choice_that_is_the_whole_answer_wins_by_its_signs_too(string answer, int chosen) =>
        Assert.Equal(chosen, Assert.Single(Find.FindChoices(answer, ["load < 50%", "load >= 50%"])).Resolution.Index);

    [Fact]
    public void Some_of_the_words_are_enough_only_where_that_is_allowed()
    {
        string[] options = ["option A", "option B", "option C"];

        Assert.Empty(Find.FindChoices("just option", options));
        var found = Assert.Single(Find.FindChoices("option B", options, new FindChoicesOptions { AllowPartialMatches = true }));
        Assert.Equal(("option B", 1f), (found.Resolution.Value, found.Resolution.Score));
    }

    [Fact]
    public void Words_between_the_words_of_a_choice_lower_its_score_and_too_many_lose_it()
    {
        string[] choices = ["chocolate cake"];

        Assert.Equal(1f, Assert.Single(Find.FindChoices("chocolate cake", choices)).Resolution.Score);
        Assert.InRange(Assert.Single(Find.FindChoices("chocolate and cherry cake", choices)).Resolution.Score, 0.4f, 0.9f);
        Assert.Empty(Find.FindChoices("chocolate on top of a cake", choices));
    }

    [Fact]
    public void Titles_and_synonyms_choose_too()
    {
        List<Choice> choices = [new("r") { Action = new() { Title = "Rouge" }, Synonyms = ["scarlet", "crimson"] }];

        Assert.Equal("crimson", Assert.Single(ChoiceRecognizers.RecognizeChoices("crimson", choices)).Resolution.Synonym);
        Assert.Single(ChoiceRecognizers.RecognizeChoices("rouge", choices));
        Assert.Empty(ChoiceRecognizers.RecognizeChoices("rouge", choices, new FindChoicesOptions { NoAction = true }));
        Assert.Empty(ChoiceRecognizers.RecognizeChoices("r", choices, new FindChoicesOptions { NoValue = true }));
    }

    [Fact]
    public void Places_and_numbers_can_be_switched_off()
    {
        Assert.Empty(ChoiceRecognizers.RecognizeChoices("one", Colours, new FindChoicesOptions { RecognizeNumbers = false }));
        Assert.Empty(ChoiceRecognizers.RecognizeChoices("the first one", Colours, new FindChoicesOptions { RecognizeNumbers = false, RecognizeOrdinals = false }));
    }

    [Theory]
    [InlineData("how now brown cow", "how now brown cow")]
    [InlineData("how-now.brown:cow ?", "how now brown cow")]
    [InlineData(".?; -()", "")]
    [InlineData("fOoD 💥👍", "food 💥 👍")]
    [InlineData("我要 LTE 基站", "我 要 lte 基 站")]
    public void A_text_is_cut_into_words(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Tokenizer.DefaultTokenizer(text).Select(token => token.Normalized)));

    private static void Chooses(string? answer, string[] choices, string locale, string chosen) =>
        Assert.Equal(chosen, string.Join(' ', ChoiceRecognizers.RecognizeChoices(answer, choices, new FindChoicesOptions { Locale = locale }).Select(found => found.Resolution.Value)));
}
