using SiteBot.Teams.Actions;

namespace SiteBot.Teams.Cards;

/// <summary>A press that acts at once.</summary>
/// <param name="Title">What it does, as its inscription.</param>
/// <param name="Verb">One of <see cref="CardVerbs"/>.</param>
/// <param name="Data">What the verb needs; values that are null are left out.</param>
internal sealed record CardButton(string Title, string Verb, params (string Name, string? Value)[] Data)
{
    /// <summary>How it looks; the first of a card is <see cref="ButtonStyle.Positive"/> where it is the next press.</summary>
    public ButtonStyle Style { get; init; }

    /// <summary>It leaves the card's inputs alone: nothing of them is sent, and none must be filled in first.</summary>
    public bool Alone { get; init; }
}

/// <summary>A press that asks something first: it opens inputs, and their own press acts.</summary>
/// <param name="Press">The press below the inputs.</param>
/// <param name="Title">The inscription that opens them.</param>
/// <param name="Inputs">What is asked.</param>
internal sealed record CardQuestion(string Title, CardButton Press, params CardField[] Inputs);

/// <summary>A press that calls a number.</summary>
/// <param name="Title">Whom.</param>
/// <param name="Phone">The number as it stands in the directory.</param>
internal sealed record CardCall(string Title, string Phone)
{
    /// <summary>What is opened instead of a number: a file that is ready.</summary>
    public string? Link { get; init; }

    /// <summary>The address of the number, or null where it cannot be dialled.</summary>
    public string? Url => Link ?? UrlOf(Phone);

    /// <summary>The address of a number, or null where it cannot be dialled.</summary>
    public static string? UrlOf(string? phone)
    {
        var digits = string.Concat((phone ?? "").Where(char.IsAsciiDigit));
        return digits.Length is >= 3 and <= 20 ? $"tel:{(phone!.TrimStart().StartsWith('+') ? "+" : "")}{digits}" : null;
    }
}

/// <summary>How a press looks.</summary>
internal enum ButtonStyle
{
    Default,

    /// <summary>The next press.</summary>
    Positive,

    /// <summary>What cannot be taken back.</summary>
    Destructive,
}

/// <summary>One input of a card.</summary>
/// <param name="Id">Its id: <c>f_…</c>, once in a card.</param>
/// <param name="Kind">What is typed or chosen.</param>
/// <param name="Label">What to write there.</param>
internal sealed record CardField(string Id, InputKind Kind, string Label)
{
    /// <summary>Stands between an id and a number where a card asks for the same thing again.</summary>
    public const char Again = '#';

    /// <summary>What stands there already.</summary>
    public string Value { get; init; } = "";

    /// <summary>What to write, in grey.</summary>
    public string Placeholder { get; init; } = "";

    /// <summary>What is said where it is left empty or does not fit; null where it may be left empty.</summary>
    public string? Error { get; init; }

    /// <summary>What there is to choose.</summary>
    public IReadOnlyList<(string Id, string Title)> Choices { get; init; } = [];

    /// <summary>With this value, where the menu has it or it is a line to write on.</summary>
    public CardField Chosen(string? value) => value is not null && (Choices.Count == 0 || Choices.Any(choice => choice.Id == value)) ? this with { Value = value } : this;

    /// <summary>The least and the greatest number.</summary>
    public (int Least, int Most) Range { get; init; } = (0, 43_200);
}

/// <summary>The kinds of inputs.</summary>
internal enum InputKind
{
    Line,
    Paragraph,
    Phone,
    Number,
    Date,
    Time,

    /// <summary>All choices are seen at once.</summary>
    Choice,

    /// <summary>Choices that open from one line.</summary>
    Menu,
}
