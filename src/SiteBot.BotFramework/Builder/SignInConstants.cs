namespace SiteBot.BotFramework.Builder;

/// <summary>The names of a sign-in's events and invokes.</summary>
public static class SignInConstants
{
    public const string VerifyStateOperationName = "signin/verifyState";
    public const string TokenExchangeOperationName = "signin/tokenExchange";
    public const string TokenResponseEventName = "tokens/response";
}
