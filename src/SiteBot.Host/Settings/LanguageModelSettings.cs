using System.Globalization;
using SiteBot.Answers.OpenAI;

namespace SiteBot.Host.Settings;

/// <summary>Reads the group of the language model; without an endpoint there is none, and everything works.</summary>
internal static class LanguageModelSettings
{
    /// <summary>Reads the group; null where no language model is wanted.</summary>
    public static LanguageModelOptions? Read(SettingsReader reader)
    {
        var endpoint = reader.Text("LanguageModel:Endpoint", "https://NAME.openai.azure.com/openai/v1/", "none: no language model", "Azure OpenAI's v1 endpoint. It words answers and helps to read messages; it decides nothing.");
        var deployment = reader.Text("LanguageModel:Deployment", "a deployment's name", "none", "Which deployment; LanguageModel:Endpoint needs it.");
        var key = reader.Text("LanguageModel:ApiKey", "a secret", "none: the managed identity", "The resource's key. Keep it in the environment or a secret store, not in a file.");
        var identity = reader.Text("LanguageModel:ManagedIdentityClientId", "a client id", "the system-assigned identity", "Which managed identity where no key is given.");
        var seconds = reader.Number("LanguageModel:TimeoutSeconds", 3, 1, 10, "How long the model may take for one message; then the built-in answer is given.");
        var tokens = reader.Number("LanguageModel:MostOutputTokens", 600, 100, 4000, "The most tokens of one reply.");
        var (inputPrice, outputPrice) = (Price(reader, "LanguageModel:InputPrice", "in"), Price(reader, "LanguageModel:OutputPrice", "out"));
        if (endpoint is null)
        {
            foreach (var (name, value) in new[] { ("LanguageModel:Deployment", deployment), ("LanguageModel:ApiKey", key), ("LanguageModel:ManagedIdentityClientId", identity) })
            {
                if (value is not null)
                {
                    reader.Fault($"{name} is given and LanguageModel:Endpoint is not: give it too, or remove {name}.");
                }
            }

            return null;
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            reader.Fault("LanguageModel:Endpoint is no https address; write https://NAME.openai.azure.com/openai/v1/.");
            return null;
        }

        if (deployment is null)
        {
            reader.Fault("LanguageModel:Deployment is missing; LanguageModel:Endpoint needs it.");
            return null;
        }

        if (key is not null && identity is not null)
        {
            reader.Fault("LanguageModel:ApiKey and LanguageModel:ManagedIdentityClientId are both given; keep one.");
        }

        return new LanguageModelOptions(address, deployment)
        {
            ApiKey = key,
            ManagedIdentityClientId = identity,
            Timeout = TimeSpan.FromSeconds(seconds),
            MostOutputTokens = tokens,
            InputPrice = inputPrice,
            OutputPrice = outputPrice,
        };
    }

    private static decimal Price(SettingsReader reader, string name, string direction)
    {
        var value = reader.Text(name, "0 to 10000", "0: not counted", $"What a million tokens {direction} cost, in the currency of the bill; for the cost meter.");
        if (value is null || (decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) && price is >= 0 and <= 10_000))
        {
            return value is null ? 0 : decimal.Parse(value, CultureInfo.InvariantCulture);
        }

        reader.Fault($"{name} is '{value}'; write a number from 0 to 10000 such as 0.40.");
        return 0;
    }
}
