using SiteBot.Teams.Cards;

namespace SiteBot.Teams.Tests.Cards;

public sealed class BindChannelCardTests
{
    [Fact]
    public void A_channel_that_nobody_named_is_asked_whose_it_is()
    {
        var card = BindChannelCard.Draw(Sample.Deck, Sample.Place, "team", "some other channel", Language.En);

        Assert.StartsWith("Which regional office's field-service channel is this?", card.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_channel_that_the_directory_names_says_whose_it_is()
    {
        var office = Sample.Place.Directory.Offices.First(known => known.Channel is not null);

        var card = BindChannelCard.Draw(Sample.Deck, Sample.Place, "team", office.Channel!.ChannelId, Language.En);

        Assert.StartsWith($"This is the field-service channel of {office.Name.En}", card.Summary, StringComparison.Ordinal);
    }
}
