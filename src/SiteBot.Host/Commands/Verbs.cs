namespace SiteBot.Host.Commands;

/// <summary>Every verb, in the order in which the help lists them. A verb stands in a file of its own beside this one.</summary>
internal static class Verbs
{
    /// <summary>All verbs.</summary>
    public static IReadOnlyList<Verb> All { get; } =
    [
        GateCommand.Verb,
        DecisionReplayCommand.Verb,
        DecisionExplainCommand.Verb,
        UnderstandCommand.Verb,
        AskCommand.Verb,
        AuditVerifyCommand.Verb,
        OutboxCommands.List,
        OutboxCommands.Requeue,
        CopyCommand.Verb,
        ExportCommand.Verb,
        ForgetCommand.Verb,
        DirectoryCheckCommand.Verb,
        SettingsCommand.Verb,
    ];
}
