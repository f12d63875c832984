using System.Threading.Channels;

namespace SiteBot.LocalChat.Rooms;

/// <summary>One conversation's transcript, bounded, and those who are watching it.</summary>
internal sealed class Room(Stamps stamps, int kept)
{
    private const int MostWatchers = 64;
    private const int MostUnread = 1024;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Post> posts = [];
    private readonly SortedDictionary<long, string> order = [];
    private readonly HashSet<Channel<Post>> watchers = [];

    /// <summary>The channel's greeting to the bot; what people say waits for it. Null: nobody opened the room yet.</summary>
    public Task<bool>? Greeting { get; set; }

    public Post? Find(string? id)
    {
        lock (gate)
        {
            return id is null ? null : posts.GetValueOrDefault(id);
        }
    }

    /// <summary>Puts a post in, or a new version in the place of the one with its id. The author and the thread of the first version stay.</summary>
    public Post Put(Post post)
    {
        lock (gate)
        {
            var before = posts.GetValueOrDefault(post.Id);
            var stamp = stamps.Next();
            return Show(post with
            {
                Order = before?.Order ?? stamp,
                Stamp = stamp,
                At = before?.At ?? post.At,
                Thread = before?.Thread ?? post.Thread,
                Author = before is null ? post.Author : before.Author,
            });
        }
    }

    /// <summary>Changes the post with that id; null when it is not (or no longer) here.</summary>
    public Post? Change(string id, Func<Post, Post> change)
    {
        lock (gate)
        {
            return posts.TryGetValue(id, out var post) ? Show(change(post) with { Stamp = stamps.Next() }) : null;
        }
    }

    /// <summary>True once for each person and version of the card.</summary>
    public bool ClaimRefresh(Post post, string person)
    {
        lock (gate)
        {
            if (!posts.TryGetValue(post.Id, out var now) || now.Refreshed.Contains(person))
            {
                return false;
            }

            posts[post.Id] = now with { Refreshed = now.Refreshed.Add(person) };
            return true;
        }
    }

    /// <summary>What changed after that place, in the transcript's order, and the place after the last change.</summary>
    public (IReadOnlyList<Post> Posts, long Stamp) Since(long stamp)
    {
        lock (gate)
        {
            var changed = order.Values.Select(id => posts[id]).Where(post => post.Stamp > stamp).ToList();
            return (changed, changed.Count == 0 ? stamp : changed.Max(post => post.Stamp));
        }
    }

    /// <summary>What changed after that place, and everything from now on; a reader that falls far behind is ended, and comes back with its watermark.</summary>
    public Watch Watch(long stamp)
    {
        lock (gate)
        {
            if (watchers.Count >= MostWatchers)
            {
                throw new Wire.Refused(StatusCodes.Status429TooManyRequests, "TooManyStreams", $"At most {MostWatchers} streams at once.");
            }

            var live = Channel.CreateBounded<Post>(new BoundedChannelOptions(MostUnread) { SingleReader = true });
            watchers.Add(live);
            var (backlog, place) = Since(stamp);
            return new(backlog, place, live.Reader, () =>
            {
                lock (gate)
                {
                    watchers.Remove(live);
                }
            });
        }
    }

    private Post Show(Post post)
    {
        if (!post.Passing)
        {
            posts[post.Id] = post;
            order[post.Order] = post.Id;
            if (order.Count > kept)
            {
                var (place, oldest) = order.First();
                order.Remove(place);
                posts.Remove(oldest);
            }
        }

        foreach (var watcher in watchers.Where(watcher => !watcher.Writer.TryWrite(post)).ToList())
        {
            watcher.Writer.TryComplete();
            watchers.Remove(watcher);
        }

        return post;
    }
}

/// <summary>A reader's hold on a room; dispose it to stop watching.</summary>
internal sealed class Watch(IReadOnlyList<Post> backlog, long stamp, ChannelReader<Post> live, Action end) : IDisposable
{
    public IReadOnlyList<Post> Backlog { get; } = backlog;

    public long Stamp { get; } = stamp;

    public ChannelReader<Post> Live { get; } = live;

    public void Dispose() => end();
}
