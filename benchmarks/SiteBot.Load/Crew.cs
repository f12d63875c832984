using System.Globalization;
using System.Text;

namespace SiteBot.Load;

/// <summary>The people of a run, in a directory file of their own: so many engineers, each with a site, four to a regional office, as a busy night has them.
/// One person has one chat with the bot, and works at a visit of their own: what a turn waits for is then its own work.</summary>
internal static class Crew
{
    private const int ToAnOffice = 4;

    /// <summary>Where the night of the run begins: half past eleven in Beijing, half an hour before the windows open.</summary>
    public const string Opening = "2026-03-10T23:30:00+08:00";

    /// <summary>The id by which the channel knows an engineer.</summary>
    public static string UserOf(int number) => string.Create(CultureInfo.InvariantCulture, $"load-{number:000}");

    /// <summary>An engineer's site.</summary>
    public static string SiteOf(int number) => string.Create(CultureInfo.InvariantCulture, $"S-{number:000}");

    /// <summary>Writes the directory file.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="engineers">How many.</param>
    /// <returns>The file.</returns>
    public static string Write(string folder, int engineers)
    {
        var text = new StringBuilder("customers:\n  - {id: CM, name: {zh: 运营商, en: Operator}, policy: {}}\n");
        text.Append("products:\n  - {id: MSC, name: {zh: 移动交换中心, en: Mobile switching centre}, released: [V3.08.20, V3.08.21]}\n");
        var offices = Enumerable.Range(0, (engineers + ToAnOffice - 1) / ToAnOffice).ToList();
        text.Append("offices:\n");
        foreach (var office in offices)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{id: O-{office:00}, name: {{zh: 办事处{office}, en: Regional office {office}}}, language: zh, timeZone: Asia/Shanghai, channel: {{teamId: t-{office}, channelId: t-{office}}}, policy: {{}}}}\n");
        }

        text.Append("sites:\n");
        for (var number = 0; number < engineers; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{id: {SiteOf(number)}, name: {{zh: 机房{number}, en: Room {number}}}, office: O-{number / ToAnOffice:00}, customer: CM, timeZone: Asia/Shanghai, policy: {{}}, equipment: [{{id: MSC-{number}, product: MSC, version: V3.08.20}}]}}\n");
        }

        text.Append("people:\n  - {id: support, name: {zh: 赵磊, en: Zhao Lei}, aadObjectId: support, language: zh, phone: \"+86 755 5550 0004\", roles: [product_support, remote_support, expert], products: [MSC]}\n");
        foreach (var office in offices)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{id: head-{office}, name: {{zh: 王{office}, en: Wang {office}}}, aadObjectId: head-{office}, language: zh, phone: \"+86 10 5551 {office:0000}\", office: O-{office:00}, roles: [office_head]}}\n");
        }

        for (var number = 0; number < engineers; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{id: e{number:000}, name: {{zh: 李{number}, en: Li {number}}}, aadObjectId: aad-{UserOf(number)}, channelUserIds: [{UserOf(number)}], language: zh, phone: \"+86 10 5550 {number:0000}\", office: O-{number / ToAnOffice:00}, roles: [engineer], products: [MSC]}}\n");
        }

        var file = Path.Combine(folder, "crew.yaml");
        File.WriteAllText(file, text.ToString());
        return file;
    }
}
