using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using SiteBot.BotFramework.Schema;
using SiteBot.BotFramework.Schema.Json;

namespace SiteBot.BotFramework.Builder.Integration.AspNet.Core;

/// <summary>Reads an activity from a request, so that nothing behind it meets text that is none or a list with holes.</summary>
internal static class ActivityBody
{
    /// <summary>Ids stand in the address of each answer, escaped: channels' own have a few dozen characters.</summary>
    private const int LongestId = 400;

    /// <exception cref="BadHttpRequestException">The body is no activity, or too long.</exception>
    public static async ValueTask<Activity> ReadAsync(HttpRequest request, int maximumBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maximumBytes)
        {
            throw TooLong();
        }

        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.Buffer.Length > maximumBytes)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                throw TooLong();
            }

            if (read.IsCompleted)
            {
                return Complete(reader, read.Buffer);
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>What happens in a conversation names it, a message or invoke names its sender, and a message names where to answer. Types that nobody knows pass.</summary>
    /// <exception cref="BadHttpRequestException">Something of that is missing, or an id is none that a channel has.</exception>
    public static void RequireWhatATurnNeeds(Activity activity)
    {
        var happensSomewhere = activity.Type is ActivityTypes.Message or ActivityTypes.Invoke or ActivityTypes.Event
            or ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate
            or ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete or ActivityTypes.MessageReaction;
        if (happensSomewhere && string.IsNullOrEmpty(activity.Conversation?.Id))
        {
            throw Bad("The activity lacks conversation.id.");
        }

        if (!IsFitId(activity.Id) || !IsFitId(activity.ReplyToId) || !IsFitId(activity.Conversation?.Id) || !IsFitId(activity.From?.Id))
        {
            throw Bad($"An id of the activity has more than {LongestId} characters, or one that is no character to print.");
        }

        if (activity.Type is ActivityTypes.Message or ActivityTypes.Invoke && string.IsNullOrEmpty(activity.From?.Id))
        {
            throw Bad("The activity lacks from.id.");
        }

        if (activity.Type == ActivityTypes.Message && activity.DeliveryMode != DeliveryModes.ExpectReplies && string.IsNullOrEmpty(activity.ServiceUrl))
        {
            throw Bad("The message lacks serviceUrl.");
        }
    }

    private static bool IsFitId(string? id) => id is null || (id.Length <= LongestId && !id.AsSpan().ContainsAnyInRange('\0', '\x1f'));

    private static Activity Complete(PipeReader reader, ReadOnlySequence<byte> body)
    {
        byte[]? rented = null;
        try
        {
            if (body.IsSingleSegment)
            {
                return Parse(body.FirstSpan);
            }

            rented = ArrayPool<byte>.Shared.Rent((int)body.Length);
            body.CopyTo(rented);
            return Parse(rented.AsSpan(0, (int)body.Length));
        }
        finally
        {
            reader.AdvanceTo(body.End);
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    private static Activity Parse(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
        {
            throw Bad("The body is empty.");
        }

        try
        {
            if (!Utf8.IsValid(json))
            {
                throw Bad("The body is not UTF-8.");
            }

            RequireWholeCharacters(json);
            var activity = JsonSerializer.Deserialize(json, SchemaJson.TypeInfo<Activity>());
            return string.IsNullOrEmpty(activity?.Type) ? throw Bad("The activity lacks its type.") : WithoutHoles(activity);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or InvalidOperationException or FormatException)
        {
            throw new BadHttpRequestException("The body is no activity in JSON.", StatusCodes.Status400BadRequest, exception);
        }
    }

    /// <summary>An escaped half of a character would be let in unread here and fail wherever it is first read.</summary>
    private static void RequireWholeCharacters(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = SchemaJson.Options.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                _ = reader.GetString();
            }
        }
    }

    private static Activity WithoutHoles(Activity activity)
    {
        Close(activity.MembersAdded);
        Close(activity.MembersRemoved);
        Close(activity.ReactionsAdded);
        Close(activity.ReactionsRemoved);
        Close(activity.Attachments);
        Close(activity.Entities);
        Close(activity.ListenFor);
        return activity;
    }

    private static void Close<T>(IList<T>? list)
    {
        for (var i = list?.Count - 1 ?? -1; i >= 0; i--)
        {
            if (list![i] is null)
            {
                list.RemoveAt(i);
            }
        }
    }

    private static BadHttpRequestException Bad(string message) => new(message, StatusCodes.Status400BadRequest);

    private static BadHttpRequestException TooLong() => new("The body is too long.", StatusCodes.Status413PayloadTooLarge);
}
