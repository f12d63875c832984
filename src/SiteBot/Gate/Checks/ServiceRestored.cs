namespace SiteBot.Gate.Checks;

/// <summary>6.3-10: nobody leaves while a basic service is down, whatever was confirmed.</summary>
internal sealed class ServiceRestored : ICheck
{
    private static readonly Finding Down = Finding.Fail(new(
        "不要离开：业务尚未恢复正常，须在现场值守到基本业务恢复（6.3-10）。",
        "Do not leave: the service is not back to normal; stay on duty at the site until it is (6.3-10)."));

    private readonly ProvisionMet said = new("6.3-10", new("业务已恢复", "service restored"), new("基本业务已恢复正常", "basic service is restored"));

    public string Id => said.Id;

    public Text Title => said.Title;

    public Text Wanted => said.Wanted;

    public Finding Examine(Case it) => it.Live && it.Facts.Service.State != ServiceState.Normal ? Down : said.Examine(it);
}
