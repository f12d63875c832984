namespace SiteBot.BotFramework.Schema;

/// <summary>The value of a command activity.</summary>
public class CommandValue<T>
{
    public string? CommandId { get; set; }

    public T? Data { get; set; }
}

/// <summary>The value of a command's result.</summary>
public class CommandResultValue<T>
{
    public string? CommandId { get; set; }

    public T? Data { get; set; }

    /// <summary>Set where the command failed.</summary>
    public Error? Error { get; set; }
}
