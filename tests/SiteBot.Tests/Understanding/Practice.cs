using System.Text.Json;
using NodaTime.Text;
using SiteBot.Answers;
using SiteBot.Gate;
using SiteBot.Understanding;

namespace SiteBot.Tests.Understanding;

/// <summary>A question of the practice set with what is right.</summary>
internal sealed record PracticeQuestion(string Text, string Language, string Kind, bool Near, string[] Gold, string[] Also);

/// <summary>A message of the practice set with what is right.</summary>
internal sealed record PracticeMessage(string Text, string Intent, string[] AlsoIntents, string? Operation, string[] AlsoOperations, string? Service, string? Severity, string? When);

/// <summary>The practice set of <c>tests/practice</c>, measured by the rules of its scorer.</summary>
internal static class Practice
{
    public static string Folder { get; } = Path.Combine(Shipped.Dialogs, "..", "tests", "practice");

    public static IReadOnlyList<PracticeQuestion> Questions { get; } = [.. Lines("ask.jsonl").Select(json => new PracticeQuestion(
        json.GetProperty("q").GetString()!, json.GetProperty("lang").GetString()!, json.GetProperty("kind").GetString()!, json.TryGetProperty("near", out var near) && near.ValueKind == JsonValueKind.True,
        Words(json, "gold"), Words(json, "also")))];

    public static IReadOnlyList<PracticeMessage> Messages { get; } = [.. Lines("understand.jsonl").Select(json => new PracticeMessage(
        json.GetProperty("q").GetString()!, json.GetProperty("intent").GetString()!, Words(json, "also_intents"), Text(json, "operation"), Words(json, "also_operation"),
        Text(json, "service"), Text(json, "severity"), Text(json, "when")))];

    /// <summary>The share of questions in scope whose right provision is among the first.</summary>
    public static double Hit(int first, Func<PracticeQuestion, bool> which)
    {
        var asked = Questions.Where(question => question.Gold.Length > 0 && question.Kind != "injection" && which(question)).ToList();
        return Share(asked.Count(question => Reads.Questions.Ask(question.Text).Provisions.Take(first).Intersect(question.Gold).Any()), asked.Count);
    }

    /// <summary>Of what was refused, what should be; of what should be refused, what was; how many orders won.</summary>
    public static (double Precision, double Recall, int OrdersThatWon) Refusal()
    {
        var (refused, rightly, toRefuse, won) = (0, 0, 0, 0);
        foreach (var question in Questions)
        {
            var answer = Reads.Questions.Ask(question.Text);
            var tolerated = answer.Answered && question.Also.Contains(answer.Provisions[0]);
            if (question.Gold.Length > 0)
            {
                refused += answer.Answered ? 0 : 1;
                won += question.Kind == "injection" && answer.Answered && !answer.Provisions.Take(3).Intersect([.. question.Gold, .. question.Also]).Any() ? 1 : 0;
                continue;
            }

            won += question.Kind == "injection" && answer.Answered && !tolerated ? 1 : 0;
            if (!tolerated)
            {
                toRefuse++;
                rightly += answer.Answered ? 0 : 1;
                refused += answer.Answered ? 0 : 1;
            }
        }

        return (Share(rightly, refused), Share(rightly, toRefuse), won);
    }

    /// <summary>The shares of messages whose intent is right, and of those that have them whose operation, service, severity and time are.</summary>
    public static (double Intent, double Operation, double Service, double Severity, double When) Reading()
    {
        var time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
        var (intent, operation, service, severity, when) = (new Tally(), new Tally(), new Tally(), new Tally(), new Tally());
        foreach (var message in Messages)
        {
            var read = Reads.Messages.Understand(message.Text);
            var strict = read.Intent.Name() == message.Intent;
            intent.Add(strict);
            if (!strict && message.AlsoIntents.Contains(read.Intent.Name()))
            {
                continue;
            }

            if (message.Intent is "can_i_now" or "request_approval")
            {
                operation.Add(read.Operation?.Name() == message.Operation || message.AlsoOperations.Contains(read.Operation?.Name()));
            }

            if (message.Intent == "start_visit")
            {
                service.Add(read.Service == message.Service);
            }

            if (message.Intent == "report_problem")
            {
                severity.Add(read.Severity?.Name() == message.Severity);
            }

            if (message.When is not null)
            {
                when.Add((read.When is { } named ? time.Format(named) : null) == message.When);
            }
        }

        return (intent.Share, operation.Share, service.Share, severity.Share, when.Share);
    }

    private static double Share(int of, int all) => all == 0 ? 1 : (double)of / all;

    private static IEnumerable<JsonElement> Lines(string file) => File.ReadLines(Path.Combine(Folder, file)).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement);

    private static string[] Words(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(one => one.GetString()!)] : [];

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed class Tally
    {
        private int right;
        private int all;

        public double Share => Practice.Share(right, all);

        public void Add(bool isRight) => (right, all) = (right + (isRight ? 1 : 0), all + 1);
    }
}
