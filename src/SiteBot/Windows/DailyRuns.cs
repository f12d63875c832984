using NodaTime;

namespace SiteBot.Windows;

/// <summary>The occurrences of daily windows in real time, in order, those that touch or overlap counted as one. Goes forward only.</summary>
internal sealed class DailyRuns
{
    // The longest question: a start 30 days ahead and an operation of 30 days after it.
    private const int DaysAhead = 64;

    // Windows that cover the whole day together touch for ever; runs are cut here, and the pieces still touch.
    private static readonly Duration Longest = Duration.FromDays(7);

    private readonly SiteClock clock;
    private readonly DailyWindow[] windows;
    private readonly bool afterMidnightOnly;
    private readonly LocalDate lastDay;
    private LocalDate day;
    private int next;
    private Occurrence ahead;
    private bool hasAhead;

    /// <param name="clock">The site's clock.</param>
    /// <param name="windows">The windows, sorted by their start.</param>
    /// <param name="from">Occurrences that end at or before this moment need not be given.</param>
    /// <param name="afterMidnightOnly">Cuts off what an occurrence that reaches the next midnight holds before it.</param>
    public DailyRuns(SiteClock clock, DailyWindow[] windows, Instant from, bool afterMidnightOnly = false)
    {
        this.clock = clock;
        this.windows = windows;
        this.afterMidnightOnly = afterMidnightOnly;
        var today = clock.DateOf(from);
        day = today.PlusDays(-2);
        lastDay = today.PlusDays(DaysAhead);
        hasAhead = Step(out ahead);
        MoveOn();
    }

    /// <summary>Whether <see cref="Current"/> holds a run; false once the days to look at have ended.</summary>
    public bool HasCurrent { get; private set; }

    /// <summary>The run at hand.</summary>
    public Occurrence Current { get; private set; }

    /// <summary>Goes to the next run.</summary>
    public void MoveOn()
    {
        HasCurrent = hasAhead;
        if (!hasAhead)
        {
            return;
        }

        var run = ahead;
        while ((hasAhead = Step(out ahead)) && ahead.From <= run.To && run.To - run.From < Longest)
        {
            run = new Occurrence(run.From, Instant.Max(run.To, ahead.To));
        }

        Current = run;
    }

    private bool Step(out Occurrence occurrence)
    {
        while (windows.Length > 0 && day <= lastDay)
        {
            occurrence = On(day, windows[next]);
            if (++next == windows.Length)
            {
                next = 0;
                day = day.PlusDays(1);
            }

            if (!occurrence.IsEmpty)
            {
                return true;
            }
        }

        occurrence = default;
        return false;
    }

    private Occurrence On(LocalDate date, DailyWindow window)
    {
        var tomorrow = date.PlusDays(1);
        var from = clock.At(date, window.From);
        var to = clock.At(window.To > window.From ? date : tomorrow, window.To);
        if (afterMidnightOnly && window.From > LocalTime.Midnight && clock.At(tomorrow, LocalTime.Midnight) is var midnight && to >= midnight)
        {
            from = midnight;
        }

        return new Occurrence(from, to);
    }
}
