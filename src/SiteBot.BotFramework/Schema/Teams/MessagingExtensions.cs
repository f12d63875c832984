using System.Text.Json.Serialization;
using SiteBot.BotFramework.Schema.Json;

namespace SiteBot.BotFramework.Schema.Teams;

/// <summary>A search that a person typed into a message extension.</summary>
public class MessagingExtensionQuery
{
    public MessagingExtensionQuery()
    {
    }

    public MessagingExtensionQuery(string? commandId = null, IList<MessagingExtensionParameter>? parameters = null, MessagingExtensionQueryOptions? queryOptions = null, string? state = null)
    {
        CommandId = commandId;
        Parameters = parameters;
        QueryOptions = queryOptions;
        State = state;
    }

    public string? CommandId { get; set; }

    public IList<MessagingExtensionParameter>? Parameters { get; set; }

    public MessagingExtensionQueryOptions? QueryOptions { get; set; }

    public string? State { get; set; }
}

/// <summary>One parameter of a search; <c>initialRun</c> before anything was typed.</summary>
public class MessagingExtensionParameter
{
    public MessagingExtensionParameter()
    {
    }

    public MessagingExtensionParameter(string? name = null, object? value = null)
    {
        Name = name;
        Value = value;
    }

    public string? Name { get; set; }

    public object? Value { get; set; }
}

/// <summary>Which part of the results is asked for.</summary>
public class MessagingExtensionQueryOptions
{
    public MessagingExtensionQueryOptions()
    {
    }

    public MessagingExtensionQueryOptions(int? skip = null, int? count = null)
    {
        Skip = skip;
        Count = count;
    }

    public int? Skip { get; set; }

    public int? Count { get; set; }
}

/// <summary>An action command of a message extension.</summary>
public class MessagingExtensionAction : TaskModuleRequest
{
    public MessagingExtensionAction()
    {
    }

    public MessagingExtensionAction(
        object? data = null,
        TaskModuleRequestContext? context = null,
        string? commandId = null,
        string? commandContext = null,
        string? botMessagePreviewAction = null,
        IList<Activity>? botActivityPreview = null,
        MessageActionsPayload? messagePayload = null,
        string? state = null)
        : base(data, context)
    {
        CommandId = commandId;
        CommandContext = commandContext;
        BotMessagePreviewAction = botMessagePreviewAction;
        BotActivityPreview = botActivityPreview;
        MessagePayload = messagePayload;
        State = state;
    }

    public string? CommandId { get; set; }

    /// <summary><c>message</c>, <c>compose</c> or <c>commandbox</c>.</summary>
    public string? CommandContext { get; set; }

    /// <summary><c>edit</c> or <c>send</c>, after a preview.</summary>
    public string? BotMessagePreviewAction { get; set; }

    public IList<Activity>? BotActivityPreview { get; set; }

    public MessageActionsPayload? MessagePayload { get; set; }

    public string? State { get; set; }
}

/// <summary>The message on which an action command was called.</summary>
public class MessageActionsPayload
{
    public string? Id { get; set; }

    public string? ReplyToId { get; set; }

    public string? MessageType { get; set; }

    public string? CreatedDateTime { get; set; }

    public string? LastModifiedDateTime { get; set; }

    public bool? Deleted { get; set; }

    public string? Subject { get; set; }

    public string? Summary { get; set; }

    public string? Importance { get; set; }

    public string? Locale { get; set; }

    public Uri? LinkToMessage { get; set; }

    public MessageActionsPayloadBody? Body { get; set; }
}

/// <summary>A message's text, in HTML or plain.</summary>
public class MessageActionsPayloadBody
{
    public string? ContentType { get; set; }

    public string? Content { get; set; }
}

/// <summary>A link that stands in a message and belongs to one of the app's domains.</summary>
public class AppBasedLinkQuery
{
    public AppBasedLinkQuery()
    {
    }

    public AppBasedLinkQuery(string? url = null) => Url = url;

    public string? Url { get; set; }

    public string? State { get; set; }
}

/// <summary>The answer to a search or a link.</summary>
public class MessagingExtensionResponse
{
    public MessagingExtensionResponse()
    {
    }

    public MessagingExtensionResponse(MessagingExtensionResult? composeExtension = null) => ComposeExtension = composeExtension;

    public MessagingExtensionResult? ComposeExtension { get; set; }

    public CacheInfo? CacheInfo { get; set; }
}

/// <summary>The answer to an action command: a dialog, or a card for the message.</summary>
public class MessagingExtensionActionResponse
{
    public MessagingExtensionActionResponse()
    {
    }

    public MessagingExtensionActionResponse(TaskModuleResponseBase? task = null, MessagingExtensionResult? composeExtension = null)
    {
        Task = task;
        ComposeExtension = composeExtension;
    }

    [JsonConverter(typeof(RuntimeTypeConverter<TaskModuleResponseBase>))]
    public TaskModuleResponseBase? Task { get; set; }

    public MessagingExtensionResult? ComposeExtension { get; set; }

    public CacheInfo? CacheInfo { get; set; }
}

/// <summary>What a message extension found.</summary>
public class MessagingExtensionResult
{
    public MessagingExtensionResult()
    {
    }

    public MessagingExtensionResult(
        string? attachmentLayout = null,
        string? type = null,
        IList<MessagingExtensionAttachment>? attachments = null,
        MessagingExtensionSuggestedAction? suggestedActions = null,
        string? text = null,
        Activity? activityPreview = null)
    {
        AttachmentLayout = attachmentLayout;
        Type = type;
        Attachments = attachments;
        SuggestedActions = suggestedActions;
        Text = text;
        ActivityPreview = activityPreview;
    }

    /// <summary><c>list</c> or <c>grid</c>.</summary>
    public string? AttachmentLayout { get; set; }

    /// <summary><c>result</c>, <c>auth</c>, <c>config</c>, <c>message</c> or <c>botMessagePreview</c>.</summary>
    public string? Type { get; set; }

    public IList<MessagingExtensionAttachment>? Attachments { get; set; }

    public MessagingExtensionSuggestedAction? SuggestedActions { get; set; }

    public string? Text { get; set; }

    public Activity? ActivityPreview { get; set; }
}

/// <summary>One result: the card to put into the message, and the small one to show in the list.</summary>
public class MessagingExtensionAttachment : Attachment
{
    public MessagingExtensionAttachment()
    {
    }

    public MessagingExtensionAttachment(
        string? contentType = null,
        string? contentUrl = null,
        object? content = null,
        string? name = null,
        string? thumbnailUrl = null,
        Attachment? preview = null)
        : base(contentType, contentUrl, content, name, thumbnailUrl) => Preview = preview;

    public Attachment? Preview { get; set; }
}

/// <summary>What a person is to do first: sign in, or set the extension up.</summary>
public class MessagingExtensionSuggestedAction
{
    public MessagingExtensionSuggestedAction()
    {
    }

    public MessagingExtensionSuggestedAction(IList<CardAction>? actions = null) => Actions = actions;

    public IList<CardAction>? Actions { get; set; }
}
