namespace SiteBot.BotFramework.Schema;

/// <summary>What went wrong, in the words of a channel.</summary>
public class Error
{
    public Error()
    {
    }

    public Error(string? code = null, string? message = null)
    {
        Code = code;
        Message = message;
    }

    public string? Code { get; set; }

    public string? Message { get; set; }
}

/// <summary>The body of a refused request.</summary>
public class ErrorResponse
{
    public ErrorResponse()
    {
    }

    public ErrorResponse(Error? error = null) => Error = error;

    public Error? Error { get; set; }
}

/// <summary>
/// A channel refused a request. <see cref="Response"/> has the status, its headers (Retry-After among them) and the body as text;
/// <see cref="Body"/> is that body read, where it was the protocol's.
/// </summary>
public class ErrorResponseException : Exception
{
    public ErrorResponseException()
    {
    }

    public ErrorResponseException(string message)
        : base(message)
    {
    }

    public ErrorResponseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public SiteBot.BotFramework.Rest.HttpResponseMessageWrapper? Response { get; set; }

    public ErrorResponse? Body { get; set; }
}
