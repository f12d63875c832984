namespace SiteBot.Teams.Cards;

/// <summary>Writes presses and inputs where the parts <c>buttons</c> and <c>inputs</c> look for them.</summary>
internal static class CardPresses
{
    /// <summary>Teams shows as many presses of a card at once.</summary>
    public const int Most = 6;

    // What a phone of 320 pixels holds beside the card's margins, and what a press takes beside its inscription.
    private const int Room = 264;
    private const int Frame = 34;
    private const int MostInARow = 3;
    private const int MostChoices = 20;

    /// <summary>The presses of a card: those that act first, then those that ask, then calls; at most <see cref="Most"/>, the last of them left out. They stand in
    /// rows that a phone shows whole: squeezed into one row, nobody could read them.</summary>
    public static CardData Presses(
        this CardData data, IEnumerable<CardButton>? buttons = null, IEnumerable<CardQuestion>? questions = null, IEnumerable<CardCall?>? calls = null) => Rows(data, Most, buttons, questions, calls);

    /// <summary>A choice of things, all of them.</summary>
    public static CardData Choices(this CardData data, IEnumerable<CardButton> choices) => Rows(data, MostChoices, choices, null, null);

    private static CardData Rows(CardData data, int most, IEnumerable<CardButton>? buttons, IEnumerable<CardQuestion>? questions, IEnumerable<CardCall?>? calls)
    {
        var all = (buttons ?? []).Select(button => new Press(Inscription(button.Title)) { Acts = button with { Title = Inscription(button.Title) } })
            .Concat((questions ?? []).Select(question => new Press(Inscription(question.Title)) { Asks = question }))
            .Concat((calls ?? []).OfType<CardCall>().Where(call => call.Url is not null).DistinctBy(call => call.Url).Select(call => new Press(Inscription(call.Title)) { Calls = call }))
            .Take(most);
        var rows = new List<List<Press>>();
        foreach (var press in all)
        {
            if (rows is not [.., var last] || last.Count == MostInARow || last.Sum(other => other.Width) + press.Width > Room)
            {
                rows.Add([]);
            }

            rows[^1].Add(press);
        }

        // Two questions of a card may ask for the same thing, but an id stands once in a card: what follows the mark is cut off where it comes in.
        var asked = new HashSet<string>(StringComparer.Ordinal);
        IEnumerable<CardField> Once(IEnumerable<CardField> fields) => fields.Select(field =>
        {
            var id = field.Id;
            for (var again = 2; !asked.Add(id); again++)
            {
                id = $"{field.Id}{CardField.Again}{again}";
            }

            return field with { Id = id };
        });

        return data.List("presses", rows.Select((row, i) => (row, i)), (to, row) => to
            .Put("spacing", row.i == 0 ? "Medium" : "Small")
            .List("buttons", row.row.Where(press => press.Acts is not null), static (item, press) => Write(item, press.Acts!))
            .List("asks", row.row.Where(press => press.Asks is not null), (item, press) => Write(item.Put("opens", press.Title), press.Asks!.Press).Inputs(Once(press.Asks.Inputs)))
            .List("calls", row.row.Where(press => press.Calls is not null), static (item, press) => item.Put("title", press.Title).Put("url", press.Calls!.Url!)));
    }

    // A press stays one line.
    private static string Inscription(string title)
    {
        var most = 40;
        var shown = ShownText.Clip(title, most);
        while (WidthOf(shown) > Room && most > 8)
        {
            shown = ShownText.Clip(title, --most);
        }

        return shown;
    }

    // About as many pixels as it takes: a Chinese character is as wide as it is high.
    private static int WidthOf(string title) => Frame + title.Sum(c => c >= '\u2E80' ? 14 : 8);

    /// <summary>Presses of one row, under a name of their own.</summary>
    public static CardData Buttons(this CardData data, string name, IEnumerable<CardButton> buttons) =>
        data.List(name, buttons, static (to, button) => Write(to, button with { Title = Inscription(button.Title) }));

    /// <summary>Inputs, in their order.</summary>
    public static CardData Inputs(this CardData data, IEnumerable<CardField> inputs) => data.List("inputs", inputs, static (to, input) => to
        .Put("kind", KindOf(input))
        .Put("id", input.Id)
        .Put("label", input.Label)
        .Put("placeholder", input.Placeholder)
        .Put("value", input.Value)
        .Put("required", input.Error is not null)
        .Put("error", input.Error ?? "")
        .Put("least", input.Range.Least)
        .Put("most", input.Range.Most)
        .List("choices", input.Choices, static (item, choice) => item.Put("id", choice.Id).Put("title", choice.Title)));

    private static CardData Write(CardData to, CardButton button) => to
        .Put("title", button.Title)
        .Put("verb", button.Verb)
        .Put("takes", button.Alone ? "none" : "auto")
        .Put("style", button.Style switch { ButtonStyle.Positive => "positive", ButtonStyle.Destructive => "destructive", _ => "default" })
        .Object("data", fields =>
        {
            foreach (var (name, value) in button.Data)
            {
                if (value is not null)
                {
                    fields.Put(name, value);
                }
            }
        });

    private static string KindOf(CardField input) => input.Kind switch
    {
        InputKind.Paragraph => "paragraph",
        InputKind.Phone => "phone",
        InputKind.Number => input.Value.Length == 0 ? "no-number" : "number",
        InputKind.Date => "date",
        InputKind.Time => "time",
        InputKind.Choice => "choice",
        InputKind.Menu => "menu",
        _ => "line",
    };

    private sealed record Press(string Title)
    {
        public CardButton? Acts { get; init; }

        public CardQuestion? Asks { get; init; }

        public CardCall? Calls { get; init; }

        // What opens carries a mark that says so.
        public int Width => WidthOf(Title) + (Asks is null ? 0 : 12);
    }
}
