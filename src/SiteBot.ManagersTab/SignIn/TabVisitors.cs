using SiteBot.Directory;

namespace SiteBot.ManagersTab.SignIn;

/// <summary>Who asks: in Teams by the token, in local mode whom the page says. Who is not in the directory of now sees nothing.</summary>
public sealed class TabVisitors
{
    private readonly EntraTokens? tokens;

    internal TabVisitors(EntraTokens? tokens) => this.tokens = tokens;

    /// <summary>The query's name for whom one is in local mode.</summary>
    public const string As = "as";

    /// <summary>The person who asks, of the directory given.</summary>
    /// <param name="request">The request, in Teams with the header <c>Authorization: Bearer</c>.</param>
    /// <param name="directory">Who there is.</param>
    /// <param name="cancellation">Gives up.</param>
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
