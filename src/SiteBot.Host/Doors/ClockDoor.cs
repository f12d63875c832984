using System.Buffers;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SiteBot.Host.Time;

namespace SiteBot.Host.Doors;

/// <summary>The demo clock's doors: <c>GET</c> and <c>POST /local/clock</c>, <c>POST /local/settle</c>.</summary>
internal sealed class ClockDoor(DemoClock clock, TimePassage passage, IWorkplace workplace)
{
    private const int LargestBody = 4096;
    private const int LongestStepDays = 3660;
    private static readonly OffsetDateTimePattern _moment = OffsetDateTimePattern.Rfc3339;

    /// <summary>Maps the doors.</summary>
    public void Map(WebApplication app)
    {
        app.MapGet("/local/clock", (RequestDelegate)Show);
        app.MapPost("/local/clock", (RequestDelegate)Move);
        app.MapPost("/local/settle", (RequestDelegate)Settle);
    }

    /// <summary>The moment as these doors write it: to the millisecond, in the zone of the directory's first regional office.</summary>
    public static string Written(Instant now, Workplace workplace)
    {
        var zone = workplace.Directory.Offices is [var first, ..] ? first.Zone : DateTimeZone.Utc;
        return _moment.Format(Instant.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()).InZone(zone).ToOffsetDateTime());
    }

    private async Task Show(HttpContext context)
    {
        await clock.Refresh(context.RequestAborted);
        await JsonAnswer.Write(context.Response, StatusCodes.Status200OK, json => json.WriteString("now", Written(clock.Now, workplace.Current)));
    }

    private async Task Move(HttpContext context)
    {
        await clock.Refresh(context.RequestAborted);
        var (moment, step, refusal) = Wish(await Body(context.Request), clock.Now);
        if (refusal is not null)
        {
            await JsonAnswer.Refuse(context.Response, StatusCodes.Status400BadRequest, "BadArgument", refusal);
            return;
        }

        var passed = await passage.Move(moment, step, context.RequestAborted);
        await JsonAnswer.Write(context.Response, StatusCodes.Status200OK, json =>
        {
            json.WriteString("now", Written(passed.Now, workplace.Current));
            Write(json, passed);
        });
    }

    private async Task Settle(HttpContext context)
    {
        var passed = await passage.Settle(context.RequestAborted);
        await JsonAnswer.Write(context.Response, StatusCodes.Status200OK, json => Write(json, passed));
    }

    private static void Write(Utf8JsonWriter json, Passed passed)
    {
        json.WriteNumber("delivered", passed.Delivered);
        json.WriteNumber("failed", passed.Failed);
    }

    /// <summary>What a body asks for: a moment, or a step; or why it cannot be done.</summary>
    internal static (Instant? Moment, Duration Step, string? Refusal) Wish(ReadOnlySpan<byte> body, Instant now)
    {
        const string Shape = "Write {\"now\":\"2026-03-10T23:50:00+08:00\"} or {\"forward\":\"PT1H30M\"}.";
        string? moment = null;
        string? step = null;
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return (null, default, Shape);
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                ref var value = ref (reader.ValueTextEquals("now"u8) ? ref moment : ref step);
                if ((!reader.ValueTextEquals("now"u8) && !reader.ValueTextEquals("forward"u8)) || value is not null || !reader.Read() || reader.TokenType != JsonTokenType.String)
                {
                    return (null, default, Shape);
                }

                value = reader.GetString();
            }

            if (reader.TokenType != JsonTokenType.EndObject || reader.Read())
            {
                return (null, default, Shape);
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return (null, default, Shape);
        }

        return (moment, step) switch
        {
            ({ } written, null) => To(written, now),
            (null, { } written) => By(written),
            _ => (null, default, Shape),
        };
    }

    private static (Instant?, Duration, string?) To(string written, Instant now)
    {
        if (_moment.Parse(written) is not { Success: true } parsed)
        {
            return (null, default, "now is a moment with its offset, such as 2026-03-10T23:50:00+08:00.");
        }

        var moment = parsed.Value.ToInstant();
        return moment < Instant.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()) ? (null, default, "The clock moves forward only.")
            : moment - now > Duration.FromDays(LongestStepDays) ? (null, default, "The clock moves at most ten years at a time.")
            : (moment, default, null);
    }

    private static (Instant?, Duration, string?) By(string written)
    {
        if (Step(written) is not { } step)
        {
            return (null, default, "forward is a length of time such as PT1H30M or P4D; months and years have no length of their own.");
        }

        return step < Duration.Zero ? (null, default, "The clock moves forward only.")
            : step > Duration.FromDays(LongestStepDays) ? (null, default, "The clock moves at most ten years at a time.")
            : (null, step, null);
    }

    private static Duration? Step(string written)
    {
        try
        {
            return PeriodPattern.NormalizingIso.Parse(written) is { Success: true } parsed && parsed.Value is { Years: 0, Months: 0 } ? parsed.Value.ToDuration() : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static async Task<byte[]> Body(HttpRequest request)
    {
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.IsCompleted || read.Buffer.Length > LargestBody)
            {
                var body = read.Buffer.Length > LargestBody ? [] : read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
