using System.Collections.Immutable;
using SiteBot.Ledger;
using SiteBot.Outbox;

namespace SiteBot.Storage;

/// <summary>What the ledger's port promises of a commit, checked before a database sees it: a broken promise is the caller's fault, not a conflict.</summary>
internal static class CommitCheck
{
    private const int LongestName = 200;
    private const int LongestKind = 60;

    /// <exception cref="ArgumentException">The commit breaks the port's contract; nothing was kept.</exception>
    public static void Check(Commit commit)
    {
        Each(commit.Streams, write => write.Stream.Value, "stream");
        foreach (var write in commit.Streams)
        {
            Check(write);
        }

        foreach (var decision in commit.Decisions)
        {
            Name(decision.Id, "decision", LongestKind);
            Name(decision.Stream.Value, "stream");
            Body(decision.Json, decision.Id);
        }

        foreach (var message in commit.Outgoing)
        {
            Check(message);
        }

        Each(commit.Plans, plan => plan.Stream.Value, "plan");
        foreach (var plan in commit.Plans)
        {
            Name(plan.Stream.Value, "stream");
            Each(plan.Messages, message => message.Key, "planned message");
            foreach (var message in plan.Messages)
            {
                Check(message);
            }
        }

        foreach (var text in commit.Texts)
        {
            Require(text.Hash.Length == 64, $"A kept text's hash is 64 characters, not {text.Hash.Length}.");
            Body(text.Content, text.Hash);
        }
    }

    private static void Check(StreamWrite write)
    {
        var stream = write.Stream.Value;
        Name(stream, "stream");
        Require(!stream.Any(char.IsWhiteSpace), $"The stream's name '{stream}' holds white space.");
        Require(write.ExpectedVersion >= 0, $"{stream} is expected at version {write.ExpectedVersion}.");
        Require(!write.Facts.IsDefaultOrEmpty, $"{stream} is written without a fact.");
        foreach (var fact in write.Facts)
        {
            Name(fact.Kind, "fact's kind", LongestKind);
            Body(fact.Data, stream);
            Require(fact.By is null || fact.By.Length <= LongestName && !fact.By.Contains('\0'), $"A fact of {stream} is told by an id that is too long or holds NUL.");
            foreach (var (name, value) in fact.Private)
            {
                Name(name, "private value's name");
                Require(value is not null, $"The new fact {fact.Kind} of {stream} holds the private value {name} without a value.");
            }
        }

        foreach (var label in write.Labels)
        {
            Name(label, "label");
        }

        if (write.Snapshot is { } snapshot)
        {
            var version = write.ExpectedVersion + write.Facts.Length;
            Require(snapshot.Version == version, $"The snapshot of {stream} is of version {snapshot.Version}, and the facts end at {version}.");
            Body(snapshot.Json, stream);
        }
    }

    private static void Check(OutgoingMessage message)
    {
        Name(message.Key, "message's key");
        Name(message.To.Value, "recipient");
        Name(message.Kind, "message's kind", LongestKind);
        Name(message.About.Value, "stream");
        Body(message.Data, message.Key);
        if (message.Slot is not null)
        {
            Name(message.Slot, "slot");
        }
    }

    private static void Each<T>(ImmutableArray<T> items, Func<T, string> name, string what)
    {
        Require(!items.IsDefault, $"The list of each {what} is missing.");
        if (items.Length < 2)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            Require(seen.Add(name(item)), $"The {what} {name(item)} stands twice in one commit.");
        }
    }

    private static void Name(string? name, string what, int longest = LongestName)
    {
        Require(!string.IsNullOrEmpty(name), $"A {what} is empty.");
        Require(name!.Length <= longest, $"A {what} has {name.Length} characters; at most {longest} are kept.");
        Require(!name.Contains('\0'), $"A {what} holds NUL.");
    }

    // PostgreSQL's text holds no NUL, and JSON writes it otherwise.
    private static void Body(string? text, string where) => Require(text is not null && !text.Contains('\0'), $"A text of {where} is missing or holds NUL.");

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ArgumentException(otherwise, "commit");
        }
    }
}
