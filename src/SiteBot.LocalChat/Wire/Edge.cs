using System.Text.Json.Nodes;

namespace SiteBot.LocalChat.Wire;

/// <summary>Turns what a client did wrong into an answer with its reason: nothing that comes in gets a 500.</summary>
internal static class Edge
{
    public static RouteGroupBuilder AnswersRefusals(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(async (context, next) =>
        {
            try
            {
                return await next(context);
            }
            catch (Refused refused)
            {
                return Error(refused.Status, refused.Code, refused.Message);
            }
            catch (BadHttpRequestException bad)
            {
                return Error(bad.StatusCode, "BadSyntax", bad.Message);
            }
        });
        return group;
    }

    public static IResult Json(JsonNode body, int status = StatusCodes.Status200OK) =>
        Results.Text(body.ToJsonString(), "application/json", statusCode: status);

    public static IResult Error(int status, string code, string message) =>
        Json(new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }, status);
}
