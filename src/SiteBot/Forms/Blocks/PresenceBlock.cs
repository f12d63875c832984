using System.Collections.Immutable;
using SiteBot.Visits;

namespace SiteBot.Forms.Blocks;

/// <summary>When the engineer was at the site.</summary>
internal sealed class PresenceBlock : IFormBlock
{
    public IEnumerable<FormSection> Of(FormSetting form)
    {
        var visit = form.Visit;
        var fields = ImmutableArray.CreateBuilder<FormField>();
        fields.Add(new(form.Say(FormLabels.Arrived), form.At(visit.FirstArrivedAt ?? visit.ArrivedAt)));
        fields.Add(new(form.Say(FormLabels.LeftAt), visit.Left is { } left ? $"{form.At(left.At)}  {form.Say(Label(left.How))}" : ""));
        if (visit.Left?.WatchedBy is { } watcher)
        {
            fields.Add(new(form.Say(FormLabels.WatchedBy), form.Name(watcher)));
        }

        yield return new FormSection(form.Say(FormLabels.Presence), new FormPart.Fields(fields.ToImmutable()));
    }

    internal static string Label(LeavingMode how) => how switch
    {
        LeavingMode.ForTheNight => FormLabels.LeftForNight,
        LeavingMode.HandedOver => FormLabels.LeftHandedOver,
        _ => FormLabels.LeftForGood,
    };
}
