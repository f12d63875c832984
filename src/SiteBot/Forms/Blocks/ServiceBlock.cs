using System.Collections.Immutable;
using SiteBot.Escalation;
using SiteBot.Gate;

namespace SiteBot.Forms.Blocks;

/// <summary>How the service runs, and the alarms that were raised. Exercises are left out.</summary>
internal sealed class ServiceBlock : IFormBlock
{
    public IEnumerable<FormSection> Of(FormSetting form)
    {
        var state = form.Say(form.Visit.ServiceState switch
        {
            ServiceState.Normal => FormLabels.StateNormal,
            ServiceState.SeverelyDegraded => FormLabels.StateDegraded,
            _ => FormLabels.StateInterrupted,
        });
        var said = form.Visit.ServiceStateSince is { } since ? form.Say(FormLabels.StateSince, ("state", state), ("at", form.At(since))) : state;
        yield return new FormSection(form.Say(FormLabels.ServiceState), new FormPart.Paragraph(said));

        var alarms = form.Facts.Alarms.Where(alarm => !alarm.Drill).OrderBy(alarm => alarm.RaisedAt).ToList();
        if (alarms.Count > 0)
        {
            yield return new FormSection(form.Say(FormLabels.Alarms), new FormPart.Table(
                [new(form.Say(FormLabels.When), 4), new(form.Say(FormLabels.Trouble), 4), new(form.Say(FormLabels.Affected), 4), new(form.Say(FormLabels.AlarmOver), 6)],
                [.. alarms.Select(alarm => ImmutableArray.Create(
                    form.At(alarm.Since ?? alarm.RaisedAt), form.Say(AlarmStory.Names(alarm.Trouble)), form.Say(alarm.Affected), Over(form, alarm)))]));
        }
    }

    private static string Over(FormSetting form, Alarm alarm) =>
        alarm.IsOpen ? form.Say(FormLabels.Open) : string.Join('\n', new[] { form.At(alarm.EndedAt), form.Say(alarm.WhatWasDone) }.Where(line => line.Length > 0));
}
