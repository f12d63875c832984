using System.Globalization;
using SiteBot.Load;

const string Help = """
    load run HOST PAGE PARTS [SECONDS CONVERSATIONS]  measures and writes the page with the parts that SiteBot.Micro measured; 10 seconds a figure, 32 conversations by default
    load scale HOST FILLER PAGE [VISITS …]            with so many visits on record and 100,000 reminders due; 1000 and 100000 by default
    load try HOST help|ask|upgrade|visit [SECONDS CONVERSATIONS]
                                                      one kind of turn and the floor beside it, to try a change by
    load floor --urls=ADDRESS                         the bare floor, until it is killed
    """;

switch (args)
{
    case ["floor", var urls]:
        await Floor.Serve(urls);
        return 0;
    case ["run", var host, var page, var parts, ..] when Number(4, 10) is > 0 and var seconds && Number(5, 32) is > 0 and var conversations:
    {
        var machine = Here();
        var figures = await Measuring.Run(host, seconds, conversations, Console.Error.WriteLine);
        return await Written(page, Page.Of(machine, figures, [.. File.ReadLines(parts).Select(Part.Read)]));
    }

    case ["scale", var host, var filler, var page, .. var sizes] when sizes.All(size => int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out _)):
    {
        var machine = Here();
        List<int> visits = sizes.Length == 0 ? [1000, 100_000] : [.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))];
        var records = await Scale.Records(host, filler, visits, Console.Error.WriteLine);
        return await Written(page, ScalePage.Of(machine, records, await Scale.Due(host, filler, Console.Error.WriteLine)));
    }

    case ["try", var host, var kind, ..] when kind is "help" or "ask" or "upgrade" or "visit" && Number(3, 10) is > 0 and var seconds && Number(4, 32) is > 0 and var conversations:
        var (floor, turn) = await Measuring.Try(host, kind, seconds, conversations);
        Console.WriteLine(Page.Row("floor", floor, floor));
        Console.WriteLine(Page.Row(kind, turn, floor));
        return 0;
    default:
        Console.Error.WriteLine(Help);
        return 64;
}

static Machine Here()
{
#pragma warning disable RS0030 // The composition root picks the machine's clock.
    var time = TimeProvider.System;
#pragma warning restore RS0030
    return Machine.Read(time.GetUtcNow());
}

static async Task<int> Written(string page, string text)
{
    await File.WriteAllTextAsync(page, text);
    Console.Write(text);
    return 0;
}

int Number(int at, int otherwise) =>
    args.Length <= at ? otherwise : int.TryParse(args[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
