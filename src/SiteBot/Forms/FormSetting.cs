using System.Globalization;
using NodaTime;
using SiteBot.Directory;
using SiteBot.Gate;
using SiteBot.Ledger;
using SiteBot.Procedures;
using SiteBot.Standard;
using SiteBot.Visits;
using SiteBot.Windows;

namespace SiteBot.Forms;

/// <summary>A visit as the blocks of a form see it: its facts, the site's clock, and the words of one language.</summary>
internal sealed class FormSetting
{
    private readonly VisitSetting _setting;

    public FormSetting(FormType? type, FormFacts facts, Language language)
    {
        (Type, Facts, Language) = (type, facts, language);
        _setting = new VisitSetting(facts.Visit, facts.Procedure, facts.Workplace, facts.Now);
        Conditions = _setting.ConditionsAt(facts.Now);
    }

    /// <summary>The form; null for what is none of the standard's.</summary>
    public FormType? Type { get; }

    public FormFacts Facts { get; }

    public Language Language { get; }

    public Visit Visit => Facts.Visit;

    public Procedure Procedure => Facts.Procedure;

    public CompanyDirectory Directory => Facts.Workplace.Directory;

    public SiteClock Clock => _setting.Clock;

    public Site? Site => _setting.Site;

    public ConditionContext Conditions { get; }

    public Instant? MomentOf(Anchor anchor) => _setting.MomentOf(anchor);

    /// <summary>The product that the plan, or the site's equipment, names.</summary>
    public string? Product => DutyOwner.Product(_setting);

    /// <summary>A word or sentence of <c>dialogs/texts/forms.yaml</c>.</summary>
    public string Say(string key, params ReadOnlySpan<(string Place, string Value)> values) => Facts.Workplace.Texts.Get(key, Language, values);

    public string Say(Text text) => text.In(Language);

    public string Say(PrivateText? text) => text?.In(Language) ?? "";

    public string YesNo(bool value) => Say(value ? FormLabels.Yes : FormLabels.No);

    /// <summary><c>2026-03-10 23:50 (+08:00)</c>: the site's clock, with its offset at that moment; empty for no moment.</summary>
    public string At(Instant? moment) => moment is { } instant && Clock.Local(instant) is var at
        ? string.Create(CultureInfo.InvariantCulture, $"{at.Year:0000}-{at.Month:00}-{at.Day:00} {at.Hour:00}:{at.Minute:00} ({SiteTimeText.OffsetText(at.Offset)})")
        : "";

    /// <summary>A stretch, its end without the date and offset where they are the same.</summary>
    public string Between(Instant? from, Instant? to)
    {
        if (from is not { } start || to is not { } end)
        {
            return At(from ?? to);
        }

        var (a, b) = (Clock.Local(start), Clock.Local(end));
        return a.Date == b.Date && a.Offset == b.Offset
            ? string.Create(CultureInfo.InvariantCulture, $"{a.Year:0000}-{a.Month:00}-{a.Day:00} {a.Hour:00}:{a.Minute:00} – {b.Hour:00}:{b.Minute:00} ({SiteTimeText.OffsetText(a.Offset)})")
            : $"{At(start)} – {At(end)}";
    }

    /// <summary>A person's name; the id of who has left the directory.</summary>
    public string Name(string? person) => person is null ? "" : Directory.FindPerson(person)?.Name.In(Language) ?? person;

    public string Phone(string? person) => person is null ? "" : Directory.FindPerson(person)?.Phone ?? "";

    /// <summary>An operation's name, as a label begins; its id where the gate knows it no more.</summary>
    public string Operation(string id) =>
        Wire.Read<OperationKind>(id) is { } kind && Say(Facts.Workplace.Gate.For(kind).Name) is { Length: > 0 } name ? char.ToUpperInvariant(name[0]) + name[1..] : id;

    /// <summary>What was told in a step's field, as people read it; empty where nothing was. A time left out is that of the step.</summary>
    public string Value(StepField field, StepRecord record) =>
        field.Kind == FieldKind.Time ? At(record.MomentOf(field.Id))
        : record.Value(field.Id, Language) is { } told ? Say(StepWords.Value(field, told, Clock))
        : "";

    /// <summary>The record of a step, or null where nothing was told of it.</summary>
    public StepRecord? Record(Step step) => Visit.Steps.GetValueOrDefault(step.Id);

    /// <summary>The minutes that a rollback takes, by the step that gives them to the gate; null where nobody has said.</summary>
    public int? RollBackMinutes => Procedure.StepsGiving("rollback").Select(Record).OfType<StepRecord>()
        .Select(record => int.TryParse(record.Value("minutes"), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? (int?)minutes : null)
        .FirstOrDefault(minutes => minutes is not null);

    /// <summary>The latest moment to begin rolling back: of the last operation begun, else of the planned window; null where unknown.</summary>
    public Instant? RollBackBy => Visit.Operations is [.., var last] ? last.RollBackBy
        : Visit.Plan.To is { } end && RollBackMinutes is { } minutes ? end - Duration.FromMinutes(minutes)
        : null;
}
