using SiteBot.Directory;

namespace SiteBot.ManagersTab.SignIn;

/// <summary>Who asks: in Teams by the token, in local mode whom the page says. Who is not in the directory of now sees nothing.</summary>
internal sealed class TabVisitors(EntraTokens? tokens)
{
    /// <summary>The query's name for whom one is in local mode.</summary>
    public const string As = "as";

    /// <summary>The person.</summary>
    /// <exception cref="UnauthorizedAccessException">Nobody says who it is.</exception>
    /// <exception cref="NotAllowedException">It is nobody of the directory.</exception>
    public async Task<Person> Of(HttpRequest request, CompanyDirectory directory, CancellationToken cancellation)
    {
        if (tokens is not null)
        {
            var id = await tokens.Check(request.Headers.Authorization is [{ } only] ? only : null, cancellation);
            return directory.FindByAadObjectId(id) ?? throw new NotAllowedException("The directory has nobody of that object id.");
        }

        return request.Query[As] is [{ Length: > 0 } person]
            ? directory.FindPerson(person) ?? throw new NotAllowedException("The directory has nobody of that id.")
            : throw new UnauthorizedAccessException("Local mode: say who you are, ?as=ID.");
    }
}
