using SiteBot.BotFramework.Builder.Dialogs.Recognizers;

namespace SiteBot.BotFramework.Tests.Dialogs;

public sealed class NumberRecognizerTests
{
    [Theory]
    [InlineData("42", "42")]
    [InlineData("-3.5", "-3.5")]
    [InlineData("$500", "500")]
    [InlineData("I am 18 years old", "18")]
    [InlineData("I've run 5km", "5")]
    [InlineData("The temperature is 32C", "32")]
    [InlineData("1,234,567.5 in all", "1234567.5")]
    [InlineData("3 to 5", "3 5")]
    [InlineData("3-5", "3 5")]
    [InlineData("software V5 release 2.3.4", "")]
    [InlineData("99999999999999999999999999999999999999", "")]
    [InlineData("one", "1")]
    [InlineData("Twenty-three of them", "23")]
    [InlineData("twenty three", "23")]
    [InlineData("a hundred and five", "105")]
    [InlineData("two thousand three hundred and forty one", "2341")]
    [InlineData("one hundred twelve thousand and six", "112006")]
    [InlineData("1.5 million", "1500000")]
    [InlineData("three point one four", "3.14")]
    [InlineData("minus two", "-2")]
    [InlineData("one two three", "1 2 3")]
    [InlineData("one and two", "1 2")]
    [InlineData("twenty thirty", "20 30")]
    [InlineData("option one and 3.", "1 3")]
    [InlineData("nineteen ninety", "19 90")]
    [InlineData("someone and the thousand", "")]
    [InlineData("and a", "")]
    [InlineData("", "")]
    public void English_numbers_are_found_in_digits_and_words(string text, string numbers) => Finds(text, "en-us", numbers);

    [Theory]
    [InlineData("42", "42")]
    [InlineData("４２个", "42")]
    [InlineData("共3个", "3")]
    [InlineData("一百二十三", "123")]
    [InlineData("两", "2")]
    [InlineData("三点五", "3.5")]
    [InlineData("零点零五", "0.05")]
    [InlineData("负五", "-5")]
    [InlineData("十", "10")]
    [InlineData("十五分钟", "15")]
    [InlineData("二十", "20")]
    [InlineData("一百零五", "105")]
    [InlineData("一百五", "150")]
    [InlineData("两千三", "2300")]
    [InlineData("一万二", "12000")]
    [InlineData("三万五千六百", "35600")]
    [InlineData("一亿两千万", "120000000")]
    [InlineData("一万亿", "1000000000000")]
    [InlineData("二〇二四年", "2024")]
    [InlineData("1.5万", "15000")]
    [InlineData("3万5", "35000")]
    [InlineData("两个小时或三个小时", "2 3")]
    [InlineData("百和千", "")]
    [InlineData("没有", "")]
    public void Chinese_numbers_are_found_in_digits_and_numerals(string text, string numbers) => Finds(text, "zh-cn", numbers);

    [Theory]
    [InlineData("the second one", "en-us", "2")]
    [InlineData("1st and 22nd", "en-us", "1 22")]
    [InlineData("twenty-third", "en-us", "23")]
    [InlineData("seconds", "en-us", "")]
    [InlineData("第二个", "zh-cn", "2")]
    [InlineData("第2个和第十二个", "zh-cn", "2 12")]
    [InlineData("二", "zh-cn", "")]
    public void Ordinals_are_found(string text, string culture, string numbers) =>
        Assert.Equal(numbers, string.Join(' ', OrdinalRecognizer.Find(text, culture).Select(n => n.Value)));

    [Fact]
    public void A_number_says_where_it_stands_in_the_text_as_it_was_written()
    {
        var number = Assert.Single(NumberRecognizer.Find("about Twenty-Three, maybe", "en-us"));

        Assert.Equal((6, 17, "Twenty-Three"), (number.Start, number.End, number.Text));
    }

    private static void Finds(string text, string culture, string numbers) =>
        Assert.Equal(numbers, string.Join(' ', NumberRecognizer.Find(text, culture).Select(n => n.Value.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture))));
}
