using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Azure.Identity;
using OpenAI.Chat;

namespace SiteBot.Answers.OpenAI;

/// <summary>Makes the client that speaks to a deployment: Azure's own client, which takes the resource's address without a path.</summary>
internal static class ChatClients
{
    /// <summary>A client that never repeats a request by itself.</summary>
    public static ChatClient Of(LanguageModelOptions options)
    {
        var client = new AzureOpenAIClientOptions { RetryPolicy = new ClientRetryPolicy(0), NetworkTimeout = options.Timeout };
        var resource = new Uri(options.Endpoint, "/");
        var azure = options.ApiKey is { } key
            ? new AzureOpenAIClient(resource, new ApiKeyCredential(key), client)
            : new AzureOpenAIClient(resource, new ManagedIdentityCredential(options.ManagedIdentityClientId is { } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned), client);
        return azure.GetChatClient(options.Deployment);
    }
}
