using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using SiteBot.Host.Settings;

namespace SiteBot.Host.Telemetry;

/// <summary>How logs are written: in Teams one JSON object a line, in local mode a line for a person; each with its turn's correlation id, names and numbers masked.</summary>
internal sealed class LogLines(IServiceProvider services, TimeProvider machine, SiteBotOptions options) : ConsoleFormatter(FormatterName)
{
    /// <summary>The name by which the console finds it.</summary>
    public const string FormatterName = "sitebot";

    private static readonly JsonWriterOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Mask _mask = new();

    /// <inheritdoc />
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var directory = services.GetService<IWorkplace>()?.Current.Directory;
        var message = _mask.Of(logEntry.Formatter(logEntry.State, logEntry.Exception), directory);
        var failure = logEntry.Exception is { } exception ? _mask.Of(exception.ToString(), directory) : null;
        var turn = TurnOf(scopeProvider);
        if (options.Mode == HostMode.Local)
        {
            textWriter.WriteLine($"{Level(logEntry.LogLevel)}: {(turn is null ? "" : $"[{turn}] ")}{message}{(failure is null ? "" : Environment.NewLine + failure)}");
        }
        else
        {
            textWriter.WriteLine(Json(logEntry.LogLevel, logEntry.Category, turn, message, failure));
        }
    }

    private string Json(LogLevel level, string category, string? turn, string message, string? failure)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes, _readable))
        {
            json.WriteStartObject();
            json.WriteString("at", machine.GetUtcNow());
            json.WriteString("level", Level(level));
            json.WriteString("category", category);
            if (turn is not null)
            {
                json.WriteString("turn", turn);
            }

            json.WriteString("message", message);
            if (failure is not null)
            {
                json.WriteString("failure", failure);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static string? TurnOf(IExternalScopeProvider? scopes)
    {
        string? turn = null;
        scopes?.ForEachScope((scope, _) => turn = scope is TurnScope told ? told.Id : turn, (object?)null);
        return turn;
    }

    private static string Level(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warning",
        LogLevel.Error => "error",
        _ => "critical",
    };
}

/// <summary>The turn that log lines belong to.</summary>
/// <param name="Id">Its correlation id: the trace's, where one is kept.</param>
internal sealed record TurnScope(string Id);
