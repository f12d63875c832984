using SiteBot.Scenarios.Stage;

namespace SiteBot.Scenarios.Upgrade;

/// <summary>Two may answer the same request, and both press at once: the first answer counts, and the other's card closes.</summary>
public sealed class TwoApproversTests
{
    [Fact]
    public async Task One_yes_and_one_no_at_the_same_moment_leave_one_answer()
    {
        await using var scene = await Scene.Set(directory: directory => directory.Of("chen.yu", "roles: [remote_support, expert]", "roles: [product_support, remote_support, expert]"));
        await scene.AsksForConsents();
        var (first, second) = (scene.ConsentCard(scene.ProductSupport), scene.ConsentCard(scene.RemoteSupport));

        var answers = await Task.WhenAll(
            scene.ProductSupport.Presses(first, first.Card!.Button("consent.approve")),
            scene.RemoteSupport.Presses(second, second.Card!.Button("consent.reject"), ("f_reason", "版本还要观察")));
        await scene.Settle();

        Assert.Single(answers, answer => answer.Note is null);
        Assert.Contains("不用再答复了", Assert.Single(answers, answer => answer.Note is not null).Note, StringComparison.Ordinal);
        foreach (var person in (Actor[])[scene.ProductSupport, scene.RemoteSupport])
        {
            Assert.DoesNotContain(scene.CardsOf(Actor.PersonalChatOf(person.UserId))[^1].Card!.Buttons, button => button.Verb is "consent.approve" or "consent.reject");
        }
    }
}
