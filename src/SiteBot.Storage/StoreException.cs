namespace SiteBot.Storage;

/// <summary>A store cannot be opened or used; the message says to an operator which one, why, and what to do. It never holds a password.</summary>
public sealed class StoreException : Exception
{
    /// <summary>With the reason.</summary>
    public StoreException(string message)
        : base(message)
    {
    }

    /// <summary>With the reason and the database's own error.</summary>
    public StoreException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
