using System.Collections.Immutable;
using SiteBot.Reading;
using SiteBot.Standard;

namespace SiteBot.Procedures;

/// <summary>Reads the ids that a procedure names, and notes those that name nothing.</summary>
internal static class Names
{
    /// <summary>The map's own id, in snake_case.</summary>
    public static string Own(MapReader map)
    {
        var id = map.Text("id");
        if (id.Length > 0 && (!char.IsAsciiLetterLower(id[0]) || !id.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '_')))
        {
            map.Fault("id", $"'{id}' is no id; write lower-case letters, digits and '_', a letter first, such as plan_agreed.");
        }

        return id;
    }

    /// <summary>Provisions of the standard; <paramref name="service"/> null takes those of any service.</summary>
    public static ImmutableArray<string> Provisions(MapReader map, string key, CodeOfConduct standard, string? service, bool required = false)
    {
        var words = map.Words(key);
        if (required && words.Count == 0)
        {
            map.Faults.Add(map.Line, $"{map.What} lacks '{key}'; write the provisions that it carries, such as [\"6.3-9\"].");
        }

        foreach (var word in words)
        {
            if (standard.Find(word.Value) is not { } provision)
            {
                map.Faults.Add(word.Line, $"'{word.Value}' is no provision of the standard; {Suggestion.For(word.Value, standard.Provisions.Select(known => known.Id))}");
            }
            else
            {
                CheckBinds(map.Faults, word.Line, provision, service);
            }
        }

        return [.. words.Select(word => word.Value)];
    }

    /// <summary>Notes a fault where a provision does not bind a service.</summary>
    public static void CheckBinds(FaultList faults, int line, Provision provision, string? service)
    {
        if (service is not null && !provision.Binds(service))
        {
            faults.Add(line, $"provision {provision.Id} does not bind the service '{service}' but {string.Join(", ", provision.Services)}; write one that does.");
        }
    }

    /// <summary>A form that the standard names and one of <paramref name="provisions"/> asks for.</summary>
    public static string? Form(MapReader map, CodeOfConduct standard, ImmutableArray<string> provisions)
    {
        var id = map.OptionalText("form");
        if (id is null)
        {
            return null;
        }

        if (standard.FindForm(id) is not { } form)
        {
            map.Fault("form", $"'{id}' is no form of the standard; {Suggestion.For(id, standard.Forms.Select(known => known.Id))}");
        }
        else if (!form.From.Intersect(provisions).Any())
        {
            map.Fault("form", $"the form '{id}' is asked for by {string.Join(", ", form.From)}, which {map.What} does not carry; write one of them into 'provisions'.");
        }

        return id;
    }

    /// <summary>Conditions of the closed list.</summary>
    public static ImmutableArray<Condition> Conditions(MapReader map) => [.. map.Choices("when", Condition.All)];
}
