using SiteBot.Directory;

namespace SiteBot.Tests.Directory;

/// <summary>A directory small enough to break one line of at a time.</summary>
internal static class Small
{
    public const string Text = """
        offices:
          - {id: BJ, name: {zh: 北京办事处, en: Beijing regional office}, language: zh, timeZone: Asia/Shanghai, policy: {watchDays: 2}}
        customers:
          - {id: CM, name: {zh: 运营商, en: Operator}, policy: {}}
        products:
          - {id: MSC, name: {zh: 交换中心, en: Switching centre}, released: [V1, V2]}
        sites:
          - {id: S-1, name: {zh: 机房, en: Room}, office: BJ, customer: CM, timeZone: Asia/Shanghai, equipment: [{id: MSC-1, product: MSC, version: V1}]}
        people:
          - {id: head, name: {zh: 王, en: Wang}, aadObjectId: a1, language: zh, office: BJ, roles: [office_head], deputies: [{id: eng, from: 2027-02-01, to: 2027-03-01}]}
          - {id: sup, name: {zh: 赵, en: Zhao}, aadObjectId: a2, language: zh, roles: [product_support], products: [MSC]}
          - {id: eng, name: {zh: 李, en: Li}, aadObjectId: a3, channelUserIds: [u3], language: en, phone: "+86 10 5550 0001", office: BJ, roles: [engineer]}
        """;

    public static CompanyDirectory Directory => DirectoryReader.Read("d.yaml", Text);

    public static string With(string right, string wrong)
    {
        Assert.Contains(right, Text, StringComparison.Ordinal);
        return Text.Replace(right, wrong, StringComparison.Ordinal);
    }
}
