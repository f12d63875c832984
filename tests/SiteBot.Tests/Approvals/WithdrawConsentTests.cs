using System.Collections.Immutable;
using NodaTime;
using SiteBot.Approvals;
using SiteBot.Gate;
using SiteBot.Ledger;
using SiteBot.Tests.Escalation;
using SiteBot.Tests.Visits;
using SiteBot.Visits;
using static SiteBot.Tests.Visits.GoodNight;

namespace SiteBot.Tests.Approvals;

public sealed class WithdrawConsentTests
{
    private static Decided Withdraw(Visit visit, string by = Head, string request = "r2", Instant? now = null) =>
        WithdrawConsent.Decide(visit, request, Scope.Hash(), null, by, now ?? At(0, 20), Place);

    [Fact]
    public void Who_gave_it_takes_it_back_before_the_start_once()
    {
        var decided = Withdraw(AllSet);

        Assert.IsType<VisitEvent.ConsentWithdrawn>(decided.Events.Single());
        var withdrawn = VisitChange.Of(AllSet).Tell(decided, At(0, 20), Head).After;
        Assert.Empty(Withdraw(withdrawn).Events);
        Assert.Null(Withdraw(withdrawn).Refusal);
    }

    [Theory]
    [InlineData(Support)]
    [InlineData(Engineer)]
    [InlineData(Admin)]
    public void Nobody_else_does(string by) => Withdraw(AllSet, by).Refusal.Speaks("consent-not-yours");

    [Fact]
    public void What_was_not_given_cannot_be_taken_back()
    {
        Withdraw(Asked).Refusal.Speaks("consent-not-given");
        Withdraw(Asked.Told(new VisitEvent.ConsentAnswered("r2", false, null, null, new PrivateText("不行")), At(0, 15), Head)).Refusal.Speaks("consent-not-given");
        Withdraw(AllSet.Replanned(plan => plan with { To = At(1, 5) })).Refusal.Speaks("consent-not-given");
    }

    [Fact]
    public void Once_the_operation_has_begun_it_is_too_late()
    {
        var begun = AllSet.Told(new VisitEvent.OperationStarted("upgrade", "d1", null, null), HalfPast);

        Withdraw(begun, now: At(1, 1)).Refusal.Speaks("operation-started");
        Withdraw(begun.Told(new VisitEvent.OperationEnded(OperationOutcome.Done, null), At(1, 1)), now: At(1, 1)).Refusal.Speaks("operation-started");
    }

    [Fact]
    public void One_by_mail_is_taken_back_by_the_role_or_by_who_entered_it()
    {
        var mailed = Asked.Told(new VisitEvent.ConsentByMail("m1", ApproverRole.OfficeHead, Scope, new PrivateText("王芳"), null), At(0, 17));

        Assert.NotEmpty(Withdraw(mailed, Head, "m1").Events);
        Assert.NotEmpty(Withdraw(mailed, Engineer, "m1").Events);
        Withdraw(mailed, Support, "m1").Refusal.Speaks("consent-not-yours");
    }
}
