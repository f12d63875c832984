using System.Text;

namespace SiteBot.Gate;

/// <summary>A paragraph in both languages, put together sentence by sentence.</summary>
internal sealed class Sentences
{
    private readonly StringBuilder zh = new();
    private readonly StringBuilder en = new();

    public void Add(string chinese, string english)
    {
        zh.Append(chinese);
        en.Append(en.Length > 0 ? " " : "").Append(english);
    }

    public Text Join() => new(zh.ToString(), en.ToString());
}
