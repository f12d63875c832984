using NodaTime;
using SiteBot.Directory;
using SiteBot.Gate;
using SiteBot.Visits;

namespace SiteBot.Teams.Cards;

/// <summary>Who clears a check, by name and with a number to call: a card wakes nobody.</summary>
internal sealed class VerdictCallers(Pen pen, Visit visit, string reader, LocalDate day)
{
    // What the engineer settles with the customer.
    private static readonly string[] WithCustomer = ["plan_agreed", "request_signed", "escort", "customer_consent", "media_consent"];

    /// <summary>Who clears it, to follow the reason.</summary>
    public string Words(CheckResult check)
    {
        if (check.FixedBy is FixedBy.Time or FixedBy.Nobody)
        {
            return "";
        }

        var who = check.FixedBy == FixedBy.Engineer && !Same(visit.Lead, reader)
            ? pen.Word("verdict.by", ("who", pen.Name(visit.Lead)))
            : pen.Word("verdict.by", ("who", pen.Say(check.FixedBy.Title())));
        var (name, phone) = ToCall(check);
        return name is null ? who : Pen.Dotted(who, phone is null ? name : pen.Word("verdict.call", ("name", name), ("phone", Pen.Phone(phone))));
    }

    /// <summary>The address of the number, or an empty text.</summary>
    public string Url(CheckResult check) => CardCall.UrlOf(ToCall(check).Phone) ?? "";

    private (string? Name, string? Phone) ToCall(CheckResult check)
    {
        if (check.FixedBy == FixedBy.Engineer && WithCustomer.Contains(check.Id) && visit.ContactName is { } contact)
        {
            return (ShownText.Name(contact.In(pen.Language)), visit.ContactPhone?.Value);
        }

        var person = Holder(check.FixedBy);
        return person is null ? (null, null) : (ShownText.Name(person.Name.In(pen.Language)), person.Phone);
    }

    // Nobody may answer for the visit's own engineer.
    private Person? Holder(FixedBy who)
    {
        var directory = pen.Workplace.Directory;
        var holders = (who, visit.Plan.Product) switch
        {
            (FixedBy.OfficeHead, _) => directory.HoldersForOffice(Role.OfficeHead, visit.Office, day),
            (FixedBy.ProductSupport, { } product) => directory.HoldersForProduct(Role.ProductSupport, product, day),
            (FixedBy.ProductSupport, _) => directory.Holders(Role.ProductSupport, day),
            (FixedBy.RemoteSupport, { } product) => directory.HoldersForProduct(Role.RemoteSupport, product, day),
            (FixedBy.Expert, { } product) => directory.HoldersForProduct(Role.Expert, product, day),
            (FixedBy.Engineer, _) when !Same(visit.Lead, reader) && directory.FindPerson(visit.Lead) is { } lead => [new RoleHolder(lead, null)],
            _ => [],
        };
        return Pen.ToCall(holders.Where(holder => who == FixedBy.Engineer || !Same(holder.Person.Id, visit.Lead)));
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
