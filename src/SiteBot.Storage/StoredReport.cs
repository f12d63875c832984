using NodaTime;
using SiteBot.Outbox;

namespace SiteBot.Storage;

/// <summary>What a delivery report writes.</summary>
/// <param name="State">The message's state from now on.</param>
/// <param name="NotBefore">Microseconds on the database's clock before which it is not tried again; 0 where nothing is waited for.</param>
/// <param name="Reason">For an operator, or null.</param>
internal readonly record struct StoredReport(int State, long NotBefore, string? Reason)
{
    /// <param name="report">What became of the message.</param>
    /// <param name="clock">The database's clock, microseconds.</param>
    public static StoredReport Of(DeliveryReport report, long clock) => report switch
    {
        DeliveryReport.Sent => new(StoredState.Sent, 0, null),
        DeliveryReport.Retry retry => Resting(retry.After, clock, retry.Reason),
        DeliveryReport.PutBack back => Resting(back.After, clock, null),
        DeliveryReport.GivenUp up => new(StoredState.GivenUp, 0, Clean(up.Reason)),
        DeliveryReport.Overtaken overtaken => new(StoredState.Overtaken, 0, Clean(overtaken.Reason)),
        _ => throw new ArgumentException($"A report of the unknown kind {report.GetType().Name}.", nameof(report)),
    };

    private static StoredReport Resting(Duration after, long clock, string? reason) =>
        after <= Duration.Zero ? new(StoredState.Ready, 0, Clean(reason)) : new(StoredState.Resting, clock + (long)(after.TotalNanoseconds / 1000), Clean(reason));

    // A reason may quote what a server said; a database's text takes no NUL.
    private static string? Clean(string? reason) => reason?.Replace('\0', ' ');
}
