namespace SiteBot.BotFramework.Schema;

public partial class Activity
{
    /// <summary>An activity with the same content that can be addressed and sent without changing this one. Lists and values in it are shared.</summary>
    internal Activity Copy() => (Activity)MemberwiseClone();
}
