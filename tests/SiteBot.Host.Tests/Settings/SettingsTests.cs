using Microsoft.Extensions.Configuration;
using SiteBot.Host.Settings;

namespace SiteBot.Host.Tests.Settings;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Storage:Kind", "mongo", "Storage:Kind is 'mongo'; ")]
    [InlineData("Storage:Kind", "postgres", "Storage:ConnectionString is missing")]
    [InlineData("Clock:Start", "tomorrow", "Clock:Start is 'tomorrow'; ")]
    [InlineData("Clock:Frozen", "maybe", "Clock:Frozen is 'maybe'; ")]
    [InlineData("Limits:Turns", "0", "Limits:Turns is '0'; write a whole number from 1 to 100000.")]
    [InlineData("Limits:TurnsPerSender", "-1", "Limits:TurnsPerSender is '-1'; ")]
    [InlineData("Retention:PhotoDays", "1.5", "Retention:PhotoDays is '1.5'; ")]
    [InlineData("Storge:Path", "x", "Storge:Path is no setting; write 'Storage:Path'.")]
    [InlineData("Clock:Strat", "x", "Clock:Strat is no setting; write 'Clock:Start'.")]
    [InlineData("url", "http://127.0.0.1:1", "url is no setting; write 'urls'.")]
    public void What_cannot_be_is_refused_by_name(string name, string value, string says)
    {
        var refused = Assert.Throws<SettingsException>(() => SiteBotOptions.Read(With((name, value))));
        Assert.Contains(refused.Faults, fault => fault.StartsWith(says, StringComparison.Ordinal));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var refused = Assert.Throws<SettingsException>(() => SiteBotOptions.Read(With(("Limits:Turns", "x"), ("Clock:Frozen", "x"), ("Storge:Path", "x"))));
        Assert.Equal(3, refused.Faults.Count);
    }

    [Fact]
    public void Without_any_setting_the_host_is_in_local_mode_with_its_defaults()
    {
        var options = SiteBotOptions.Read(With());
        Assert.Equal(HostMode.Local, options.Mode);
        Assert.Equal(["http://127.0.0.1:3978"], options.Addresses);
        Assert.Equal(("data/sitebot.db", false), (options.Storage.Path, options.Storage.IsPostgres));
        Assert.Equal(0, options.Limits.TurnsPerSender);
    }

    [Theory]
    [InlineData("Clock:Frozen", "true")]
    [InlineData("Clock:Start", "2026-03-10T15:00:00+08:00")]
    public void A_demo_clock_is_refused_outside_local_mode(string name, string value)
    {
        var refused = Assert.Throws<SettingsException>(() => SiteBotOptions.Read(With(
            ("MicrosoftAppId", "5f0e"), ("MicrosoftAppType", "SingleTenant"), ("MicrosoftAppTenantId", "7c1f"), ("MicrosoftAppPassword", "x"), (name, value))));
        Assert.StartsWith(name, Assert.Single(refused.Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("-x")]
    [InlineData("--Clock:Frozen")]
    [InlineData("--Clock:Frozen", "--urls=http://127.0.0.1:1")]
    public void A_word_that_would_be_lost_is_refused(params string[] words) => Assert.Throws<SettingsException>(() => SettingSources.Read(words));

    [Fact]
    public void The_command_line_wins_over_the_environment()
    {
        Environment.SetEnvironmentVariable("SITEBOT_Retention__PhotoDays", "7");
        try
        {
            Assert.Equal(7, SiteBotOptions.Read(SettingSources.Read([])).Retention.PhotoDays);
            Assert.Equal(9, SiteBotOptions.Read(SettingSources.Read(["--Retention:PhotoDays", "9"])).Retention.PhotoDays);
        }
        finally
        {
            Environment.SetEnvironmentVariable("SITEBOT_Retention__PhotoDays", null);
        }
    }

    [Fact]
    public void A_secret_is_printed_by_no_record_of_the_settings()
    {
        var options = SiteBotOptions.Read(With(
            ("MicrosoftAppId", "5f0e"), ("MicrosoftAppType", "SingleTenant"), ("MicrosoftAppTenantId", "7c1f"), ("MicrosoftAppPassword", "hush"),
            ("Storage:Kind", "postgres"), ("Storage:ConnectionString", "Host=x;Password=hush")));
        Assert.DoesNotContain("hush", options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_settings_is_the_one_that_the_program_writes() =>
        Assert.Equal(SettingsPage.Of(SiteBotOptions.Known()), File.ReadAllText(Path.Combine(Repository(), "docs", "configuration.md")).ReplaceLineEndings("\n"));

    private static IConfigurationRoot With(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "SiteBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
