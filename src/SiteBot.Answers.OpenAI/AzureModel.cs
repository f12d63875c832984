using System.ClientModel;
using System.Globalization;
using OpenAI.Chat;
using SiteBot.Understanding;

namespace SiteBot.Answers.OpenAI;

/// <summary>
/// A deployment of Azure OpenAI as the domain's language model. Late, busy, refusing or failing gives null; while the service asks to be left alone (Retry-After) it is not
/// asked. Any number of threads may use it.
/// </summary>
public sealed class AzureModel : ILanguageModel, IDisposable
{
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan QuietAfterFailure = TimeSpan.FromSeconds(1);
    private readonly ChatClient client;
    private readonly LanguageModelOptions options;
    private readonly TimeProvider machine;
    private readonly ModelMeter meter;
    private long quietUntil = long.MinValue;

    /// <summary>Makes one; nothing is sent yet.</summary>
    /// <param name="options">Which deployment.</param>
    /// <param name="machine">The machine's clock, for deadlines.</param>
    public AzureModel(LanguageModelOptions options, TimeProvider machine) =>
        (this.options, this.machine, client, meter) = (options, machine, ChatClients.Of(options), new ModelMeter(options));

    /// <inheritdoc />
    public IModelTurn Begin() => new Turn(this);

    /// <inheritdoc />
    public void Dispose() => meter.Dispose();

    private async ValueTask<string?> Complete(ModelRequest request, CancellationToken cancellation)
    {
        if (machine.GetTimestamp() < Interlocked.Read(ref quietUntil))
        {
            meter.Call(request.Purpose, "busy");
            return null;
        }

        try
        {
            var asked = new ChatCompletionOptions
            {
                MaxOutputTokenCount = options.MostOutputTokens,
                ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(request.Purpose, BinaryData.FromString(request.Schema), jsonSchemaIsStrict: true),
            };
            ChatCompletion reply = await client.CompleteChatAsync([new SystemChatMessage(request.Instructions), new UserChatMessage(request.Data)], asked, cancellation);
            if (reply.Usage is { } usage)
            {
                meter.Used(request.Purpose, usage.InputTokenCount, usage.OutputTokenCount);
            }

            var whole = reply.FinishReason == ChatFinishReason.Stop && string.IsNullOrEmpty(reply.Refusal) && reply.Content.Count > 0;
            meter.Call(request.Purpose, whole ? "answered" : "refused");
            return whole ? string.Concat(reply.Content.Select(part => part.Text)) : null;
        }
        catch (ClientResultException refused)
        {
            var busy = refused.Status is 429 or 503;
            if (busy || refused.Status >= 500)
            {
                BeQuiet(busy ? RetryAfter(refused) : QuietAfterFailure);
            }

            // 400 is what the content filter answers, among others.
            meter.Call(request.Purpose, busy ? "busy" : refused.Status == 400 ? "refused" : "failed");
            return null;
        }
        catch (OperationCanceledException)
        {
            meter.Call(request.Purpose, "late");
            return null;
        }
        catch (Exception)
        {
            // Whatever the network, the credential or a broken reply throws: there is an answer without the model.
            meter.Call(request.Purpose, "failed");
            return null;
        }
    }

    private void BeQuiet(TimeSpan time)
    {
        var until = machine.GetTimestamp() + (long)(Math.Min(time.TotalSeconds, LongestQuiet.TotalSeconds) * machine.TimestampFrequency);
        Interlocked.Exchange(ref quietUntil, until);
    }

    private static TimeSpan RetryAfter(ClientResultException refused)
    {
        var headers = refused.GetRawResponse()?.Headers;
        return headers is not null && headers.TryGetValue("retry-after-ms", out var milliseconds) && Number(milliseconds) is { } short_ ? TimeSpan.FromMilliseconds(short_)
            : headers is not null && headers.TryGetValue("retry-after", out var seconds) && Number(seconds) is { } long_ ? TimeSpan.FromSeconds(long_)
            : QuietAfterFailure;
    }

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1e6 ? number : null;

    private sealed class Turn(AzureModel model) : IModelTurn
    {
        private readonly CancellationTokenSource deadline = new(model.options.Timeout, model.machine);

        public async ValueTask<string?> Complete(ModelRequest request, CancellationToken cancellation)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);

            // Even a client that is deaf to cancellation keeps nobody waiting.
            var asked = model.Complete(request, either.Token).AsTask();
            try
            {
                return await asked.WaitAsync(either.Token);
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }

        public void Dispose() => deadline.Dispose();
    }
}
