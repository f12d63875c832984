using System.Collections.Frozen;
using System.Collections.Immutable;
using SiteBot.Reading;
using NodaTime;

namespace SiteBot.Standard;

/// <summary>Which edition of the standard this is.</summary>
/// <param name="Id">Its number, such as <c>Q/ZX 75.1861-2007</c>.</param>
/// <param name="Replaces">The edition before; null where none is named.</param>
/// <param name="Issued">The day of issue.</param>
/// <param name="InForce">The first day on which it binds.</param>
/// <param name="Classification">Who may read it, as printed; null where nothing is said.</param>
public sealed record Edition(string Id, string? Replaces, LocalDate Issued, LocalDate InForce, string? Classification);

/// <summary>A section of the standard.</summary>
/// <param name="Id">Its number, such as <c>6.3</c>, or an appendix's letter.</param>
/// <param name="Title">Its heading.</param>
public sealed record Section(string Id, Text Title);

/// <summary>A document that provisions refer to.</summary>
/// <param name="Number">Its number, such as <c>Q/ZX 75.1760</c>.</param>
/// <param name="Title">Its title.</param>
public sealed record Reference(string Number, Text Title);

/// <summary>What a word of the standard means, or where the standard applies.</summary>
/// <param name="Id">The section's number and the running number inside it: <c>3-4</c>.</param>
/// <param name="Text">The meaning.</param>
public sealed record Term(string Id, Text Text);

/// <summary>A kind of on-site service that the standard knows.</summary>
/// <param name="Id">Its id in files and on the wire: <c>upgrade</c>.</param>
/// <param name="Name">Its name for people.</param>
public sealed record ServiceType(string Id, Text Name);

/// <summary>
/// The code of conduct: everything that the standard says, read from <c>standard.yaml</c> and <c>forms.yaml</c>. Immutable. Every id that one part
/// names exists in another; <see cref="StandardReader"/> refuses files where it does not.
/// </summary>
public sealed class CodeOfConduct
{
    private readonly FrozenDictionary<string, Provision> provisions;
    private readonly FrozenDictionary<string, Term> terms;
    private readonly FrozenDictionary<string, FormType> forms;
    private readonly FrozenDictionary<string, ServiceType> services;

    internal CodeOfConduct(
        Edition edition,
        ImmutableArray<Section> sections,
        ImmutableArray<Reference> references,
        ImmutableArray<ServiceType> services,
        ImmutableArray<Term> terms,
        ImmutableArray<Provision> provisions,
        ImmutableArray<FormType> forms,
        string contentHash)
    {
        (Edition, Sections, References, Services, Terms, Provisions, Forms, ContentHash) =
            (edition, sections, references, services, terms, provisions, forms, contentHash);
        this.provisions = provisions.ToFrozenDictionary(provision => provision.Id, StringComparer.Ordinal);
        this.terms = terms.ToFrozenDictionary(term => term.Id, StringComparer.Ordinal);
        this.forms = forms.ToFrozenDictionary(form => form.Id, StringComparer.Ordinal);
        this.services = services.ToFrozenDictionary(service => service.Id, StringComparer.Ordinal);
    }

    /// <summary>Which edition this is.</summary>
    public Edition Edition { get; }

    /// <summary>The sections, in the standard's order.</summary>
    public ImmutableArray<Section> Sections { get; }

    /// <summary>The documents referred to.</summary>
    public ImmutableArray<Reference> References { get; }

    /// <summary>The service types.</summary>
    public ImmutableArray<ServiceType> Services { get; }

    /// <summary>Scope, references and terms: what can be cited beside the provisions.</summary>
    public ImmutableArray<Term> Terms { get; }

    /// <summary>The provisions, in the standard's order.</summary>
    public ImmutableArray<Provision> Provisions { get; }

    /// <summary>The forms and records that provisions ask for.</summary>
    public ImmutableArray<FormType> Forms { get; }

    /// <summary>The version of the texts that this was read from: lower-case hexadecimal SHA-256.</summary>
    public string ContentHash { get; }

    /// <summary>The texts that this was read from, to be kept with what was decided by them: the first one's hash is <see cref="ContentHash"/>, and it names the others.</summary>
    public ImmutableArray<SourceFile> Sources { get; internal init; } = [];

    /// <summary>Every id that an answer may cite: provisions first, then terms.</summary>
    public IEnumerable<string> CitableIds => Provisions.Select(provision => provision.Id).Concat(Terms.Select(term => term.Id));

    /// <summary>A provision by its id, which must exist.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that id.</exception>
    public Provision this[string id] => provisions[id];

    /// <summary>A provision by its id, or null.</summary>
    public Provision? Find(string id) => provisions.GetValueOrDefault(id);

    /// <summary>A term or a sentence of scope by its id, or null.</summary>
    public Term? FindTerm(string id) => terms.GetValueOrDefault(id);

    /// <summary>A form by its id, or null.</summary>
    public FormType? FindForm(string id) => forms.GetValueOrDefault(id);

    /// <summary>A service type by its id, or null.</summary>
    public ServiceType? FindService(string id) => services.GetValueOrDefault(id);

    /// <summary>The words of a provision or a term, or null where the id is neither's.</summary>
    public Text? TextOf(string id) => Find(id)?.Text ?? FindTerm(id)?.Text;
}
