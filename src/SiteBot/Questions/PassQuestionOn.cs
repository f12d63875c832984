using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Ledger;
using SiteBot.Outbox;

namespace SiteBot.Questions;

/// <summary>What a verb about a passed-on question came to: what to keep and whom to tell, or why not.</summary>
/// <param name="Write">The fact, or null.</param>
/// <param name="Outgoing">Whom it is told.</param>
/// <param name="Refusal">Why not, or null.</param>
public sealed record QuestionDecided(StreamWrite? Write, ImmutableArray<OutgoingMessage> Outgoing, Refusal? Refusal)
{
    internal static QuestionDecided Refused(string code, string zh, string en) => new(null, [], new Refusal(code, new Text(zh, en)));
}

/// <summary>Passes on a question that the standard does not answer, or that was answered wrongly: to product support, and where there is none to the head of the regional office (4.4-12).</summary>
public static class PassQuestionOn
{
    /// <summary>Decides.</summary>
    /// <param name="id">The id that the question takes; the same press again has the same.</param>
    /// <param name="question">As asked.</param>
    /// <param name="wasAnswered">The bot had answered.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="now">Business time.</param>
    /// <param name="workplace">What decisions may look at.</param>
    public static QuestionDecided Decide(string id, PrivateText? question, bool wasAnswered, Person by, Instant now, Workplace workplace)
    {
        if (question is null)
        {
            return QuestionDecided.Refused("question-missing", "请写要问的问题。", "Write the question.");
        }

        var asked = Whom(by, now, workplace);
        if (asked.IsEmpty)
        {
            return QuestionDecided.Refused(
                "question-nobody", "请打电话问系统管理员：通讯录里没有可以回答的人。", "Phone the administrator: the directory names nobody who could answer.");
        }

        var (_, write) = QuestionStream.Write(new OpenQuestion { Id = id }, new QuestionEvent.PassedOn(question, asked, wasAnswered), now, by.Id);
        return new QuestionDecided(
            write, [.. asked.Select(person => QuestionMessages.Of(id, QuestionMessages.Asked, Recipient.Person(person), now, QuestionMessages.Slot(id)))], null);
    }

    private static ImmutableArray<string> Whom(Person by, Instant now, Workplace workplace)
    {
        var day = now.InUtc().Date;
        var support = by.Products.IsEmpty
            ? workplace.Directory.Holders(Role.ProductSupport, day)
            : [.. by.Products.SelectMany(product => workplace.Directory.HoldersForProduct(Role.ProductSupport, product, day))];
        var all = support.IsEmpty && by.Office is { } office ? workplace.Directory.HoldersForOffice(Role.OfficeHead, office, day) : support;
        return [.. all.Select(holder => holder.Person.Id).Where(id => !string.Equals(id, by.Id, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}

/// <summary>Somebody who was asked answers; the first answer counts, and who asked hears it.</summary>
public static class AnswerPassedOn
{
    /// <summary>Decides.</summary>
    public static QuestionDecided Decide(OpenQuestion question, PrivateText? answer, string by, Instant now, Workplace workplace)
    {
        if (!question.AskedOf.Contains(by, StringComparer.OrdinalIgnoreCase))
        {
            return QuestionDecided.Refused("question-not-yours", "这个问题问的是产品用服，由他们回答。", "Product support was asked this; they answer it.");
        }

        if (question.Answer is not null)
        {
            var who = workplace.Directory.FindPerson(question.AnsweredBy ?? "")?.Name ?? Text.Same(question.AnsweredBy ?? "");
            return QuestionDecided.Refused("question-answered", $"{who.Zh}已经回答了。", $"{who.En} has answered already.");
        }

        if (answer is null)
        {
            return QuestionDecided.Refused("answer-missing", "请写回答。", "Write the answer.");
        }

        var (after, write) = QuestionStream.Write(question, new QuestionEvent.Answered(answer), now, by);
        return new QuestionDecided(
            write,
            [
                QuestionMessages.Of(after.Id, QuestionMessages.Answered, Recipient.Person(after.AskedBy), now, null),
                .. after.AskedOf.Select(person => QuestionMessages.Of(after.Id, QuestionMessages.Asked, Recipient.Person(person), now, QuestionMessages.Slot(after.Id), after.Version)),
            ],
            null);
    }
}

/// <summary>What is told of a passed-on question.</summary>
public static class QuestionMessages
{
    /// <summary>The question, to those who may answer; in place once it is answered.</summary>
    public const string Asked = "question-asked";

    /// <summary>The answer, to who asked.</summary>
    public const string Answered = "question-answered";

    internal static string Slot(string id) => "question/" + id;

    internal static OutgoingMessage Of(string id, string kind, Recipient to, Instant now, string? slot, long version = 1) => new(
        $"question/{id}/{version}/{kind}/{to}", to, Urgency.Routine, now, kind, StreamId.Question(id), new QuestionMessageData(id).Json(), slot);
}

/// <summary>What drawing such a message needs.</summary>
/// <param name="Question">The question's id.</param>
public sealed record QuestionMessageData(string Question)
{
    /// <summary>Reads a message's data.</summary>
    public static QuestionMessageData Read(string json) => JsonSerializer.Deserialize(json, QuestionMessageJson.Instance.QuestionMessageData)!;

    /// <summary>As the message carries it.</summary>
    public string Json() => JsonSerializer.Serialize(this, QuestionMessageJson.Instance.QuestionMessageData);
}

/// <summary>The source-generated JSON of that.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(QuestionMessageData))]
internal sealed partial class QuestionMessageJson : JsonSerializerContext
{
    public static QuestionMessageJson Instance { get; } = new(FactJson.Options());
}
