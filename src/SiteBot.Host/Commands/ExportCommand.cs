using NodaTime.Text;
using SiteBot.Host.Settings;
using SiteBot.Host.Workplaces;
using SiteBot.Ledger;
using SiteBot.Reading;
using SiteBot.Storage;
using SiteBot.Visits;

namespace SiteBot.Host.Commands;

/// <summary><c>sitebot export</c>: one visit's story, with the decisions made for it, as text.</summary>
internal static class ExportCommand
{
    private const int MostDecisions = 10_000;

    /// <summary>The verb.</summary>
    public static Verb Verb { get; } = new("export", "Prints a visit's story: every fact in order, and the decisions made for it.")
    {
        Operands = [new Operand("VISIT")],
        Options = [new Option("--lang", "LANG", "In which language; en where it is left out.") { Allowed = ["zh", "en"] }],
        TakesSettings = true,
        Details = "Blanked names stand as removed. A decision is shown whole by decision explain ID.",
        Run = static call => StoreFromSettings.Use(call, store => Run(call, store)),
    };

    private static async ValueTask<int> Run(Call call, IStore store)
    {
        var stream = StreamId.Visit(call.Operands[0]);
        var facts = new List<VisitFact>();
        await foreach (var recorded in store.Archive.Facts(stream, 1, CancellationToken.None))
        {
            facts.Add(VisitStream.Fact(recorded));
        }

        if (facts.Count == 0)
        {
            throw new WrongUseException("VISIT: there is no visit of this id in the store.");
        }

        var workplace = await Workplace(call, store);
        var language = LanguageCode.Read(call.Option("--lang")) ?? Language.En;
        var output = call.Terminal.Out;
        foreach (var line in VisitStory.Of(stream.Id, facts, workplace))
        {
            output.WriteLine(line.Line.In(language));
        }

        foreach (var decision in (await store.Ledger.Decisions(stream, MostDecisions, CancellationToken.None)).Reverse())
        {
            var at = InstantPattern.General.Format(decision.At);
            output.WriteLine(new Text($"决定 {decision.Id}：{at}", $"Decision {decision.Id}: {at}").In(language));
        }

        return ExitCode.Done;
    }

    private static async ValueTask<Workplace> Workplace(Call call, IStore store)
    {
        try
        {
            var settings = SettingSources.Read(call.Settings);
            var files = WorkplaceFiles.Of(settings["Dialogs:Path"], settings["Directory:Path"]);
            var keeper = WorkplaceKeeper.Load(files.Dialogs, files.Directory);
            await new ProcedureVersions(store.Ledger, store.Settings).Refresh(keeper.Current.Procedures, CancellationToken.None);
            return keeper.Current;
        }
        catch (FaultyFileException faulty)
        {
            throw new WrongUseException(faulty.Faults[0].ToString());
        }
    }
}
