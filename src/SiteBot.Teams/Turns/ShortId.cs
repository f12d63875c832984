using System.Security.Cryptography;

namespace SiteBot.Teams.Turns;

/// <summary>Short ids that nobody guesses and that read well on a phone: lower-case letters and digits without those that look alike.</summary>
internal static class ShortId
{
    private const string Signs = "23456789abcdefghjkmnpqrstuvwxyz";

    /// <summary>A new id of <paramref name="length"/> signs.</summary>
    public static string New(int length = 8) => RandomNumberGenerator.GetString(Signs, length);
}
