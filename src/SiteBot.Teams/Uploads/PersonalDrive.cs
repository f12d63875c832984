using System.Net;
using System.Net.Http.Headers;
using SiteBot.Ledger;

namespace SiteBot.Teams.Uploads;

/// <summary>Puts files into OneDrive over the address that Teams gives: only to the hosts that files may be fetched from too, in one piece, bounded in time, without redirects.</summary>
public sealed class PersonalDrive : IPersonalDrive, IDisposable
{
    private static readonly Refusal Elsewhere = new("drive-elsewhere", new Text(
        "没有存入：这个地址不是贵公司的 OneDrive。请用链接下载。", "It was not put there: that address is not your company's OneDrive. Fetch it by its link."));

    private static readonly Refusal Slow = new("drive-slow", new Text(
        "没能及时存入 OneDrive。请用链接下载，或再要一次表单。", "It could not be put into your OneDrive in time. Fetch it by its link, or ask for the form again."));

    private static readonly Refusal NotTaken = new("drive-not-taken", new Text(
        "OneDrive 没有收下文件。请用链接下载，或再要一次表单。", "Your OneDrive did not take the file. Fetch it by its link, or ask for the form again."));

    private readonly UploadOptions _options;
    private readonly TimeProvider _machine;
    private readonly HttpClient _client;

    /// <summary>A drive that connects to public addresses alone.</summary>
    public PersonalDrive(UploadOptions options, TimeProvider machine)
        : this(options, machine, new GuardedConnection(static (host, cancellation) => Dns.GetHostAddressesAsync(host, cancellation), PublicAddress.Is).Client())
    {
    }

    internal PersonalDrive(UploadOptions options, TimeProvider machine, HttpClient client) => (_options, _machine, _client) = (options, machine, client);

    /// <inheritdoc />
    public async ValueTask<Refusal?> Put(string? address, EvidenceFile file, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || !FileAddress.IsListed(uri, _options))
        {
            return Elsewhere;
        }

        using var patience = new CancellationTokenSource(_options.Patience, _machine);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, uri) { Content = new ReadOnlyMemoryContent(file.Content) };
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(file.MediaType);
            request.Content.Headers.ContentRange = new ContentRangeHeaderValue(0, file.Content.Length - 1, file.Content.Length);
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
            return response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created ? null : NotTaken;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Slow;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return NotTaken;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}
