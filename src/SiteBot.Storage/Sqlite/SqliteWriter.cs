using System.Collections.Concurrent;

namespace SiteBot.Storage.Sqlite;

/// <summary>The one writer of a process. What is asked for while a transaction is on its way to the disk goes into the next one together,
/// so that many commits share one wait for the disk; each is answered only when it is there.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int LargestGroup = 256;

    private readonly BlockingCollection<Work> _queue = [];
    private readonly SqliteSession _session;
    private readonly Thread _thread;

    public SqliteWriter(SqliteSession session)
    {
        _session = session;
        _thread = new Thread(Run) { IsBackground = true, Name = "sqlite writer" };
        _thread.Start();
    }

    /// <summary>Runs <paramref name="work"/> in a transaction and answers with what it returned once that is durable.</summary>
    /// <param name="work">Only reads and writes the session: it may be run again where its group had to be given up.</param>
    public Task<T> Write<T>(Func<SqliteSession, T> work)
    {
        var asked = new Work<T>(work);
        try
        {
            _queue.Add(asked);
        }
        catch (InvalidOperationException)
        {
            throw new ObjectDisposedException(nameof(SqliteWriter), "The store is closed.");
        }

        return asked.Answer;
    }

    /// <summary>Finishes what was asked for and stops.</summary>
    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join();
        _session.Dispose();
        _queue.Dispose();
    }

    private void Run()
    {
        var group = new List<Work>(LargestGroup);
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            group.Add(first);
            while (group.Count < LargestGroup && _queue.TryTake(out var next))
            {
                group.Add(next);
            }

            Keep(group);
            group.Clear();
        }
    }

    private void Keep(IReadOnlyList<Work> group)
    {
        try
        {
            _session.Begin();
            foreach (var work in group)
            {
                work.Run(_session);
            }

            _session.Commit();
        }
        catch (Exception failure)
        {
            GiveUp(group, failure);
            return;
        }

        foreach (var work in group)
        {
            work.Answered();
        }
    }

    // One caller's fault is not the others': each of them gets a transaction of its own.
    private void GiveUp(IReadOnlyList<Work> group, Exception failure)
    {
        try
        {
            _session.Rollback();
        }
        catch (Exception lost)
        {
            failure = new AggregateException(failure, lost);
        }

        if (group.Count == 1)
        {
            group[0].Failed(failure);
            return;
        }

        foreach (var work in group)
        {
            Keep([work]);
        }
    }

    private abstract class Work
    {
        public abstract void Run(SqliteSession session);

        public abstract void Answered();

        public abstract void Failed(Exception failure);
    }

    private sealed class Work<T>(Func<SqliteSession, T> work) : Work
    {
        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Answer => _answer.Task;

        public override void Run(SqliteSession session) => _result = work(session);

        public override void Answered() => _answer.SetResult(_result!);

        public override void Failed(Exception failure) => _answer.SetException(failure);
    }
}
