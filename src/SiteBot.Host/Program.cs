using SiteBot.Host;
using SiteBot.Host.Commands;

using var terminal = Terminal.OfProcess();
if (CommandLine.IsFor(args))
{
    return await CommandLine.Run(Verbs.All, args, terminal);
}

#pragma warning disable RS0030 // The composition root picks the machine's clock.
return await Serving.Run(args, terminal, TimeProvider.System, BotComposition.Add);
#pragma warning restore RS0030
