using SiteBot.Teams.Cards;

namespace SiteBot.Teams.Tests.Cards;

public sealed class ShownTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData(" \n\t ", "")]
    [InlineData("  two\r\n\r\n lines ", "two lines")]
    [InlineData("*a* _b_ [c](d) <e>", "*a* _b_ [c](d) <e>")]
    [InlineData("10.1.1.5:/bk_1_2", "10.1.1.5:/bk_1_2")]
    [InlineData("a\u0000b\u0007c", "a b c")]
    [InlineData("\u202Egnp.exe", "gnp.exe")]
    public void A_text_stands_as_it_was_typed_on_one_line(string? typed, string shown) => Assert.Equal(shown, ShownText.Clip(typed));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdefg", 6, "abcdef…")]
    [InlineData("ab cdefg", 6, "ab cde…")]
    [InlineData("é👩é👩", 3, "é👩é…")]
    public void A_long_text_ends_between_two_characters(string typed, int most, string shown) => Assert.Equal(shown, ShownText.Clip(typed, most));

    [Fact]
    public void Half_a_character_is_left_out() => Assert.Equal("x", ShownText.Clip("x\uD800"));

    [Fact]
    public void Characters_made_of_many_take_no_more_room_than_others() => Assert.InRange(ShownText.Clip(string.Concat(Enumerable.Repeat("👩🏽‍🚒", 40)), 40).Length, 30, 80);

    [Fact]
    public void A_word_wider_than_a_phone_gets_a_place_to_break_at() =>
        Assert.Equal($"{new string('w', 22)}\u200B{new string('w', 8)}", ShownText.Clip(new string('w', 30)));

    [Fact]
    public void Text_from_right_to_left_keeps_its_order_to_itself() => Assert.Equal("\u2068שלום\u2069", ShownText.Clip("\u202Bשלום"));

    [Fact]
    public void Marks_piled_on_a_letter_do_not_grow_without_end() => Assert.InRange(ShownText.Clip("a" + new string('\u0301', 4000)).Length, 1, 30);

    [Theory]
    [InlineData("10.1.1.5:/backups_of_the_exchange_of_march", "10.1.1.5:/backups_of_the_exchange_of_march")]
    [InlineData("two\nlines \u0007", "two\nlines ")]
    [InlineData("longer than fifty characters, and so it would come back cut", "")]
    public void What_an_input_holds_comes_back_as_it_was(string typed, string held) => Assert.Equal(held, ShownText.ToEdit(typed, 50));

    [Fact]
    public void Markdown_in_a_heading_stands_as_it_is_written() => Assert.Equal(@"\*a\* \[b\](c) \<d\>", ShownText.Markdown("*a* [b](c) <d>"));
}
