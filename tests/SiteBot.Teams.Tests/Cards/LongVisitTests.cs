using System.Text;
using NodaTime;
using SiteBot.Procedures;
using SiteBot.Teams.Cards;
using SiteBot.Visits;

namespace SiteBot.Teams.Tests.Cards;

/// <summary>The longest visits of each service, told by people with long names.</summary>
public sealed class LongVisitTests
{
    public static TheoryData<string, bool> Services
    {
        get
        {
            var services = new TheoryData<string, bool>();
            foreach (var service in Sample.Place.Standard.Services)
            {
                services.Add(service.Id, true);
                services.Add(service.Id, false);
            }

            return services;
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Its_card_in_the_channel_and_its_checklist_stay_below_24_kilobytes(string service, bool told)
    {
        var place = Sample.Called(new string('长', 200));
        foreach (var language in Enum.GetValues<Language>())
        {
            var visit = Visit(service, told);
            Card[] cards =
            [
                VisitChannelCard.Draw(Sample.Deck, place, visit, Sample.Night, language),
                ChecklistCard.Draw(Sample.Deck, place, visit, Checklist.Of(visit, place, Sample.Night), Sample.Night, language),
                LedgerCard.Draw(Sample.Deck, place, visit, Sample.Night, language),
                BeforeDoorCard.Draw(Sample.Deck, place, visit, null, Sample.Night, language),
                StatusCard.Draw(Sample.Deck, place, visit, Sample.Night, language),
            ];

            Assert.All(cards, card => Assert.InRange(Encoding.UTF8.GetByteCount(card.Json), 500, CardDeck.TooManyBytes - 1));
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_step_of_it_can_be_shown_and_told(string service, bool told)
    {
        var visit = Visit(service, told);
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var line in Checklist.Of(visit, Sample.Place, Sample.Night).Lines)
            {
                var card = StepCard.Draw(Sample.Deck, Sample.Place, visit, line, Sample.Night, language);
                var verbs = CardPartsOf.Verbs(card.Json);

                var inputs = CardPartsOf.Inputs(card.Json).Select(input => CardPartsOf.Text(input, "id")).ToList();

                Assert.Contains(line.IsClosed ? "step.withdraw" : "step.done", verbs);
                Assert.All(line.IsClosed ? [] : line.Step.Fields, field => Assert.Contains($"f_{field.Id}", inputs));
                Assert.Equal(inputs.Distinct(), inputs);
            }
        }
    }

    [Fact]
    public void The_checklist_as_text_names_what_is_left_and_how_to_tell_it()
    {
        var visit = Visit("upgrade", false);
        var text = ChecklistText.Write(visit, Checklist.Of(visit, Sample.Place, Sample.Night), Sample.Place, Language.En);

        Assert.Contains("2 Customer phoned", text, StringComparison.Ordinal);
        Assert.Contains("1 3 5 done", text, StringComparison.Ordinal);
    }

    private static Visit Visit(string service, bool told)
    {
        var procedure = Sample.Place.Procedures.InForce(service)!;
        var visit = Sample.Visit with { Service = service, Procedure = procedure.ContentHash, Plan = Sample.Visit.Plan with { Operation = procedure.Operation } };
        return told ? procedure.Steps.Aggregate(visit, (so, step) => so.Step(step.Id, Sample.Night - Duration.FromHours(1), ("by", new string('长', 2000)))) : visit;
    }
}
