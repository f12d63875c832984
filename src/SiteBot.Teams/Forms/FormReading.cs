using System.Collections.Immutable;
using SiteBot.Escalation;
using SiteBot.Forms;
using SiteBot.Gate.Decisions;
using SiteBot.Ledger;
using SiteBot.Visits;

namespace SiteBot.Teams.Forms;

/// <summary>Reads what a form is drawn up from beside the visit itself: its alarms, what the gate decided for it, and every fact of it.</summary>
internal static class FormReading
{
    /// <summary>How many decisions a form holds, the latest.</summary>
    public const int MostDecisions = 60;

    // Of this shape there are no snapshots: the facts are read themselves.
    private const int NoShape = -1;

    /// <summary>The facts with these read too.</summary>
    public static async ValueTask<FormFacts> Whole(FormFacts facts, ILedger ledger, CancellationToken cancellation)
    {
        var visit = facts.Visit;
        var view = await ledger.Read(
            new LedgerQuery(null, null, [visit.Stream], [AlarmLabels.OpenOf(visit.Id), AlarmLabels.ResolvedOf(visit.Id)], NoShape), cancellation).ConfigureAwait(false);
        var decisions = await ledger.Decisions(visit.Stream, MostDecisions, cancellation).ConfigureAwait(false);
        return facts with
        {
            Alarms = [.. view.Streams.Where(stream => stream.Stream.Noun == "alarm").Select(AlarmStream.Read).OfType<Alarm>()],
            Decisions = [.. decisions.Reverse().Select(Read).OfType<DecisionRecord>()],
            History = [.. view.Streams.Where(stream => stream.Stream == visit.Stream).SelectMany(stream => stream.Since).Select(VisitStream.Fact)],
        };
    }

    // One that another version of the program wrote does not keep the form from being drawn up: `sitebot decision explain` says what is wrong with it.
    private static DecisionRecord? Read(DecisionWrite kept)
    {
        try
        {
            return DecisionRecord.Read(kept);
        }
        catch (DecisionRecordException)
        {
            return null;
        }
    }
}
