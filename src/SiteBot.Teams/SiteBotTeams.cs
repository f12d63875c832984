using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using SiteBot.Answers;
using SiteBot.Approvals.Spoken;
using SiteBot.Ledger;
using SiteBot.Teams.Actions;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Delivery;
using SiteBot.Teams.Dialogs;
using SiteBot.Teams.Forms;
using SiteBot.Teams.Intents;
using SiteBot.Teams.Messages;
using SiteBot.Teams.Search;
using SiteBot.Teams.Turns;
using SiteBot.Teams.Uploads;
using SiteBot.Understanding;
using SiteBot.Understanding.Names;
using SiteBot.Visits.Short;

namespace SiteBot.Teams;

/// <summary>Puts the bot together.</summary>
public static class SiteBotTeams
{
    /// <summary>Registers the bot and what it needs beside the store's ports, <see cref="IWorkplace"/>, <see cref="IBusinessClock"/> and the <see cref="CloudAdapter"/>, which the host registers; readers that the host registered before stay.</summary>
    public static IServiceCollection AddSiteBotTeams(this IServiceCollection services, TeamsOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(_ => CardDeck.Load(options.Cards));
        services.TryAddSingleton(_ => BuiltInReaders.Load(options.Dialogs));
        services.TryAddSingleton<IUnderstanding>(static provider => provider.GetRequiredService<BuiltInReaders>().Messages);
        services.TryAddSingleton<IAnswers>(static provider => provider.GetRequiredService<BuiltInReaders>().Questions);
        services.AddSingleton(provider => new TurnTools(
            provider.GetRequiredService<ILedger>(), provider.GetRequiredService<IEvidenceFiles>(), provider.GetRequiredService<CardDeck>(),
            provider.GetRequiredService<IUnderstanding>(), provider.GetRequiredService<IAnswers>(), provider.GetRequiredService<FormProduction>(),
            provider.GetRequiredService<IFileLinks>(), provider.GetRequiredService<TeamsOptions>().OffersFiles ? provider.GetRequiredService<IPersonalDrive>() : null));
        services.AddSingleton(_ => ShortTexts.Load(options.Dialogs));
        services.AddSingleton(_ => ShortActs.Load(options.Dialogs));
        services.AddSingleton(_ => ConsentWords.Load(options.Dialogs));
        services.AddSingleton<StepTexts>();
        services.AddSingleton<ConsentTexts>();
        services.TryAddSingleton(static provider => new NamesInForce(provider.GetRequiredService<IWorkplace>(), () => provider.GetRequiredService<BuiltInReaders>().Messages));
        services.AddSingleton<NamesToday>();
        services.AddSingleton<PlainReading>();
        services.AddSingleton<HandingTexts>();
        services.AddSingleton<NamedVisit>();
        services.AddSingleton<TypedNames>();
        services.AddSingleton<TroubleIntents>();
        services.AddSingleton<VisitDraft>();
        services.AddSingleton<FormIntents>();
        services.AddSingleton<OperationTexts>();
        services.AddSingleton(IntentsOf);
        services.AddSingleton<MessageReading>();
        services.AddSingleton(ActionsOf);
        services.AddSingleton<IOutgoingCards, OutgoingCards>();
        services.AddSingleton<TurnScript>();
        services.AddSingleton<VisitDialogs>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<PersonFinder>();
        services.AddSingleton<Welcome>();
        services.AddSingleton<StandardExtension>();
        services.AddSingleton<IBot>(provider =>
        {
            TurnFailure.Handle(provider.GetRequiredService<CloudAdapter>(), provider.GetRequiredService<IWorkplace>(), provider.GetRequiredService<ILogger<SiteBotBot>>());
            return ActivatorUtilities.CreateInstance<SiteBotBot>(provider);
        });
        return services;
    }

    private static FrozenDictionary<Intent, IntentHandler> IntentsOf(IServiceProvider provider)
    {
        var troubles = provider.GetRequiredService<TroubleIntents>();
        return new Dictionary<Intent, IntentHandler>
        {
            [Intent.CanINow] = GateIntents.CanINow,
            [Intent.StartVisit] = provider.GetRequiredService<VisitDraft>().Begin,
            [Intent.ReportProblem] = troubles.Report,
            [Intent.ServiceRestored] = troubles.Restored,
            [Intent.Checklist] = VisitIntents.Checklist,
            [Intent.RequestApproval] = VisitIntents.RequestApproval,
            [Intent.RecordBackup] = VisitIntents.RecordBackup,
            [Intent.Status] = VisitIntents.Status,
            [Intent.FinishVisit] = VisitIntents.Finish,
            [Intent.FollowUp] = VisitIntents.FollowUp,
            [Intent.MyReminders] = VisitIntents.Due,
            [Intent.Form] = provider.GetRequiredService<FormIntents>().Give,
            [Intent.Ask] = AnswerIntents.Ask,
            [Intent.Language] = TalkIntents.Speak,
            [Intent.Cancel] = TalkIntents.Cancel,
            [Intent.Help] = TalkIntents.Help,
            [Intent.Greeting] = TalkIntents.Greet,
            [Intent.None] = TalkIntents.Help,
        }.ToFrozenDictionary();
    }

    private static ActionRegister ActionsOf(IServiceProvider provider)
    {
        var messages = provider.GetRequiredService<MessageReading>();
        return new ActionRegister(
        [
            .. TalkActions.All,
            .. GateActions.All,
            .. new VisitActions(messages).All,
            .. StepActions.All,
            .. ConsentActions.All,
            .. OperationActions.All,
            .. DutyActions.All,
            .. FormActions.All,
            .. FileActions.All,
            .. new AlarmActions(provider.GetRequiredService<TroubleIntents>()).All,
            .. StandingActions.All,
            .. new AnswerActions(messages).All,
        ]);
    }
}
