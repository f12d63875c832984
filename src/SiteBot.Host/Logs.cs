using Microsoft.Extensions.Logging.Console;
using SiteBot.Host.Telemetry;

namespace SiteBot.Host;

/// <summary>Where logs go: standard error. Standard output carries the greeting alone.</summary>
internal static class Logs
{
    /// <summary>Adds them.</summary>
    public static void Add(ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System.Net.Http", LogLevel.Warning);
        logging.AddConsole(console => (console.FormatterName, console.LogToStandardErrorThreshold) = (LogLines.FormatterName, LogLevel.Trace));
        logging.AddConsoleFormatter<LogLines, ConsoleFormatterOptions>();
    }
}
