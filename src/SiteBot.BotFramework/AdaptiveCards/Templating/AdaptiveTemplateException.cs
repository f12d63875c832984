namespace AdaptiveCards.Templating;

/// <summary>A template or its data cannot be used: the template does not parse, or an expression in it cannot be evaluated.</summary>
public sealed class AdaptiveTemplateException : Exception
{
    public AdaptiveTemplateException()
    {
    }

    public AdaptiveTemplateException(string message)
        : base(message)
    {
    }

    public AdaptiveTemplateException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
