using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SiteBot.Directory;
using SiteBot.Ledger;
using SiteBot.Procedures;

namespace SiteBot.Visits;

/// <summary>What was told of a step's fields, examined by their kinds and split into what is private and what is not.</summary>
/// <param name="Values">Ids, numbers, versions, places, times.</param>
/// <param name="Private">Names, phones and free text.</param>
/// <param name="Worst">What the chosen options say of the step.</param>
internal sealed record StepValues(
    ImmutableSortedDictionary<string, string> Values, ImmutableSortedDictionary<string, PrivateText> Private, OptionMeaning Worst)
{
    private const int LongestText = 2000;
    private const int LongestWord = 200;
    private const int MostMinutes = 43_200;

    private static readonly string[] Besides = [StepTelling.Witness, StepTelling.Remark, StepTelling.Reason];

    /// <summary>Reads them, or refuses the first that is wrong.</summary>
    public static (StepValues? Read, Refusal? Refusal) Of(Step step, StepTelling telling, Site? site, Instant now)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>();
        var texts = ImmutableSortedDictionary.CreateBuilder<string, PrivateText>();
        var worst = OptionMeaning.Done;
        foreach (var (id, _) in telling.Values.Where(told => telling.Told(told.Key) is not null))
        {
            var told = telling.Told(id)!;
            if (step.FindField(id) is not { } field)
            {
                if (!Besides.Contains(id))
                {
                    return (null, new Refusal("field-unknown", new Text(
                        $"请只填这一项要的内容：“{step.Title.Zh}”没有“{id}”。", $"Tell only what is asked: \"{step.Title.En}\" has no \"{id}\".")));
                }

                texts[id] = new PrivateText(Short(told, LongestText));
                continue;
            }

            if (Wrong(field, told, site, now) is { } wrong)
            {
                return (null, wrong);
            }

            if (field.Kind is FieldKind.Text or FieldKind.Name or FieldKind.Phone)
            {
                texts[id] = new PrivateText(Short(told, field.Kind == FieldKind.Text ? LongestText : LongestWord));
            }
            else
            {
                values[id] = field.Kind is FieldKind.YesNo or FieldKind.Choice ? told.ToLowerInvariant()
                    : field.Kind == FieldKind.Equipment ? site?.FindEquipment(told)?.Id ?? told
                    : told;
            }

            if (field.Options.FirstOrDefault(option => Same(option.Id, told)) is { Means: var means } && means > worst)
            {
                worst = means;
            }
        }

        return (new StepValues(values.ToImmutable(), texts.ToImmutable(), worst), null);
    }

    private static Refusal? Wrong(StepField field, string told, Site? site, Instant now) => field.Kind switch
    {
        FieldKind.Time => Time(field, told, now),
        FieldKind.Minutes when !int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes is < 1 or > MostMinutes => Refused(
            field, $"写分钟数，1 到 {MostMinutes}", $"write minutes, 1 to {MostMinutes}", told),
        FieldKind.Number when !told.Any(char.IsAsciiDigit) || told.Length > LongestWord => Refused(field, "写号码", "write a number", told),
        FieldKind.YesNo when told.ToLowerInvariant() is not ("yes" or "no") => Refused(field, "回答是或否", "answer yes or no", told),
        FieldKind.Choice when !field.Options.Any(option => Same(option.Id, told)) => Refused(
            field, $"选一个：{string.Join("、", field.Options.Select(option => option.Label.Zh))}",
            $"choose one of: {string.Join(", ", field.Options.Select(option => option.Label.En))}", told),
        FieldKind.Version when told.Any(char.IsWhiteSpace) || told.Length > LongestWord => Refused(field, "写版本号", "write a version", told),
        FieldKind.Equipment when site is { Equipment.IsEmpty: false } && site.FindEquipment(told) is null => Refused(
            field, $"写本站点的设备：{string.Join("、", site.Equipment.Select(known => known.Id))}",
            $"write equipment of this site: {string.Join(", ", site.Equipment.Select(known => known.Id))}", told),
        FieldKind.Location when told.Length > LongestText => Refused(field, "写短一些", "write less", told[..20] + "…"),
        _ => null,
    };

    private static Refusal? Time(StepField field, string told, Instant now) =>
        InstantPattern.ExtendedIso.Parse(told) is not { Success: true } time ? Refused(field, "写时间，如 23:10", "write a time, such as 23:10", told)
        : !field.Ahead && time.Value > now ? Ahead(field.Label)
        : null;

    /// <summary>What was done cannot lie ahead.</summary>
    public static Refusal Ahead(Text what) => new("time-ahead", new Text(
        $"请改写时间：“{what.Zh}”不能在将来。", $"Write another time: \"{what.En}\" cannot lie ahead of now."));

    private static Refusal Refused(StepField field, string zh, string en, string told) => new("field-wrong", new Text(
        $"“{field.Label.Zh}”请{zh}；“{told}”不行。", $"\"{field.Label.En}\": {en}; \"{told}\" will not do."));

    private static string Short(string text, int longest) => text.Length <= longest ? text : text[..longest];

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
