using SiteBot.Directory;
using SiteBot.Ledger;
using SiteBot.People;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Messages;
using SiteBot.Teams.Turns;

namespace SiteBot.Teams;

/// <summary>What the bot says when it is installed, and to whoever is not in the directory. Nothing of the standard is told to a stranger.</summary>
internal sealed class Welcome(TurnTools tools, IWorkplace workplace, PersonFinder people)
{
    /// <summary>The greeting where the bot was installed: in a person's chat the menu; in a team's channel the card that binds it to a regional office.</summary>
    public async ValueTask<Card> Draw(Incoming incoming, Person? person, CancellationToken cancellation)
    {
        if (person is null)
        {
            return ToStranger(incoming);
        }

        var language = await LanguageOf(person, cancellation).ConfigureAwait(false);
        return incoming.Place.IsPersonal
            ? GreetingCard.Draw(tools.Deck, workplace.Current, person, language)
            : BindChannelCard.Draw(tools.Deck, workplace.Current, incoming.Place.Team, incoming.Place.TeamChannel, language);
    }

    /// <summary>What somebody hears who is not in the directory: whom to ask; a guest of another tenant hears no names.</summary>
    public Card ToStranger(Incoming incoming)
    {
        var language = SpokenLanguage.Of(incoming.Text) ?? LanguageCode.ReadLocale(incoming.Locale) ?? Language.En;
        return people.IsOfCompany(incoming) ? StrangerCard.Draw(tools.Deck, workplace.Current, language) : StrangerCard.DrawForOutsider(tools.Deck, workplace.Current, language);
    }

    private async ValueTask<Language> LanguageOf(Person person, CancellationToken cancellation)
    {
        var view = await tools.Ledger.Read(new LedgerQuery(null, null, [StreamId.Person(person.Id)], [], Snapshot.ShapeNow), cancellation).ConfigureAwait(false);
        return (view.Streams is [var own] ? PersonStream.Read(own).Language : null) ?? person.Language;
    }
}
