using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace SiteBot;

/// <summary>A PostgreSQL server of its own on a free port of this machine, gone with its data when it is disposed. A database a name.</summary>
/// <remarks>Compiled into the test projects that need one. Fails, and says what is missing, where no PostgreSQL is installed. As root it runs as the user <c>postgres</c>,
/// since PostgreSQL refuses root.</remarks>
internal sealed class ThrowawayPostgres : IAsyncDisposable
{
    private readonly string _folder;
    private readonly Process _server;
    private readonly int _port;

    private ThrowawayPostgres(string folder, Process server, int port) => (_folder, _server, _port) = (folder, server, port);

    /// <summary>Starts one.</summary>
    public static async Task<ThrowawayPostgres> Start()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("sitebot-postgres-").FullName;
        if (IsRoot)
        {
            await Run("chown", "postgres", folder);
        }

        var data = Path.Combine(folder, "data");
        await Finished(Postgres("initdb", "-D", data, "-U", "sitebot", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"));
        var port = FreePort();
        var server = Postgres(
            "postgres", "-D", data, "-p", port.ToString(CultureInfo.InvariantCulture), "-c", "listen_addresses=127.0.0.1", "-c", $"unix_socket_directories={folder}",
            "-c", "max_connections=200", "-c", "log_min_messages=fatal");
        server.BeginErrorReadLine();
        server.BeginOutputReadLine();
        var postgres = new ThrowawayPostgres(folder, server, port);
        await postgres.Answers();
        return postgres;
    }

    /// <summary>A new, empty database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> Database(string name)
    {
        await using var connection = new NpgsqlConnection(To("postgres"));
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE \"{name}\"", connection);
        await create.ExecuteNonQueryAsync();
        return To(name);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_server.HasExited)
        {
            // A quick shutdown, asked for as PostgreSQL's own tool does.
            await Finished(Postgres("pg_ctl", "stop", "-D", Path.Combine(_folder, "data"), "-m", "immediate"));
            await _server.WaitForExitAsync();
        }

        _server.Dispose();
        await Run("rm", "-rf", _folder);
    }

    private static bool IsRoot => Environment.UserName == "root";

    private static Process Postgres(string program, params string[] arguments)
    {
        var path = Find(program);
        return IsRoot ? Begin("runuser", ["-u", "postgres", "--", path, .. arguments]) : Begin(path, arguments);
    }

    private static string Find(string program)
    {
        var installed = System.IO.Directory.Exists("/usr/lib/postgresql")
            ? System.IO.Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).OrderDescending()
            : Enumerable.Empty<string>();
        return installed.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists) ?? throw new InvalidOperationException($"PostgreSQL is missing: '{program}' is neither in PATH nor under /usr/lib/postgresql. Install the package postgresql.");
    }

    private static Process Begin(string program, IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardError = true,
        RedirectStandardOutput = true,
        WorkingDirectory = Path.GetTempPath(),
    })!;

    private static Task Run(string program, params string[] arguments) => Finished(Begin(program, arguments));

    private static async Task Finished(Process process)
    {
        using (process)
        {
            var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} ended with {process.ExitCode}: {string.Concat(said)}");
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string To(string database) => $"Host=127.0.0.1;Port={_port};Username=sitebot;Database={database};Maximum Pool Size=20";

    private async Task Answers()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(To("postgres") + ";Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (Exception notYet) when (notYet is NpgsqlException or SocketException && attempt < 600 && !_server.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }
}
