using System.Globalization;

namespace SiteBot.Load;

/// <summary>The page of what many records and many reminders come to.</summary>
internal static class ScalePage
{
    /// <summary>Writes it, as Markdown.</summary>
    public static string Of(Machine machine, IReadOnlyList<RecordFigures> records, ReminderFigures due)
    {
        var rate = due.Sent / due.Seconds;
        var least = records[0].Turn;
        return string.Create(CultureInfo.InvariantCulture, $"""
            # How it bears years of work

            `./bench scale [VISITS …]` measures this and writes this page; `performance.md` holds the rest.

            - {machine.At:yyyy-MM-dd HH:mm} UTC; {machine.Processor}, {machine.MemoryGigabytes:0.0} GB; {machine.System}; {machine.Runtime}; load average of the minute before: {machine.Load}
            - The host as it ships, local mode, SQLite. The visits on record are ended ones of twelve facts each, written through the ledger's own door, every chain whole.

            ## `可以升级了吗？` with visits on record

            32 engineers at visits of their own, as in `performance.md`. Goal: with 1,000,000 visits no less than 0.90 of the rate with 1,000.

            | visits on record | store, GB | written in, s | turns/s | ratio to the fewest | p50 ms | p99 ms | CPU ms a turn |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            {string.Join('\n', records.Select(one => string.Create(CultureInfo.InvariantCulture,
                $"| {one.Visits:N0} | {one.StoreBytes / 1e9:0.000} | {one.FillSeconds:0} | {one.Turn.Rate:N0} | {one.Turn.Rate / least.Rate:0.00} | {one.Turn.P50:0.0} | {one.Turn.P99:0.0} | {one.Turn.Processor:0.00} |")))}

            ## Reminders due all at once

            {due.Messages:N0} reminders of duties to 1,000 engineers, limits off, drawn from the facts of the moment and posted over HTTP to a sink on the same cores: {due.Seconds:0.0} s, {rate:N0} a second (goal 2,000: {(rate >= 2000 ? "met" : "**short**")}).
            The sink got {due.Posts:N0} posts; the store says that {due.Sent:N0} of the reminders were sent and {due.Others:N0} stand otherwise. Posts beyond them are what the open visits owe by themselves.

            """);
    }
}
