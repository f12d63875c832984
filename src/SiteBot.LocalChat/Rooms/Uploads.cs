namespace SiteBot.LocalChat.Rooms;

/// <summary>Files that people sent, in memory and bounded; the oldest go first.</summary>
internal sealed class Uploads(LocalChatOptions options)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Upload> files = [];
    private readonly Queue<string> oldest = new();
    private long held;

    public Upload Keep(string name, string contentType, byte[] bytes)
    {
        var upload = new Upload(Guid.NewGuid().ToString("N"), name, contentType, bytes);
        lock (gate)
        {
            files[upload.Id] = upload;
            oldest.Enqueue(upload.Id);
            held += bytes.Length;
            while (held > options.KeptUploads && oldest.TryDequeue(out var id) && files.Remove(id, out var gone))
            {
                held -= gone.Bytes.Length;
            }
        }

        return upload;
    }

    public Upload? Find(string id)
    {
        lock (gate)
        {
            return files.GetValueOrDefault(id);
        }
    }
}

/// <summary>One file, as the sender's browser named and typed it.</summary>
internal sealed record Upload(string Id, string Name, string ContentType, byte[] Bytes);
