using SiteBot.Gate;
using SiteBot.Procedures;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>How closed lists are named in the keys of texts.</summary>
internal static class CardWords
{
    public static string Of(LineState state) => state.Name();

    public static string Of(ServiceState state) => state.Name();

    public static string Of(OperationOutcome outcome) => outcome.Name();

    public static string Of(LeavingMode how) => how switch { LeavingMode.ForTheNight => "night", LeavingMode.HandedOver => "handed_over", _ => "for_good" };
}
