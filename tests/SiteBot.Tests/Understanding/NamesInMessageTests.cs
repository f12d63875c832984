using NodaTime;
using SiteBot.Directory;
using SiteBot.Understanding.Names;

namespace SiteBot.Tests.Understanding;

public sealed class NamesInMessageTests
{
    private static readonly CompanyDirectory Sample = DirectoryReader.Read(Shipped.File("sample-directory.yaml"));
    private static readonly NamesInMessage Names = Reads.Messages.NamesOf(Sample);
    private static readonly DateTimeZone Beijing = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    [Theory]
    [InlineData("去朝阳机房升级", "BJ-042")]
    [InlineData("去朝阳升级", "BJ-042")]
    [InlineData("我要去朝陽機房", "BJ-042")]
    [InlineData("upgrade at Chaoyang", "BJ-042")]
    [InlineData("upgrade at the chaoyagn room", "BJ-042")]
    [InlineData("升级 BJ042", "BJ-042")]
    [InlineData("bj-42 tonight", "BJ-042")]
    [InlineData("去042", "BJ-042")]
    [InlineData("site 42 please", "BJ-042")]
    [InlineData("77号站点巡检", "BJ-077")]
    [InlineData("朝杨机房", "BJ-042")]
    [InlineData("去朝杨", "BJ-042")]
    [InlineData("潮阳的MSC升级", "BJ-042")]
    [InlineData("海殿现在能升级吗", "BJ-077")]
    [InlineData("柏林米特尔", "BER-001")]
    [InlineData("不是朝阳，是海淀", "BJ-077")]
    [InlineData("inspection in Mitte", "BER-001")]
    [InlineData("去柏林米特", "BER-001")]
    [InlineData("升级HLR1", "BJ-077")]
    public void A_site_is_recognised_by_id_name_part_slip_or_its_equipment(string message, string site) =>
        Assert.Equal(site, Read(message).Site.Sure?.Id);

    [Theory]
    [InlineData("upgrade MSC1", "MSC-1")]
    [InlineData("升级msc-2", "MSC-2")]
    [InlineData("升级MSC一号", "MSC-1")]
    [InlineData("2号MSC打补丁", "MSC-2")]
    [InlineData("upgrade the HLR at Haidian", "HLR-1")]
    [InlineData("海淀的归属位置寄存器", "HLR-1")]
    [InlineData("upgrade the MSC in Chaoyang", "MSC-1")]
    [InlineData("msc b1", "MSC-B1")]
    public void Equipment_is_recognised_by_id_or_as_the_only_one_of_its_product_at_the_site(string message, string equipment) =>
        Assert.Equal(equipment, Read(message).Equipment.Sure?.Equipment.Id);

    [Theory]
    [InlineData("请王芳批一下", "wang.fang")]
    [InlineData("ask Wang Fang", "wang.fang")]
    [InlineData("ask fang wang for consent", "wang.fang")]
    [InlineData("call zhao.lei", "zhao.lei")]
    [InlineData("找赵工", "zhao.lei")]
    [InlineData("请王方批一下", "wang.fang")]
    [InlineData("叫孙博过来", "sun.bo")]
    [InlineData("ask Mr. Zhao", "zhao.lei")]
    [InlineData("Sun Bo takes over", "sun.bo")]
    [InlineData("hand it to Mr. Sun", "sun.bo")]
    [InlineData("小孙在吗", "sun.bo")]
    [InlineData("is Anna there", "anna.berg")]
    [InlineData("让安娜来", "anna.berg")]
    public void A_person_is_recognised_by_name_either_way_round_by_title_or_first_name(string message, string person) =>
        Assert.Equal(person, Read(message).Person.Sure?.Id);

    [Theory]
    [InlineData("what is the root cause")]
    [InlineData("the timing is wrong")]
    [InlineData("运营商的人来了吗")]
    [InlineData("I have 42 questions")]
    [InlineData("升级要几个小时")]
    [InlineData("may I smoke in the equipment room")]
    [InlineData("机房里能吃东西吗")]
    [InlineData("早上要开会吗")]
    [InlineData("实在不行就回退")]
    public void Words_that_are_no_names_name_nothing(string message)
    {
        var read = Read(message);
        Assert.True(read.Site.Candidates.IsEmpty && read.Person.Candidates.IsEmpty && read.Customer.Candidates.IsEmpty && read.Equipment.Candidates.IsEmpty);
    }

