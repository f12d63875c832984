using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.Identity;
using OpenAI;
using OpenAI.Chat;

namespace SiteBot.Answers.OpenAI;

/// <summary>Makes the client that speaks to a deployment: the official OpenAI package against Azure's v1 endpoint.</summary>
internal static class ChatClients
{
    private const string Scope = "https://cognitiveservices.azure.com/.default";

    /// <summary>A client that never repeats a request by itself.</summary>
    public static ChatClient Of(LanguageModelOptions options)
    {
        var client = new OpenAIClientOptions { Endpoint = options.Endpoint, RetryPolicy = new ClientRetryPolicy(0), NetworkTimeout = options.Timeout };
        if (options.ApiKey is { } key)
        {
            return new ChatClient(options.Deployment, new ApiKeyCredential(key), client);
        }

        var identity = new ManagedIdentityCredential(options.ManagedIdentityClientId is { } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned);
        return new ChatClient(options.Deployment, new BearerTokenPolicy(identity, Scope), client);
    }
}
