using Microsoft.Extensions.Logging.Console;
using SiteBot.Host.Settings;

namespace SiteBot.Host;

/// <summary>Where logs go: standard error, a line each in local mode, JSON in Teams. Standard output carries the greeting alone.</summary>
internal static class Logs
{
    /// <summary>Adds them.</summary>
    public static void Add(ILoggingBuilder logging, IConfiguration configuration, HostMode mode)
    {
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System.Net.Http", LogLevel.Warning);
        if (mode == HostMode.Local)
        {
            logging.AddSimpleConsole(console => (console.SingleLine, console.ColorBehavior) = (false, LoggerColorBehavior.Disabled));
        }
        else
        {
            logging.AddJsonConsole(console => (console.IncludeScopes, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, "yyyy-MM-ddTHH:mm:ss.fffZ"));
        }

        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
