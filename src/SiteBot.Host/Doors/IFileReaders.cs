namespace SiteBot.Host.Doors;

/// <summary>Tells whom a link to a file was made for from whom it was passed on to.</summary>
internal interface IFileReaders
{
    /// <summary>True where the file may be given.</summary>
    /// <param name="context">The request for it, with a good link.</param>
    /// <param name="person">Whom the link was made for.</param>
    /// <param name="mark">The link's mark.</param>
    /// <param name="until">When it runs out, in seconds of Unix time.</param>
    ValueTask<bool> Is(HttpContext context, string person, string mark, string until);
}
