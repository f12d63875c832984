using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Upgrade;

/// <summary>The duty staff allow no photos (4.2-8): none is asked for, and a name with a witness serves.</summary>
public sealed class NoPhotoTests
{
    [Fact]
    public async Task Without_leave_the_signature_is_a_name_with_a_witness()
    {
        await using var scene = await Scene.Set();
        await scene.Engineer.Says("现在进展怎样");
        await scene.Engineer.Says("不让拍照");
        await scene.IsDone();
        await scene.TestsAndReports();

        await scene.Engineer.Says("33 完成 周经理 讲了新版本的告警");
        var asked = (await scene.Engineer.Says("34 完成 周经理"))[0].Says;
        Assert.Contains("见证人", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("照片", asked, StringComparison.Ordinal);

        await scene.Engineer.Says("34 完成 周经理 见证人 钱工");
        await scene.Engineer.Says("我可以走了吗");
        Assert.Contains("三天内回访", (await scene.Engineer.Presses("leave", "for_good")).Says, StringComparison.Ordinal);
    }
}
