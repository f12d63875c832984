using System.Text;
using SiteBot.BotFramework.Builder.Dialogs.Prompts;
using SiteBot.BotFramework.Schema;

namespace SiteBot.BotFramework.Builder.Dialogs.Choices;

/// <summary>Messages that offer choices.</summary>
public static class ChoiceFactory
{
    /// <summary>The way that suits the channel and the choices: buttons where it can show that many and they are short, else text.</summary>
    /// <param name="conversationType">Teams shows suggested actions in personal chats only.</param>
    /// <param name="toList">Whom suggested actions are for.</param>
    public static IMessageActivity ForChannel(string? channelId, IList<Choice>? list, string? text = null, string? speak = null, ChoiceFactoryOptions? options = null, string? conversationType = null, IList<string>? toList = null)
    {
        list ??= [];
        channelId ??= string.Empty;
        if (list.Any(choice => choice.Title.Length > Channel.MaxActionTitleLength(channelId)))
        {
            return List(list, text, speak, options);
        }

        return Channel.SupportsSuggestedActions(channelId, list.Count, conversationType) ? SuggestedAction(list, text, speak, toList)
            : Channel.SupportsCardActions(channelId, list.Count) ? HeroCard(list, text, speak)
            : list.Count <= 3 ? Inline(list, text, speak, options)
            : List(list, text, speak, options);
    }

    /// <summary>In one line: <c>favourite colour? (1) red, (2) green, or (3) blue</c>.</summary>
    public static Activity Inline(IList<Choice>? choices, string? text = null, string? speak = null, ChoiceFactoryOptions? options = null)
    {
        choices ??= [];
        var english = PromptCultureModels.English;
        var line = new StringBuilder(text).Append(' ');
        for (var i = 0; i < choices.Count; i++)
        {
            var numbered = options?.IncludeNumbers ?? true;
            line.Append(numbered ? $"({i + 1}) " : string.Empty).Append(choices[i].Title);
            line.Append((choices.Count - i) switch
            {
                1 => string.Empty,
                2 when i == 0 => options?.InlineOr ?? english.InlineOr,
                2 => options?.InlineOrMore ?? english.InlineOrMore,
                _ => options?.InlineSeparator ?? english.Separator,
            });
        }

        return MessageFactory.Text(line.ToString(), speak, InputHints.ExpectingInput);
    }

    /// <inheritdoc cref="List(IList{Choice}, string?, string?, ChoiceFactoryOptions?)"/>
    public static Activity List(IList<string>? choices, string? text = null, string? speak = null, ChoiceFactoryOptions? options = null) =>
        List(ToChoices(choices), text, speak, options);

    /// <summary>One below the other, numbered unless the options say otherwise.</summary>
    public static Activity List(IList<Choice>? choices, string? text = null, string? speak = null, ChoiceFactoryOptions? options = null)
    {
        var numbered = options?.IncludeNumbers ?? true;
        var lines = (choices ?? []).Select((choice, i) => (numbered ? $"{i + 1}. " : "- ") + choice.Title);
        return MessageFactory.Text($"{text}\n\n   {string.Join("\n   ", lines)}", speak, InputHints.ExpectingInput);
    }

    /// <inheritdoc cref="SuggestedAction(IList{Choice}, string?, string?, IList{string}?)"/>
    public static IMessageActivity SuggestedAction(IList<string>? choices, string? text = null, string? speak = null, IList<string>? toList = null) =>
        SuggestedAction(ToChoices(choices), text, speak, toList);

    /// <summary>As buttons above the keyboard, gone with the next message.</summary>
    public static IMessageActivity SuggestedAction(IList<Choice>? choices, string? text = null, string? speak = null, IList<string>? toList = null) =>
        MessageFactory.SuggestedActions(Actions(choices), text, speak, InputHints.ExpectingInput, toList);

    /// <summary>As buttons of a card.</summary>
    public static IMessageActivity HeroCard(IList<Choice>? choices, string? text = null, string? speak = null)
    {
        var card = new HeroCard { Text = text, Buttons = Actions(choices) };
        return MessageFactory.Attachment(card.ToAttachment(), null, speak, InputHints.ExpectingInput);
    }

    public static IList<Choice> ToChoices(IList<string>? choices) => (choices ?? []).Select(choice => new Choice(choice)).ToList();

    private static List<CardAction> Actions(IList<Choice>? choices) => (choices ?? [])
        .Select(choice => choice.Action ?? new CardAction { Type = ActionTypes.ImBack, Value = choice.Value, Title = choice.Value })
        .ToList();
}
