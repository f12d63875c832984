using SiteBot.Teams.Actions;
using SiteBot.Teams.Messages;
using SiteBot.Teams.Seam;

namespace SiteBot.Teams;

/// <summary>Tells a look at a card from what people do: a channel asks by itself for an old card to be shown as it is now.</summary>
public static class CardLook
{
    private const string Pressed = "adaptiveCard/action";

    /// <summary>True for an activity that asks for a card as it is now, and for nothing else.</summary>
    public static bool Is(IActivity activity) =>
        activity is Activity { Type: ActivityTypes.Invoke, Name: Pressed, Value: { } value } && CardInput.VerbOf(ActivityJson.Text(value)) == CardVerbs.Refresh;
}
