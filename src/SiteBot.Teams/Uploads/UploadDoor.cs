using System.Net;
using SiteBot.EvidenceFiles;
using SiteBot.Ledger;

namespace SiteBot.Teams.Uploads;

/// <summary>Fetches attachments from where Teams, or the local chat, says that they lie, and from nowhere else; bounded in size and time, without redirects.</summary>
public sealed class UploadDoor : IUploads, IDisposable
{
    private const int Piece = 64 * 1024;

    private static readonly Refusal Elsewhere = new("file-elsewhere", new Text(
        "请在这个聊天里直接发送照片或文件；别处的链接我不会去取。", "Send the photo or file itself in this chat; I fetch nothing from elsewhere."));

    private static readonly Refusal Slow = new("file-slow", new Text(
        "文件没能及时取到。请到网络好的地方再发一次，或先用文字记下姓名和见证人。", "The file did not arrive in time. Send it again where the network is better, or tell a name with a witness for now."));

    private static readonly Refusal NotHad = new("file-not-had", new Text("没能取到文件，请再发一次。", "I could not get the file; send it again."));

    private readonly UploadOptions _options;
    private readonly IEvidenceFiles _files;
    private readonly IBusinessClock _clock;
    private readonly TimeProvider _machine;
    private readonly HttpClient _client;

    /// <summary>A door that connects to public addresses in Teams, and to this machine alone in local mode.</summary>
    public UploadDoor(UploadOptions options, IEvidenceFiles files, IBusinessClock clock, TimeProvider machine)
        : this(options, files, clock, machine, new GuardedConnection(static (host, cancellation) => Dns.GetHostAddressesAsync(host, cancellation), options.OwnAddresses is null ? PublicAddress.Is : IPAddress.IsLoopback).Client())
    {
    }

    internal UploadDoor(UploadOptions options, IEvidenceFiles files, IBusinessClock clock, TimeProvider machine, HttpClient client) =>
        (_options, _files, _clock, _machine, _client) = (options, files, clock, machine, client);

    /// <inheritdoc />
    public async ValueTask<UploadOutcome> Fetch(Attachment attachment, IConnectorClient? connector, CancellationToken cancellation)
    {
        if (FileAddress.Told(attachment) is not { } told)
        {
            return UploadOutcome.NoFile;
        }

        if (FileAddress.Allowed(attachment, told, connector?.BaseUri, _options) is not { } address)
        {
            return UploadOutcome.Refused(Elsewhere);
        }

        using var patience = new CancellationTokenSource(_options.Patience, _machine);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        byte[]? bytes;
        try
        {
            bytes = await Read(address, connector, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return UploadOutcome.Refused(Slow);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return UploadOutcome.Refused(NotHad);
        }

        if (bytes is null)
        {
            return UploadOutcome.Refused(Recognition.TooLarge);
        }

        return Recognition.TryRecognise(bytes, out var file, out var refusal)
            ? new UploadOutcome(await _files.Put(bytes, file.MediaType, _clock.Now, cancellation).ConfigureAwait(false), file, null)
            : UploadOutcome.Refused(refusal);
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    // Null where there is more than may be.
    private async Task<byte[]?> Read(FileAddress address, IConnectorClient? connector, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address.Uri);
        if (address.IsConnectors && connector is ConnectorClient { Credentials: { } credentials })
        {
            await credentials.ProcessHttpRequestAsync(request, cancellation).ConfigureAwait(false);
        }

        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new HttpRequestException($"The file's host answered {(int)response.StatusCode}.");
        }

        if (response.Content.Headers.ContentLength > Recognition.LargestBytes)
        {
            return null;
        }

        var body = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        using var read = new MemoryStream();
        var piece = new byte[Piece];
        while (await body.ReadAsync(piece, cancellation).ConfigureAwait(false) is var count and > 0)
        {
            if (read.Length + count > Recognition.LargestBytes)
            {
                return null;
            }

            read.Write(piece, 0, count);
        }

        return read.ToArray();
    }
}
