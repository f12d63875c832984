using SiteBot.Host.Commands;

if (CommandLine.IsFor(args))
{
    using var terminal = Terminal.OfProcess();
    return await CommandLine.Run(Verbs.All, args, terminal);
}

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
await app.RunAsync();
return ExitCode.Done;
