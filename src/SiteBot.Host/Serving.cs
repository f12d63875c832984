using SiteBot.Host.Commands;
using SiteBot.Host.Settings;
using SiteBot.Reading;
using SiteBot.Storage;

namespace SiteBot.Host;

/// <summary>Serves until it is asked to stop. What stands against it is told on standard error, a line each, with the exit code of wrong use or of failure.</summary>
internal static class Serving
{
    /// <summary>Serves by the settings in <paramref name="words"/> and their other sources.</summary>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> Run(IReadOnlyList<string> words, Terminal terminal, TimeProvider machine, Action<IServiceCollection, SiteBotOptions> bot)
    {
        try
        {
            await using var host = await SiteBotHost.Compose(SettingSources.Read(words), machine, bot);
            await host.Start(terminal.Out);
            await host.Stopped;
            return ExitCode.Done;
        }
        catch (SettingsException refused)
        {
            return Told(terminal, ExitCode.WrongUse, refused.Faults);
        }
        catch (FaultyFileException faulty)
        {
            return Told(terminal, ExitCode.WrongUse, faulty.Faults.Select(fault => fault.ToString()));
        }
        catch (StoreException store)
        {
            return Told(terminal, ExitCode.Failure, [store.Message]);
        }
        catch (IOException cannotListen)
        {
            return Told(terminal, ExitCode.Failure, [$"SiteBot cannot listen: {cannotListen.Message} Give another address with --urls=http://127.0.0.1:PORT."]);
        }
        catch (Exception failure)
        {
            return Told(terminal, ExitCode.Failure, [CommandLine.OneLine($"{failure.GetType().Name}: {failure.Message}")]);
        }
    }

    private static int Told(Terminal terminal, int code, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            terminal.Error.WriteLine(line);
        }

        return code;
    }
}
