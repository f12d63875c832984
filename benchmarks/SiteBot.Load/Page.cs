using System.Globalization;

namespace SiteBot.Load;

/// <summary>The page that tells a run: each figure beside its goal, and what is not measured.</summary>
internal static class Page
{
    private const string GatePart = "gate decision";

    /// <summary>Writes it, as Markdown.</summary>
    public static string Of(Machine machine, RunFigures run, IReadOnlyList<Part> parts)
    {
        var median = run.Starts[run.Starts.Count / 2];
        return string.Create(CultureInfo.InvariantCulture, $"""
            # How fast it is

            `./bench [SECONDS CONVERSATIONS]` builds SiteBot, measures it and writes this page: change the program (`benchmarks/SiteBot.Load`), not the page.

            - {machine.At:yyyy-MM-dd HH:mm} UTC; {machine.Processor}, {machine.MemoryGigabytes:0.0} GB; {machine.System}; {machine.Runtime}
            - Load average of the minute before: {machine.Load}. Above 0.5 something else was at work, and not evenly: rates, times and ratios are then rough, and mostly worse than the program; CPU a turn suffers least.
            - The host as it ships (published ReadyToRun), local mode, SQLite on a new file. Generator and sink run on the same cores.
            - {run.Conversations} conversations at a time, each says the next thing when the turn before was answered; 10 s to warm up, since the compiler goes on bettering what is often called, then {run.Seconds} s.

            ## Turns

            | turn | turns/s | ratio to the floor | p50 ms | p95 ms | p99 ms | CPU ms a turn | KB allocated a turn | posts a turn | turns measured |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            {Row("bare floor", run.Floor, run.Floor)}
            {Row("`help`", run.Help, run.Floor)}
            {Row("`可以升级了吗？`", run.Upgrade, run.Floor)}
            {Row("a turn of a whole visit", run.Visit, run.Floor)}

            The floor is a minimal ASP.NET endpoint in a process of its own: it reads the activity, posts one small reply to its serviceUrl and answers 200. CPU is the server's alone, user and
            system. Every conversation is another engineer's, with a site and a visit of their own, four engineers to a regional office. `help` changes nothing and so writes nothing.
            `可以升级了吗？` is asked half an hour before the window, of a visit with its steps told and backup and consents missing; each answer is a decision on record, on the disk before it is shown.
            A whole visit is {run.TurnsAVisit} turns: begun by its form, planned, its steps told by press, consents and backup entered, asked, started, ended, tested, left, called back, closed; most write facts.

            ## Against the goals

            | figure | goal | measured | |
            | --- | --- | --- | --- |
            {Goal("`help`, ratio to the floor", "0.60", $"{Ratio(run.Help, run.Floor):0.00}", Ratio(run.Help, run.Floor) >= 0.60)}
            {Goal("`可以升级了吗？`, ratio to the floor", "0.30", $"{Ratio(run.Upgrade, run.Floor):0.00}", Ratio(run.Upgrade, run.Floor) >= 0.30)}
            {Goal("`可以升级了吗？`, p99 at 32 conversations", "60 ms", $"{run.Upgrade.P99:0.0} ms at {run.Conversations}", run.Upgrade.P99 < 60 && run.Conversations >= 32)}
            {Goal("allocation of a `help` turn", "30 KB", $"{run.Help.Allocated / 1024:0.0} KB", run.Help.Allocated <= 30 * 1024)}
            {Goal("`ask` in a running host, p99", "2 ms", $"{run.Ask.P99 - run.AskFloor.P50:0.00} ms", run.Ask.P99 - run.AskFloor.P50 <= 2)}
            {(parts.FirstOrDefault(part => part.Name == GatePart) is { } gate ? Goal("gate decision", "30 µs", $"{gate.Nanoseconds / 1000:0.0} µs", gate.Nanoseconds <= 30_000) : "")}
            {Goal("gate, `--batch`, decisions a second", "20,000", $"{run.Gate.Rate:N0}", run.Gate.Rate >= 20_000)}
            {Goal("process start to first answered turn", "700 ms", $"{median:0} ms", median <= 700)}
            {Goal("memory after 1,000 turns", "130 MB", $"{run.MemoryAfterThousand:0} MB", run.MemoryAfterThousand <= 130)}

            - Start: the median of {run.Starts.Count} starts ({string.Join(", ", run.Starts.Select(start => start.ToString("0", CultureInfo.InvariantCulture)))} ms), each with a new store: its tables and the sample's visit are made within that time.
            - `ask`: {run.Ask.Turns:N0} questions about the code of conduct, typed one after the other over HTTP: {run.Ask.P50:0.00} ms in the middle, {run.Ask.P99:0.00} ms at p99. The figure leaves out what the floor
              takes for the same in the middle, {run.AskFloor.P50:0.00} ms: bringing the activity and posting the reply.
            - Memory is what is resident (VmRSS); after all turns of this run {run.MemoryAtEnd:0} MB.
            - Gate: {run.Gate.Lines:N0} upgrades, none like the other, in {run.Gate.Seconds:0.00} s by the command line, of which {run.Gate.SecondsOfStart:0.00} s go by for a single one; the rate leaves these out. It is not held to one core.

            ## The parts by themselves

            In one process, one after the other, by BenchmarkDotNet (a short job); the sample's visit and directory. An append waits for the disk.

            | part | µs | KB allocated |
            | --- | --- | --- |
            {string.Join('\n', parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"| {part.Name} | {part.Nanoseconds / 1000:0.0} | {part.Bytes / 1024:0.0} |")))}

            `docs/performance-profile.md` tells where a turn's time goes and what each change made for speed brought; `docs/performance-scale.md` what years of work on record and 100,000 reminders due come to (`./bench scale`).

            """);
    }

    private static double Ratio(TurnFigures turn, TurnFigures floor) => turn.Rate / floor.Rate;

    /// <summary>A kind of turn as a row of the table.</summary>
    public static string Row(string name, TurnFigures turn, TurnFigures floor) => string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {turn.Rate:N0} | {Ratio(turn, floor):0.00} | {turn.P50:0.0} | {turn.P95:0.0} | {turn.P99:0.0} | {turn.Processor:0.00} | {turn.Allocated / 1024:0.0} | {turn.Posts:0.00} | {turn.Turns:N0} |");

    private static string Goal(string name, string goal, FormattableString measured, bool met) =>
        $"| {name} | {goal} | {measured.ToString(CultureInfo.InvariantCulture)} | {(met ? "met" : "**short**")} |";
}
