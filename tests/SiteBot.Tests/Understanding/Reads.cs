using SiteBot.Answers;
using SiteBot.Understanding;

namespace SiteBot.Tests.Understanding;

/// <summary>The built-in readers over the data that ships and the model learnt of it.</summary>
internal static class Reads
{
    private static readonly string Model = Path.Combine(AppContext.BaseDirectory, "language.model");

    public static Understander Messages { get; } = Understander.Load(Shipped.Dialogs, Model);

    public static Answerer Questions { get; } = Answerer.Load(Shipped.Dialogs, Model);
}
