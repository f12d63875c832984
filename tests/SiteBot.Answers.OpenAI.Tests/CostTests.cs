using System.Diagnostics.Metrics;

namespace SiteBot.Answers.OpenAI.Tests;

public sealed class CostTests
{
    [Fact]
    public async Task Tokens_and_cost_are_counted_by_purpose()
    {
        var measured = new List<(string Instrument, double Value, string Tags)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "SiteBot.LanguageModel")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
        await using var aided = await Aided.Over(service => service.Says(new { answered = true, answer = "Only if the manager agrees.", provisions = new[] { "6.3-8" } }));
        var before = measured.Count;
        await aided.Ask("May I plug my usb stick into the customer's computer?");
        lock (measured)
        {
            var mine = measured[before..];
            Assert.Contains(mine, one => one is { Instrument: "sitebot.language_model.tokens", Value: 1000 } && one.Tags.Contains("in", StringComparison.Ordinal));
            Assert.Contains(mine, one => one is { Instrument: "sitebot.language_model.tokens", Value: 100 });
            Assert.Contains(mine, one => one.Instrument == "sitebot.language_model.cost" && Math.Abs(one.Value - 0.0028) < 1e-9);
            Assert.Contains(mine, one => one.Instrument == "sitebot.language_model.calls" && one.Tags.Contains("answered", StringComparison.Ordinal));
        }

        void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            lock (measured)
            {
                measured.Add((instrument.Name, value, string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
            }
        }
    }
}
