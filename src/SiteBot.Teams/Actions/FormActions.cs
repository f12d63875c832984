using SiteBot.Ledger;
using SiteBot.Standard;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Messages;
using SiteBot.Teams.Turns;
using SiteBot.Visits;

namespace SiteBot.Teams.Actions;

/// <summary>Forms by card: produce, sign.</summary>
internal static class FormActions
{
    private const string Slip = "slip";

    /// <summary>The verbs.</summary>
    public static IEnumerable<(string Verb, ActionHandler Handler)> All => [(CardVerbs.FormProduce, Produce), (CardVerbs.FormShow, Show), (CardVerbs.FormSign, Sign)];

    private static async ValueTask Produce(Turn turn, CardInput card, CancellationToken cancellation)
    {
        if (ChosenVisit.Of(turn, card) is not { } visit)
        {
            return;
        }

        var id = card["form"] ?? card["f_form"];
        if (id == Slip)
        {
            await FormsGiven.GiveSlip(turn, visit, cancellation).ConfigureAwait(false);
        }
        else if (Find(turn, id) is { } form)
        {
            await FormsGiven.Give(turn, visit, form, LanguageCode.Read(card["language"]), card["occasion"], cancellation).ConfigureAwait(false);
        }
    }

    private static async ValueTask Show(Turn turn, CardInput card, CancellationToken cancellation)
    {
        if (ChosenVisit.Of(turn, card) is { } visit && Find(turn, card["form"]) is { } form)
        {
            await FormsGiven.GiveKept(turn, visit, form, card["file"], cancellation).ConfigureAwait(false);
        }
    }

    private static ValueTask Sign(Turn turn, CardInput card, CancellationToken cancellation)
    {
        if (ChosenVisit.Of(turn, card) is { } visit && Find(turn, card["form"]) is { } form)
        {
            var photo = turn.Talk.Files.FirstOrDefault();
            var decided = SignForm.Decide(
                visit, form.Id, PrivateText.Of(card["f_by"]), PrivateText.Of(card["f_witness"]), photo, turn.Workplace, turn.Now, turn.Person.Id);
            VisitPress.Tell(turn, card, visit, decided, (_, _, after) =>
            {
                turn.Talk = turn.Talk with { Files = [] };
                turn.Say(LedgerCard.Draw(turn.Tools.Deck, turn.Workplace, after, turn.Now, turn.Language));
            });
        }

        return ValueTask.CompletedTask;
    }

    private static FormType? Find(Turn turn, string? id)
    {
        var form = id is null ? null : turn.Workplace.Standard.FindForm(id);
        if (form is null)
        {
            turn.Tell(new Text("没有这份表单。", "There is no such form."));
        }

        return form;
    }
}
