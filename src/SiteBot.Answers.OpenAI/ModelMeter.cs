using System.Diagnostics.Metrics;

namespace SiteBot.Answers.OpenAI;

/// <summary>Counts what the language model is asked and what it costs; never what was said.</summary>
internal sealed class ModelMeter : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string Name = "SiteBot.LanguageModel";

    private readonly Meter meter = new(Name);
    private readonly LanguageModelOptions options;
    private readonly Counter<long> calls;
    private readonly Counter<long> tokens;
    private readonly Counter<double> cost;

    public ModelMeter(LanguageModelOptions options)
    {
        this.options = options;
        calls = meter.CreateCounter<long>("sitebot.language_model.calls", "{call}", "Requests to the language model, by purpose and outcome.");
        tokens = meter.CreateCounter<long>("sitebot.language_model.tokens", "{token}", "Tokens paid for, by purpose and direction.");
        cost = meter.CreateCounter<double>("sitebot.language_model.cost", "{currency}", "What the tokens cost by the prices set.");
    }

    /// <summary>One request and how it ended: <c>answered</c>, <c>refused</c>, <c>busy</c>, <c>late</c>, <c>failed</c>.</summary>
    public void Call(string purpose, string outcome) => calls.Add(1, new("purpose", purpose), new("outcome", outcome));

    /// <summary>What one request used.</summary>
    public void Used(string purpose, int input, int output)
    {
        tokens.Add(input, new("purpose", purpose), new("direction", "in"));
        tokens.Add(output, new("purpose", purpose), new("direction", "out"));
        var price = ((input * options.InputPrice) + (output * options.OutputPrice)) / 1_000_000m;
        if (price > 0)
        {
            cost.Add((double)price, new KeyValuePair<string, object?>("purpose", purpose));
        }
    }

    /// <inheritdoc />
    public void Dispose() => meter.Dispose();
}
