using System.Text.Json.Serialization;
using SiteBot.BotFramework.Schema.Teams;

namespace SiteBot.BotFramework.Schema.Json;

/// <summary>The types of Teams as generated code.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(TeamsChannelData))]
[JsonSerializable(typeof(TeamsChannelAccount))]
[JsonSerializable(typeof(TeamsPagedMembersResult))]
[JsonSerializable(typeof(TeamDetails))]
[JsonSerializable(typeof(ConversationList))]
[JsonSerializable(typeof(IList<TeamsChannelAccount>))]
[JsonSerializable(typeof(FileConsentCard))]
[JsonSerializable(typeof(FileConsentCardResponse))]
[JsonSerializable(typeof(FileDownloadInfo))]
[JsonSerializable(typeof(FileInfoCard))]
[JsonSerializable(typeof(TaskModuleRequest))]
[JsonSerializable(typeof(TaskModuleResponse))]
[JsonSerializable(typeof(TaskModuleContinueResponse))]
[JsonSerializable(typeof(TaskModuleMessageResponse))]
[JsonSerializable(typeof(TaskModuleCardResponse))]
[JsonSerializable(typeof(MessagingExtensionQuery))]
[JsonSerializable(typeof(MessagingExtensionAction))]
[JsonSerializable(typeof(AppBasedLinkQuery))]
[JsonSerializable(typeof(MessagingExtensionResponse))]
[JsonSerializable(typeof(MessagingExtensionActionResponse))]
[JsonSerializable(typeof(TabRequest))]
[JsonSerializable(typeof(TabSubmit))]
[JsonSerializable(typeof(TabResponse))]
[JsonSerializable(typeof(ConfigTaskResponse))]
[JsonSerializable(typeof(ConfigAuthResponse))]
[JsonSerializable(typeof(ReadReceiptInfo))]
[JsonSerializable(typeof(MeetingStartEventDetails))]
[JsonSerializable(typeof(MeetingEndEventDetails))]
[JsonSerializable(typeof(MeetingParticipantsEventDetails))]
[JsonSerializable(typeof(O365ConnectorCardActionQuery))]
[JsonSerializable(typeof(SigninStateVerificationQuery))]
internal sealed partial class TeamsSchemaContext : JsonSerializerContext;