    [Fact]
    public void Two_that_fit_are_both_kept_to_be_asked_back()
    {
        var sites = Read("去朝阳或者海淀").Site;
        Assert.True(sites.IsOpen);
        Assert.Equal(["BJ-042", "BJ-077"], sites.Candidates.Select(site => site.Id));
        var places = DirectoryReader.Read(new("d.yaml", Shipped.File("sample-directory.yaml").Text.Replace("海淀机房", "朝阳二局机房").Replace("Haidian equipment room", "Chaoyang Second exchange")));
        var names = Reads.Messages.NamesOf(places);
        Assert.Equal(["BJ-042"], names.Read("去朝阳机房", Instant.FromUtc(2027, 2, 4, 10, 0), Beijing).Site.Candidates.Select(site => site.Id));
        Assert.Equal("BJ-077", names.Read("去朝阳二局", Instant.FromUtc(2027, 2, 4, 10, 0), Beijing).Site.Sure?.Id);
    }

    [Theory]
    [InlineData("1", "BJ-042")]
    [InlineData("２", "BJ-077")]
    [InlineData("第二个", "BJ-077")]
    [InlineData("the first one please", "BJ-042")]
    [InlineData("海淀", "BJ-077")]
    [InlineData("是海殿机房", "BJ-077")]
    [InlineData("042", "BJ-042")]
    [InlineData("chaoyang", "BJ-042")]
    [InlineData("3", null)]
    [InlineData("可以升级了吗", null)]
    [InlineData("may I smoke in the equipment room", null)]
    [InlineData("全站业务中断", null)]
    [InlineData("cancel", null)]
    public void A_reply_to_which_of_these_is_a_number_an_ordinal_or_a_name(string reply, string? site) =>
        Assert.Equal(site, Names.Reply(reply, [new(NamedKind.Site, "BJ-042"), new(NamedKind.Site, "BJ-077")], numbered: true) is [var one] ? one.Key : null);

    [Fact]
    public void What_was_chosen_settles_a_name_that_two_fit()
    {
        var read = Names.Read("去朝阳或者海淀升级MSC", Instant.FromUtc(2027, 2, 4, 10, 0), Beijing, [new NamedThing(NamedKind.Site, "BJ-077")]);
        Assert.Equal("BJ-077", read.Site.Sure?.Id);
        Assert.Equal("MSC-2", read.Equipment.Sure?.Equipment.Id);
    }

    [Theory]
    [InlineData("给我一份现场培训记录单", "training_record")]
    [InlineData("give me the training record form", "training_record")]
    [InlineData("生成工程周报", "project_weekly_report")]
    [InlineData("the upgrade sumary please", "upgrade_summary")]
    [InlineData("機房登記表", "room_register")]
    [InlineData("给我表单", null)]
    [InlineData("give me a form", null)]
    public void A_form_is_found_by_what_its_name_tells(string message, string? form) =>
        Assert.Equal(form, Reads.Messages.NamedIn(message, Shipped.Standard.Forms.Select(known => (known.Id, known.Name))));

    [Fact]
    public void Names_narrow_each_other()
    {
        var read = Read("Upgrade the MSC at 042 Chaoyang to V3.08.21, tonight 0 to 4");
        Assert.Equal("BJ-042", read.Site.Sure?.Id);
        Assert.Equal("MSC-1", read.Equipment.Sure?.Equipment.Id);
        Assert.Equal("MSC", read.Product.Sure?.Id);
        Assert.Equal("V3.08.21", read.TargetVersion);
        Assert.Equal(new LocalDateTime(2027, 2, 5, 0, 0), read.Stretch.Start);
        Assert.Equal(new LocalDateTime(2027, 2, 5, 4, 0), read.Stretch.End);
    }

    [Theory]
    [InlineData("升级到V3.08.21", "V3.08.21")]
    [InlineData("upgrade to 3.08.21", "V3.08.21")]
    [InlineData("MSC-1 from v3.08.20 to v3.08.21", "V3.08.21")]
    [InlineData("朝阳MSC-1从3.08.20升到3.09.00", "V3.09.00")]
    [InlineData("V300R001C10 today", "V300R001C10")]
    [InlineData("on 2027.02.05 at 10.30", null)]
    public void The_version_to_go_to_is_the_last_that_does_not_run(string message, string? version) =>
        Assert.Equal(version, Read(message).TargetVersion);

