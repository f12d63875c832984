using System.Text;
using SiteBot.Host.Commands;

namespace SiteBot.Host.Tests.Commands;

public sealed class CommandLineTests
{
    private static readonly Verb _greet = new("greet", "Greets somebody.")
    {
        Operands = [new("NAME"), new("GREETING", Required: false)],
        Options = [new("--lang", "LANG", "In which language.") { Allowed = ["zh", "en"] }, new("--loud", null, "Louder.")],
        Run = call =>
        {
            call.Terminal.Out.WriteLine($"{string.Join('|', call.Operands)} {call.Option("--lang")} {call.Has("--loud")}");
            return new(3);
        },
    };

    private static readonly Verb _stored = new("store show", "Shows the store.")
    {
        TakesSettings = true,
        Run = call =>
        {
            call.Terminal.Out.WriteLine(string.Join(' ', call.Settings));
            return new(0);
        },
    };

    private static readonly Verb _broken = new("break", "Breaks.") { Run = _ => throw new IOException("the disk\nis full") };

    [Theory]
    [InlineData("greet Ming", 3, "Ming  False")]
    [InlineData("greet Ming --lang zh", 3, "Ming zh False")]
    [InlineData("greet --lang=en Ming --loud hello", 3, "Ming|hello en True")]
    [InlineData("greet -- --lang", 3, "--lang  False")]
    [InlineData("greet -", 3, "-  False")]
    [InlineData("store show --Storage:Path=a.db --Storage:Kind sqlite", 0, "--Storage:Path=a.db --Storage:Kind sqlite")]
    public async Task Words_reach_their_verb_and_its_exit_code_passes_through(string words, int code, string output)
    {
        var (actual, @out, error) = await Run(words);

        Assert.Equal((code, output, ""), (actual, @out.TrimEnd('\n'), error));
    }

    [Theory]
    [InlineData("greet", "greet needs NAME")]
    [InlineData("greet a b c", "at most 2")]
    [InlineData("greet a --lang", "--lang needs a value")]
    [InlineData("greet a --lang de", "--lang is one of zh, en")]
    [InlineData("greet a --loud=yes", "--loud takes no value")]
    [InlineData("greet a --loud --loud", "--loud is given twice")]
    [InlineData("greet a --Storage:Path=x", "no option --Storage:Path")]
    [InlineData("store", "store needs one of: show")]
    [InlineData("sing", "no verb of that name")]
    public async Task Wrong_use_is_64_with_one_line_on_standard_error_and_nothing_on_standard_output(string words, string says)
    {
        var (code, output, error) = await Run(words);

        Assert.Equal((64, ""), (code, output));
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(c => c == '\n'));
    }

    [Fact]
    public async Task Any_other_failure_is_70_with_its_reason_on_one_line()
    {
        var (code, output, error) = await Run("break");

        Assert.Equal((70, "", "IOException: the disk is full\n"), (code, output, error));
    }

    [Theory]
    [InlineData("--help", "greet")]
    [InlineData("greet --help", "--lang zh|en")]
    [InlineData("greet Ming --help", "NAME [GREETING]")]
    [InlineData("store --help", "store show")]
    [InlineData("store show --help", "[SETTINGS]")]
    public async Task Help_is_printed_for_all_for_a_family_and_for_each(string words, string says)
    {
        var (code, output, error) = await Run(words);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains(says, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gate x", true)]
    [InlineData("--help", true)]
    [InlineData("sing", true)]
    [InlineData("", false)]
    [InlineData("--urls http://127.0.0.1:0 gate", false)]
    public void Without_a_verb_the_words_are_settings(string words, bool isVerb) => Assert.Equal(isVerb, CommandLine.IsFor(Split(words)));

    [Fact]
    public void A_message_is_one_line_of_at_most_300_characters()
    {
        var line = CommandLine.OneLine(new string('x', 200) + "\r\n" + new string('y', 200));

        Assert.Equal(300, line.Length);
        Assert.DoesNotContain('\n', line);
    }

    [Fact]
    public void Every_verb_has_a_name_of_its_own_and_says_what_it_does()
    {
        Assert.Equal(Verbs.All.Count, Verbs.All.Select(verb => verb.Name).Distinct().Count());
        Assert.All(Verbs.All, verb => Assert.EndsWith(".", verb.Summary, StringComparison.Ordinal));
    }

    private static async Task<(int Code, string Out, string Error)> Run(string words)
    {
        var output = new MemoryStream();
        var error = new StringWriter { NewLine = "\n" };
        using var terminal = new Terminal(Stream.Null, output, error);
        var code = await CommandLine.Run([_greet, _stored, _broken], Split(words), terminal);
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
