using System.Runtime.CompilerServices;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace SiteBot.Host.Telemetry;

/// <summary>Sends metrics and traces by OTLP while the host runs; made only where a collector is set, so that nobody else waits for its parts to load.</summary>
internal sealed class Otlp : IHostedService
{
    private readonly IDisposable[] _providers;

    private Otlp(IDisposable[] providers) => _providers = providers;

    /// <summary>Connects to a collector.</summary>
    /// <param name="endpoint">Its address.</param>
    /// <param name="overHttp">By HTTP with protobuf; else by gRPC.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Otlp To(Uri endpoint, bool overHttp)
    {
        var resource = ResourceBuilder.CreateDefault().AddService("sitebot", serviceVersion: typeof(Otlp).Assembly.GetName().Version?.ToString(3));
        return new Otlp(
        [
            Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter("SiteBot*").AddMeter("Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
                .AddOtlpExporter(options => Set(options, "v1/metrics")).Build(),
            Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource("SiteBot*").AddOtlpExporter(options => Set(options, "v1/traces")).Build(),
        ]);

        void Set(OtlpExporterOptions options, string path)
        {
            options.Protocol = overHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
            options.Endpoint = overHttp ? new Uri(endpoint, path) : endpoint;
        }
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var provider in _providers)
        {
            provider.Dispose();
        }

        return Task.CompletedTask;
    }
}