    [Theory]
    [InlineData("明晚零点到四点", "2027-02-06T00:00", "2027-02-06T04:00")]
    [InlineData("tonight 0 to 4", "2027-02-05T00:00", "2027-02-05T04:00")]
    [InlineData("2027-02-05 00:00-04:00", "2027-02-05T00:00", "2027-02-05T04:00")]
    [InlineData("2027/2/5 0:00~4:00", "2027-02-05T00:00", "2027-02-05T04:00")]
    [InlineData("2月5日凌晨1点到3点半", "2027-02-05T01:00", "2027-02-05T03:30")]
    [InlineData("5 Feb 1 to 3 am", "2027-02-05T01:00", "2027-02-05T03:00")]
    [InlineData("tomorrow 11 pm to 3", "2027-02-05T23:00", "2027-02-06T03:00")]
    [InlineData("tomorrow from 2 pm to 4", "2027-02-05T14:00", "2027-02-05T16:00")]
    [InlineData("明天下午两点到四点", "2027-02-05T14:00", "2027-02-05T16:00")]
    [InlineData("明晚十点到两点", "2027-02-05T22:00", "2027-02-06T02:00")]
    [InlineData("tomorrow 9 to 5", "2027-02-05T09:00", "2027-02-05T17:00")]
    [InlineData("周五晚上11点到次日凌晨2点", "2027-02-05T23:00", "2027-02-06T02:00")]
    [InlineData("half past one tonight for two hours", "2027-02-05T01:30", "2027-02-05T03:30")]
    [InlineData("明天凌晨两点，120分钟", "2027-02-05T02:00", "2027-02-05T04:00")]
    [InlineData("at 23:30 for 90 min", "2027-02-04T23:30", "2027-02-05T01:00")]
    [InlineData("今晚12点", "2027-02-05T00:00", null)]
    [InlineData("tonight at 11", "2027-02-04T23:00", null)]
    [InlineData("in two hours", "2027-02-04T20:00", null)]
    [InlineData("两小时后", "2027-02-04T20:00", null)]
    [InlineData("下周一上午9点", "2027-02-08T09:00", null)]
    [InlineData("quarter to three", null, null)]
    [InlineData("two hours ago", null, null)]
    [InlineData("upgrade from V3.08.20 to V3.08.21", null, null)]
    [InlineData("3到5个人", null, null)]
    public void A_stretch_is_read_with_the_nights_hours_after_its_midnight(string message, string? start, string? end)
    {
        var stretch = Read(message).Stretch;
        if (message == "quarter to three")
        {
            Assert.Equal(new LocalTime(2, 45), stretch.Start?.TimeOfDay);
            return;
        }

        Assert.Equal((start, end), (Shown(stretch.Start), Shown(stretch.End)));
    }

    [Theory]
    [InlineData("for two hours", 120)]
    [InlineData("120 min", 120)]
    [InlineData("一个半小时", 90)]
    [InlineData("半小时", 30)]
    [InlineData("1.5 h", 90)]
    [InlineData("两个小时", 120)]
    [InlineData("it takes half an hour", 30)]
    public void A_length_is_read(string message, int minutes) =>
        Assert.Equal(Duration.FromMinutes(minutes), Read(message).Stretch.Length);

    [Theory]
    [InlineData("后天", "2027-02-06")]
    [InlineData("the day after tomorrow", "2027-02-06")]
    [InlineData("on Friday", "2027-02-05")]
    [InlineData("next Friday", "2027-02-12")]
    [InlineData("February 3", "2028-02-03")]
    [InlineData("3号", "2027-03-03")]
    public void A_day_without_its_year_or_month_is_the_next_one(string message, string date) =>
        Assert.Equal(date, Read(message).Stretch.Date?.ToString("uuuu-MM-dd", null));

    [Fact]
    public void The_time_is_that_of_the_site_that_is_named()
    {
        // 23:30 UTC is the 5th in Beijing, half past midnight of the 5th in Berlin.
        var read = Names.Read("tomorrow at Mitte", Instant.FromUtc(2027, 2, 4, 22, 30), Beijing);
        Assert.Equal(new LocalDate(2027, 2, 5), read.Stretch.Date);
    }

    // Thursday the 4th of February 2027, six in the evening in Beijing.
    private static MentionedThings Read(string message) => Names.Read(message, Instant.FromUtc(2027, 2, 4, 10, 0), Beijing);

    private static string? Shown(LocalDateTime? time) => time?.ToString("uuuu-MM-ddTHH:mm", null);
}
