using SiteBot.Directory;
using SiteBot.Gate;
using SiteBot.Procedures;
using SiteBot.Standard;
using SiteBot.Standing;
using SiteBot.Texts;

namespace SiteBot;

/// <summary>What every decision may look at beside its own facts: immutable, as of one moment. A turn takes one and keeps to it.</summary>
/// <param name="Standard">The code of conduct.</param>
/// <param name="Gate">The gate's rules.</param>
/// <param name="Procedures">The procedures in force and those that visits began with.</param>
/// <param name="Texts">The words of cards and chats.</param>
/// <param name="Directory">The directory in force.</param>
/// <param name="Standing">Freezes, releases and channels kept by chat.</param>
public sealed record Workplace(
    CodeOfConduct Standard, GateRules Gate, ProcedureShelf Procedures, TextBook Texts, CompanyDirectory Directory, StandingFacts Standing)
{
    /// <summary>The workplace of a dialogs folder and a directory, with nothing kept by chat yet.</summary>
    public static Workplace Of(ProcedureCatalogue catalogue, GateRules gate, CompanyDirectory directory) =>
        new(catalogue.Standard, gate, new ProcedureShelf(catalogue), catalogue.Texts, directory, StandingFacts.None);
}
