using System.Collections.Immutable;
using SiteBot.Teams.Cards;

namespace SiteBot.Teams.Turns;

internal sealed partial class Turn
{
    private readonly List<Reply> replies = [];
    private Card? inPlace;
    private string? note;

    /// <summary>True where something was answered already.</summary>
    public bool HasAnswered => replies.Count > 0 || inPlace is not null || note is not null;

    /// <summary>True where the answer came to something beside the step that is asked: the step is then named once more, so that nobody forgets it.</summary>
    public bool Interrupted { get; set; }

    /// <summary>What the turn answers.</summary>
    public Answered Answer => new([.. replies], inPlace, note);

    /// <summary>Sends a card. Where a button was pressed, the first card takes the place of the pressed one.</summary>
    public void Say(Card card)
    {
        if (Incoming.Card is not null && inPlace is null && note is null && replies.Count == 0)
        {
            inPlace = card;
        }
        else
        {
            replies.Add(new Reply(card, null));
        }
    }

    /// <summary>Sends a card as a message of its own; the pressed card stays.</summary>
    public void SayBeside(Card card) => replies.Add(new Reply(card, null));

    /// <summary>Shows a file.</summary>
    public void SayFile(SharedFile file) => replies.Add(new Reply(null, null) { File = file });

    /// <summary>Sends plain text.</summary>
    public void SayText(string text) => replies.Add(new Reply(null, text));

    /// <summary>Sends a sentence on a card of its own, or, where a button was pressed, as a note beside the card, which stays.</summary>
    public void Tell(Text sentence)
    {
        if (Incoming.Card is not null && inPlace is null)
        {
            note = note is null ? sentence.In(Language) : $"{note}\n\n{sentence.In(Language)}";
        }
        else
        {
            replies.Add(new Reply(null, sentence.In(Language)));
        }
    }

    /// <summary>Says why something was not done.</summary>
    public void Refuse(Refusal refusal) => Tell(refusal.Sentence);
}
