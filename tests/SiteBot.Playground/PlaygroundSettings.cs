using System.Text;

namespace SiteBot.Playground;

/// <summary>The Playground's own settings, as its documentation has them: who looks at it, five others, a team. The ids are those of the sample directory.</summary>
internal static class PlaygroundSettings
{
    private static readonly string[] Names = ["Li Ming", "Anna Berg", "Wang Fang", "Zhao Lei", "Chen Yu", "Liu Na"];

    /// <summary>The settings of a Playground that one of the users looks at.</summary>
    public static string Of(int user)
    {
        var text = new StringBuilder()
            .AppendLine("version: \"0.1.1\"")
            .AppendLine("tenantId: 00000000-0000-0000-0000-0000000000001")
            .AppendLine("bot:").AppendLine("  id: 00000000-0000-0000-0000-00000000000011").AppendLine("  name: SiteBot")
            .AppendLine("currentUser:");
        Person(text, user, "  ", "  ");
        text.AppendLine("users:");
        foreach (var other in Enumerable.Range(0, Names.Length).Where(other => other != user))
        {
            Person(text, other, "  - ", "    ");
        }

        return text
            .AppendLine("personalChat:").AppendLine(Invariant($"  id: chat-{user}"))
            .AppendLine("groupChat:").AppendLine("  id: group-chat-id").AppendLine("  name: Group Chat")
            .AppendLine("team:").AppendLine("  id: team-id").AppendLine("  name: Field service").AppendLine("  aadGroupId: 00000000-0000-0000-0000-000000000031")
            .AppendLine("  channels:").AppendLine("    - id: channel-announcements-id").AppendLine("      name: Announcements")
            .ToString();
    }

    private static void Person(StringBuilder text, int user, string first, string rest)
    {
        var name = Names[user].Split(' ');
        string[] lines =
        [
            Invariant($"id: user-id-{user}"), $"name: {Names[user]}", Invariant($"userPrincipleName: user-{user}@example.com"), Invariant($"aadObjectId: 00000000-0000-0000-0000-00000000009{user}"),
            $"givenName: {name[0]}", $"surname: {name[1]}", Invariant($"email: user-{user}@example.com"),
        ];
        for (var i = 0; i < lines.Length; i++)
        {
            text.Append(i == 0 ? first : rest).AppendLine(lines[i]);
        }
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
