namespace SiteBot.BotFramework.Rest;

/// <summary>A service refused a request; <see cref="Response"/> has the status, its headers (Retry-After among them) and the body as text.</summary>
public class HttpOperationException : Exception
{
    public HttpOperationException()
    {
    }

    public HttpOperationException(string message)
        : base(message)
    {
    }

    public HttpOperationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public HttpResponseMessageWrapper? Response { get; set; }
}
