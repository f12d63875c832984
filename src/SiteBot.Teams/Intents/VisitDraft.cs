using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SiteBot.Ledger;
using SiteBot.Teams.Cards;
using SiteBot.Teams.Turns;
using SiteBot.Understanding;
using SiteBot.Understanding.Names;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.Teams.Intents;

/// <summary>Begins a visit from a form or from messages: what a message names fills the form in, what is missing is asked for, a yes begins. For weak networks no card is needed.</summary>
internal sealed class VisitDraft(NamesToday names)
{
    /// <summary>The fields of a draft, named as the form's inputs are.</summary>
    public static class Field
    {
        /// <summary>The service type's id.</summary>
        public const string Service = "service";

        /// <summary>The site's id.</summary>
        public const string Site = "site";

        /// <summary>The equipment's id.</summary>
        public const string Equipment = "equipment";

        /// <summary>The version that is to run.</summary>
        public const string Target = "target";

        /// <summary>The version that runs.</summary>
        public const string Current = "current";

        /// <summary>The window's date at the site, <c>yyyy-MM-dd</c>.</summary>
        public const string Date = "date";

        /// <summary>The window's start at the site, <c>HH:mm</c>.</summary>
        public const string From = "from";

        /// <summary>The window's end at the site, <c>HH:mm</c>; the next day where it is not after the start.</summary>
        public const string To = "to";

        /// <summary>How long it takes, in minutes.</summary>
        public const string Minutes = "minutes";

        /// <summary>The customer's contact.</summary>
        public const string Contact = "contact";

        /// <summary>The contact's number.</summary>
        public const string Phone = "phone";
    }

    private static readonly ImmutableSortedDictionary<string, string> Empty = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Somebody wants to begin a visit: the form, filled in with what the message names.</summary>
    public ValueTask Begin(Turn turn, Understood understood, CancellationToken cancellation)
    {
        var things = names.Read(turn, turn.Incoming.Text);
        if (Asks(turn, things))
        {
            return ValueTask.CompletedTask;
        }

        var draft = Filled(things, understood.Service is { } service ? Empty.SetItem(Field.Service, service) : Empty);
        turn.Talk = turn.Talk with { Draft = draft };
        turn.Say(VisitFormCard.Draw(turn.Tools.Deck, turn.Workplace, turn.Person, draft, ShortId.New(4), turn.Now, turn.Language));
        return ValueTask.CompletedTask;
    }

    /// <summary>A further message of somebody who tells a visit piece by piece.</summary>
    /// <returns>False where the message is none of it.</returns>
    public bool GoOn(Turn turn, Understood understood)
    {
        // "I will be 30 minutes late" names a length, and none of this visit.
        if (turn.Talk.Draft is not { } draft || understood.TellsOfLateness || understood.QuotesCustomer)
        {
            return false;
        }

        if (understood.IsYes)
        {
            VisitBeginning.Begin(turn, draft, ShortId.New(3));
            return true;
        }

        var things = names.Read(turn, turn.Incoming.Text);
        if (understood.Intent is not (Intent.Ask or Intent.CanINow or Intent.Cancel or Intent.Help) && Asks(turn, things))
        {
            return true;
        }

        var filled = Filled(things, understood is { Intent: Intent.StartVisit, Service: { } service } ? draft.SetItem(Field.Service, service) : draft);
        if (filled.SequenceEqual(draft))
        {
            return false;
        }

        turn.Talk = turn.Talk with { Draft = filled };
        turn.SayText(VisitBeginning.Progress(turn, filled));
        return true;
    }

    // A product that stands at the site more than once is no piece of equipment yet either.
    private static bool Asks(Turn turn, MentionedThings things) =>
        things.Site.Words is not null && WhichName.Asks(turn, things.Site)
        || (things.Equipment.Words is not null || things.Site.Sure is not null) && WhichName.Asks(turn, things.Equipment with { Words = things.Equipment.Words ?? things.Product.Words });

    private static ImmutableSortedDictionary<string, string> Filled(MentionedThings things, ImmutableSortedDictionary<string, string> draft)
    {
        var filled = draft.ToBuilder();
        var site = things.Site.Sure ?? things.Equipment.Sure?.Site;
        var equipment = things.Equipment.Sure?.Equipment;
        if (site is not null && filled.GetValueOrDefault(Field.Site) != site.Id)
        {
            // What stands at another site is no more meant; the only one at this site need not be asked for.
            filled.Remove(Field.Equipment);
            filled.Remove(Field.Current);
            equipment ??= site.Equipment is [var only] ? only : null;
        }

        Put(Field.Site, site?.Id);
        Put(Field.Equipment, equipment?.Id);
        Put(Field.Current, equipment?.Version);
        Put(Field.Target, things.TargetVersion);
        if (things.Stretch.Start is { } start)
        {
            Put(Field.Date, LocalDatePattern.Iso.Format(start.Date));
            Put(Field.From, Hour.Format(start.TimeOfDay));
        }
        else if (things.Stretch.Date is { } date)
        {
            Put(Field.Date, LocalDatePattern.Iso.Format(date));
        }

        Put(Field.To, things.Stretch.End is { } end ? Hour.Format(end.TimeOfDay) : null);
        Put(Field.Minutes, things.Stretch.Length is { } length ? ((int)length.TotalMinutes).ToString(CultureInfo.InvariantCulture) : null);
        return filled.ToImmutable();

        void Put(string field, string? value)
        {
            if (value is not null)
            {
                filled[field] = value;
            }
        }
    }
}
