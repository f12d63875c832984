using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using SiteBot.Scenarios.Stage;
using SiteBot.Scenarios.Upgrade;

namespace SiteBot.Scenarios.Forms;

/// <summary>A form that the chat draws up holds what stands beside the visit's own state: the gate's decisions, the alarms, and the words told with its duties.</summary>
public sealed class WholeFormTests
{
    [Fact]
    public async Task The_summary_of_an_upgrade_holds_what_was_decided_and_what_went_wrong()
    {
        await using var scene = await Scene.Set(withDrive: true);
        await scene.HasBegun();
        await scene.Engineer.Says("全站业务中断");
        await scene.Settle();

        var form = await Drawn(scene, "upgrade_summary");

        Assert.Contains("放行判定", form, StringComparison.Ordinal);
        Assert.Contains("李明", form[form.IndexOf("放行判定", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("业务中断", form[form.IndexOf("故障告警", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_of_a_day_holds_the_words_that_were_told_with_its_duties()
    {
        await using var scene = await Scene.Set(withDrive: true);
        await scene.IsDone();
        Assert.Contains("已记录", (await scene.Engineer.Says("日报写了：更换了风扇框"))[0].Says, StringComparison.Ordinal);

        Assert.Contains("更换了风扇框", await Drawn(scene, "daily_work_record"), StringComparison.Ordinal);
    }

    private static async Task<string> Drawn(Scene scene, string form)
    {
        var card = scene.CardsOf(Actor.PersonalChatOf(scene.Engineer.UserId))[^1];
        var given = await scene.Engineer.Presses(card, new Button("x", "form.produce", JsonSerializer.SerializeToElement(new { visit = Night.Visit, form })));
        var offer = given.Messages.Last(message => message.Attached == "application/vnd.microsoft.teams.card.file.consent");
        await scene.Engineer.Consents(offer, accept: true);
        using var docx = new ZipArchive(new MemoryStream(scene.Drive.Put.Last().Content));
        using var words = new StreamReader(docx.GetEntry("word/document.xml")!.Open());
        return Regex.Replace(await words.ReadToEndAsync(), "<[^>]+>", "");
    }
}
