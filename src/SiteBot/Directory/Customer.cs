namespace SiteBot.Directory;

/// <summary>An operator whose sites we serve.</summary>
/// <param name="Id">Its id: <c>CM-BJ</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Policy">Its policy.</param>
public sealed record Customer(string Id, Text Name, PolicyValues Policy);
