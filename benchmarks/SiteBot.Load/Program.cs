using System.Globalization;
using SiteBot.Load;

const string Help = """
    load run HOST PAGE [SECONDS CONVERSATIONS]        measures and writes the page; 10 seconds a figure, 32 conversations by default
    load try HOST help|upgrade|visit [SECONDS CONVERSATIONS]
                                                      one kind of turn and the floor beside it, to try a change by
    load floor --urls=ADDRESS                         the bare floor, until it is killed
    """;

switch (args)
{
    case ["floor", var urls]:
        await Floor.Serve(urls);
        return 0;
    case ["run", var host, var page, ..] when Number(3, 10) is > 0 and var seconds && Number(4, 32) is > 0 and var conversations:
#pragma warning disable RS0030 // The composition root picks the machine's clock.
        var time = TimeProvider.System;
#pragma warning restore RS0030
        var machine = Machine.Read(time.GetUtcNow());
        var figures = await Measuring.Run(host, seconds, conversations, Console.Error.WriteLine);
        var text = Page.Of(machine, figures);
        await File.WriteAllTextAsync(page, text);
        Console.Write(text);
        return 0;
    case ["try", var host, var kind, ..] when kind is "help" or "upgrade" or "visit" && Number(3, 10) is > 0 and var seconds && Number(4, 32) is > 0 and var conversations:
        var (floor, turn) = await Measuring.Try(host, kind, seconds, conversations);
        Console.WriteLine(Page.Row("floor", floor, floor));
        Console.WriteLine(Page.Row(kind, turn, floor));
        return 0;
    default:
        Console.Error.WriteLine(Help);
        return 64;
}

int Number(int at, int otherwise) =>
    args.Length <= at ? otherwise : int.TryParse(args[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
