using SiteBot.Understanding;

namespace SiteBot.Answers.OpenAI.Tests;

public sealed class AidedUnderstandingTests
{
    [Fact]
    public async Task A_clear_message_is_never_sent()
    {
        await using var aided = await Aided.Over(service => service.Says(new { intent = "cancel", operation = (string?)null, service = (string?)null }));
        Assert.Equal(Aided.BuiltInReading("can I upgrade now") with { Alternatives = [] }, await aided.Read("can I upgrade now") with { Alternatives = [] });
        Assert.Empty(aided.Service.Asked);
    }

    [Fact]
    public async Task Where_the_built_in_reading_is_unsure_the_model_tells_the_intent_and_nothing_more()
    {
        var message = Unsure();
        await using var aided = await Aided.Over(service => service.Says(new { intent = "report_problem", operation = "upgrade", service = "upgrade" }));
        var read = await aided.Read(message);
        Assert.Equal(Intent.ReportProblem, read.Intent);
        Assert.NotNull(read.Severity);
        Assert.Null(read.Operation);
        Assert.Null(read.Service);
        Assert.False(read.IsUnclear);
    }

    [Theory]
    [InlineData("explode")]
    [InlineData("")]
    public async Task An_intent_that_does_not_exist_is_dropped(string intent)
    {
        var message = Unsure();
        await using var aided = await Aided.Over(service => service.Says(new { intent, operation = (string?)null, service = (string?)null }));
        Assert.Equal(Aided.BuiltInReading(message).Intent, (await aided.Read(message)).Intent);
    }

    [Theory]
    [InlineData("hmm, so the thing is what if all calls drop then maybe", "report_problem")]
    [InlineData("well, not yet restored, hm, or something", "service_restored")]
    public async Task What_the_sentence_rules_out_the_model_cannot_bring_back(string message, string intent)
    {
        await using var aided = await Aided.Over(service => service.Says(new { intent, operation = (string?)null, service = (string?)null }));
        Assert.NotEqual(intent, Gate.Wire.Name((await aided.Read(message)).Intent));
    }

    [Fact]
    public async Task A_model_that_is_down_leaves_the_built_in_reading()
    {
        var message = Unsure();
        await using var aided = await Aided.Over(service => service.Fails(500));
        var (own, read) = (Aided.BuiltInReading(message), await aided.Read(message));
        Assert.Equal(own with { Alternatives = [] }, read with { Alternatives = [] });
        Assert.Equal(own.Alternatives.AsEnumerable(), read.Alternatives);
    }

    // A message that the built-in reading is unsure of, whatever was learnt.
    private static string Unsure() => new[] { "the thing over there", "and now the other one", "blue lamp so", "那个东西呢", "then we see", "about the board from before", "ok so what about it", "hm" }
        .First(message => Aided.BuiltInReading(message) is { Confidence: < 0.7 } read && read.Intent != Intent.ReportProblem);
}
