using SiteBot.Directory;

namespace SiteBot.Teams.Messages;

/// <summary>Who sent an activity. The standard is internal: who is not found here gets nothing of it.</summary>
internal sealed class PersonFinder(TeamsOptions options)
{
    /// <summary>True where an activity comes from one of the company's tenants; always in local mode.</summary>
    public bool IsOfCompany(Incoming incoming) => options.IsLocal || options.Tenants.Contains(incoming.Place.Tenant);

    /// <summary>The person of the directory, or null for a stranger, a guest of another tenant, or somebody who left.</summary>
    public Person? Find(Incoming incoming, CompanyDirectory directory)
    {
        if (options.IsLocal)
        {
            return (incoming.AadObjectId is { } aad ? directory.FindByAadObjectId(aad) : null)
                ?? (incoming.UserId is { } user ? directory.FindByChannelUserId(user) : null);
        }

        return incoming.AadObjectId is { } known && IsOfCompany(incoming) ? directory.FindByAadObjectId(known) : null;
    }
}
