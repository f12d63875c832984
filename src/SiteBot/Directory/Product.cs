using System.Collections.Immutable;

namespace SiteBot.Directory;

/// <summary>A product that we serve.</summary>
/// <param name="Id">Its id: <c>MSC</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Released">The versions that the file says are released (6.5-6); a release told in chat adds to them.</param>
public sealed record Product(string Id, Text Name, ImmutableArray<string> Released);
