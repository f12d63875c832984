using System.Collections.Immutable;
using NodaTime;
using SiteBot.Outbox;

namespace SiteBot.Teams.Delivery;

/// <summary>Finds the way to a recipient, and writes what is sent there.</summary>
internal sealed class WayTo(CloudAdapter adapter, IAddressBook book, IRequestPace pace, TeamsOptions options)
{
    /// <summary>The latest personal chat, else one to be opened on the service address that was vouched for last; for a regional office a new thread in its channel. Null where there
    /// is no way.</summary>
    public async ValueTask<Way?> Find(MessageFacts facts, Instant now, CancellationToken cancellation)
    {
        var to = facts.Message.To;
        var address = await book.Of(to, cancellation);
        if (address is not null && !to.IsChannel)
        {
            return new KnownWay(adapter, options.AppId, address, KnownConversation.Read(address), book);
        }

        var service = address is null ? await LastVouched(cancellation) : new ServiceAddress(address.Tenant, address.ServiceUrl);
        if (service is null)
        {
            return null;
        }

        var bot = (address is null ? null : KnownConversation.Read(address).Bot?.Account()) ?? new ChannelAccount { Id = "28:" + (options.AppId.Length == 0 ? "sitebot" : options.AppId) };
        return to.IsChannel ? ToChannel(to.Id, facts.Workplace, service, bot) : ToChat(to, facts.Workplace, service, bot, now);
    }

    /// <summary>What was drawn as an activity, with the people whom it calls by name as the channel knows them.</summary>
    public async ValueTask<Activity> Activity(MessageFacts facts, Drawn.Show shown, CancellationToken cancellation)
    {
        var viewers = facts.Message.To.IsChannel ? await Known(shown.Viewers, facts.Workplace, cancellation) : [];
        var called = ImmutableArray.CreateBuilder<(string, ChannelAccount?)>();
        var inStead = Undelivered.InSteadOf(facts.Message);
        if (inStead is not null)
        {
            var name = facts.Workplace.Directory.FindPerson(inStead)?.Name.In(facts.Language) ?? inStead;
            called.Add((name, await AccountOf(inStead, name, facts.Workplace, cancellation)));
        }
        else if (facts.Message.To.IsChannel)
        {
            foreach (var mentioned in shown.Mentions)
            {
                called.Add((mentioned.Name, await AccountOf(mentioned.Person, mentioned.Name, facts.Workplace, cancellation)));
            }
        }

        return OutgoingActivity.Of(CardViewers.Name(shown.Card, viewers), called.ToImmutable(), inStead is not null, facts.Message.Urgency, facts.Language);
    }

    private OpenedChat? ToChat(Recipient to, Workplace workplace, ServiceAddress service, ChannelAccount bot, Instant now)
    {
        var person = workplace.Directory.FindPerson(to.Id);
        var member = (options.IsLocal ? person?.ChannelUserIds.FirstOrDefault() : null) ?? person?.AadObjectId;
        if (member is null)
        {
            return null;
        }

        var parameters = new ConversationParameters
        {
            IsGroup = false,
            Bot = bot,
            Members = [new ChannelAccount { Id = member, AadObjectId = person!.AadObjectId }],
            TenantId = service.Tenant,
            ChannelData = new TeamsChannelData { Tenant = new TenantInfo { Id = service.Tenant } },
        };
        return new OpenedChat(adapter, options.AppId, Reference(service, bot, "personal"), parameters, to, book, pace, now);
    }

    private NewThread? ToChannel(string office, Workplace workplace, ServiceAddress service, ChannelAccount bot)
    {
        var channel = workplace.Standing.Channels.GetValueOrDefault(office)?.Channel ?? workplace.Directory.FindOffice(office)?.Channel?.ChannelId;
        if (channel is null)
        {
            return null;
        }

        var parameters = new ConversationParameters
        {
            IsGroup = true,
            Bot = bot,
            TenantId = service.Tenant,
            ChannelData = new TeamsChannelData { Channel = new ChannelInfo { Id = channel }, Tenant = new TenantInfo { Id = service.Tenant } },
        };
        return new NewThread(adapter, options.AppId, Reference(service, bot, "channel"), parameters);
    }

    private static ConversationReference Reference(ServiceAddress service, ChannelAccount bot, string type) => new()
    {
        ChannelId = Channels.Msteams,
        ServiceUrl = service.Url,
        Bot = bot,
        Conversation = new ConversationAccount { ConversationType = type, TenantId = service.Tenant, IsGroup = type == "channel" },
    };

    private async ValueTask<ServiceAddress?> LastVouched(CancellationToken cancellation)
    {
        if (options.IsLocal)
        {
            return await book.LastService(cancellation);
        }

        foreach (var tenant in options.Tenants)
        {
            if (await book.LastServiceUrl(tenant, cancellation) is { } url)
            {
                return new ServiceAddress(tenant, url);
            }
        }

        return null;
    }

    // Who has never spoken with the bot has no id of the channel's yet: a chat that the bot opened knows the tenant's alone.
    private async ValueTask<ImmutableArray<string>> Known(ImmutableArray<string> people, Workplace workplace, CancellationToken cancellation)
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        foreach (var person in people)
        {
            if (ids.Count < CardViewers.Most && await AccountOf(person, person, workplace, cancellation) is { Id: { } id }
                && !string.Equals(id, workplace.Directory.FindPerson(person)?.AadObjectId, StringComparison.OrdinalIgnoreCase))
            {
                ids.Add(id);
            }
        }

        return ids.DrainToImmutable();
    }

    private async ValueTask<ChannelAccount?> AccountOf(string person, string name, Workplace workplace, CancellationToken cancellation)
    {
        var known = await book.Of(Recipient.Person(person), cancellation) is { } address ? KnownConversation.Read(address).User : null;
        var id = known?.Id ?? (options.IsLocal ? workplace.Directory.FindPerson(person)?.ChannelUserIds.FirstOrDefault() : null);
        return id is null ? null : new ChannelAccount { Id = id, Name = name };
    }
}
