using System.Diagnostics;
using SiteBot.Answers;
using SiteBot.Understanding;

namespace SiteBot.Host.Tests.Serving;

/// <summary>How long an answer and a reading take in a running host, once it is warm.</summary>
public sealed class AnswerSpeedTests : IDisposable
{
    private static readonly string[] _questions =
    [
        "机房里能抽烟吗", "升级前要备份吗", "may I plug a USB stick into the customer's computer?", "客户问的问题我答不上来怎么办", "what must I wear on site",
        "塔上作业要不要系安全带", "how much does a new board cost", "割接完要不要值守几天", "who signs the training record", "附录B写了什么",
        "a customer asks me to hide that calls dropped during the night, what does the standard say I have to do then?", "手机要不要静音",
    ];

    private readonly Folder _folder = new();

    [Fact]
    public async Task An_ask_in_a_running_host_takes_two_milliseconds_at_most_for_99_of_100()
    {
        await using var trial = await HostOnTrial.Start(_folder);
        var answers = trial.Get<IAnswers>();
        var messages = trial.Get<IUnderstanding>();

        Assert.InRange(await Slowest99(async question => await answers.Ask(question, null, CancellationToken.None)), 0, 2);
        Assert.InRange(await Slowest99(async question => await messages.Understand(question, CancellationToken.None)), 0, 2);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<double> Slowest99(Func<string, Task> run)
    {
        // The fastest of several runs of each: what other programs take from the machine does not count.
        var best = Enumerable.Repeat(double.MaxValue, 240).ToArray();
        for (var pass = 0; pass < 8; pass++)
        {
            for (var i = 0; i < best.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await run(_questions[i % _questions.Length]);
                best[i] = Math.Min(best[i], Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        Array.Sort(best);
        return best[best.Length * 99 / 100];
    }
}
