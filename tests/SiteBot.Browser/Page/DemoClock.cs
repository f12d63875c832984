using System.Text.Json.Nodes;
using System.Xml;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SiteBot.Browser.Page;

/// <summary>The host's demo clock as the page meets it: forward only.</summary>
internal sealed class DemoClock(DateTimeOffset start)
{
    public DateTimeOffset Now { get; private set; } = start;

    public void Map(WebApplication app)
    {
        app.MapGet("/local/clock", () => Results.Json(new { now = Now }));
        app.MapPost("/local/clock", (JsonObject wish) =>
        {
            var moved = (string?)wish["forward"] is { } step ? Now + XmlConvert.ToTimeSpan(step) : DateTimeOffset.Parse((string)wish["now"]!, System.Globalization.CultureInfo.InvariantCulture).ToOffset(Now.Offset);
            if (moved < Now)
            {
                return Results.Json(new { title = "The clock moves forward only." }, statusCode: StatusCodes.Status400BadRequest);
            }

            Now = moved;
            return Results.Json(new { now = Now, delivered = 3, failed = 0 });
        });
    }
}
