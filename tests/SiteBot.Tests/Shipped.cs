using SiteBot.Reading;
using SiteBot.Standard;

namespace SiteBot.Tests;

/// <summary>The data that ships, read from the source tree.</summary>
internal static class Shipped
{
    public static string Dialogs { get; } = Repository.At("dialogs");

    public static CodeOfConduct Standard { get; } = StandardReader.Read(File("standard.yaml"), File("forms.yaml"));

    public static SourceFile File(string name) => new(name, SourceFile.Load(Path.Combine(Dialogs, name)).Text);
}
