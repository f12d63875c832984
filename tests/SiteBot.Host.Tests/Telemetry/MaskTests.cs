using SiteBot.Directory;
using SiteBot.Host.Telemetry;
using SiteBot.Reading;

namespace SiteBot.Host.Tests.Telemetry;

public sealed class MaskTests
{
    private static readonly CompanyDirectory _sample =
        DirectoryReader.Read(SourceFile.Load(Path.Combine(AppContext.BaseDirectory, "dialogs", "sample-directory.yaml")));

    [Theory]
    [InlineData("Called +86 10 5550 0001 twice", "Called *** twice")]
    [InlineData("手机13912345678。", "手机***。")]
    [InlineData("mail li.ming@example.com now", "mail *** now")]
    [InlineData("Li Ming and 王芳 wait", "*** and *** wait")]
    [InlineData("LI MING waits", "*** waits")]
    public void Names_numbers_and_mail_addresses_are_masked(string text, string masked) => Assert.Equal(masked, new Mask().Of(text, _sample));

    [Theory]
    [InlineData("2026-03-10T23:30:00+08:00 visit/sample fact 12 by li.ming")]
    [InlineData("V3.08.21 in 12345 ms, hash 527481b85f163d092da95f4bb2069329a5dce4a55b6a2f2232863ab0f3fac5a1")]
    [InlineData("1773156600000000")]
    public void Times_versions_hashes_and_ids_stay(string text) => Assert.Equal(text, new Mask().Of(text, _sample));
}
