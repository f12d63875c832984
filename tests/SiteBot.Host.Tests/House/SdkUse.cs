using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SiteBot.Host.Tests.House;

/// <summary>
/// What SiteBot.Teams and SiteBot.Host use of the SDK, read from what was compiled: every type and member reference, and every member of the SDK
/// that they override or implement. A constant leaves no reference: the compiler copies its value.
/// </summary>
internal static class SdkUse
{
    /// <summary>Each type and member, with the source files that name it (none where only a signature does).</summary>
    public static SortedDictionary<string, SortedSet<string>> Of(params IEnumerable<string> assemblies)
    {
        var uses = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var path in assemblies)
        {
            References(path, uses);
            Overrides(Assembly.LoadFrom(path), uses);
        }

        return uses;
    }

    private static void References(string path, SortedDictionary<string, SortedSet<string>> uses)
    {
        using var image = new PEReader(File.OpenRead(path));
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(path, ".pdb")));
        var metadata = image.GetMetadataReader();
        var names = new SdkNames(metadata);
        foreach (var handle in metadata.TypeReferences)
        {
            Note(uses, names.TypeOf(handle), null);
        }

        foreach (var handle in metadata.MemberReferences)
        {
            Note(uses, names.MemberOf(handle), null);
        }

        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0)
            {
                continue;
            }

            var file = FileOf(symbols.GetMetadataReader(), handle);
            foreach (var token in MethodTokens.In(image.GetMethodBody(method.RelativeVirtualAddress)))
            {
                Note(uses, Named(metadata, names, token), file);
                Note(uses, Holder(metadata, names, token), file);
            }
        }
    }

    private static string? Named(MetadataReader metadata, SdkNames names, EntityHandle token) => token.Kind switch
    {
        HandleKind.MemberReference => names.MemberOf((MemberReferenceHandle)token),
        HandleKind.MethodSpecification => Named(metadata, names, metadata.GetMethodSpecification((MethodSpecificationHandle)token).Method),
        HandleKind.TypeReference or HandleKind.TypeSpecification => names.TypeOf(token),
        _ => null,
    };

    /// <summary>The type whose member a token names.</summary>
    private static string? Holder(MetadataReader metadata, SdkNames names, EntityHandle token) => token.Kind switch
    {
        HandleKind.MemberReference => names.TypeOf(metadata.GetMemberReference((MemberReferenceHandle)token).Parent),
        HandleKind.MethodSpecification => Holder(metadata, names, metadata.GetMethodSpecification((MethodSpecificationHandle)token).Method),
        _ => null,
    };

    private static string? FileOf(MetadataReader symbols, MethodDefinitionHandle method)
    {
        var document = symbols.GetMethodDebugInformation(method).Document;
        return document.IsNil ? null : Path.GetFileName(symbols.GetString(symbols.GetDocument(document).Name).Replace('\\', '/'));
    }

    private static void Overrides(Assembly assembly, SortedDictionary<string, SortedSet<string>> uses)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        foreach (var type in assembly.GetTypes().Where(type => type is { IsClass: true, IsGenericTypeDefinition: false }))
        {
            var overridden = type.GetMethods(Own).Select(method => method.GetBaseDefinition());
            var implemented = type.GetInterfaces().Where(IsSdk).SelectMany(contract => contract.GetMethods());
            foreach (var method in overridden.Concat(implemented).Where(method => IsSdk(method.DeclaringType!)))
            {
                var declaring = SdkNames.InSdk((method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericTypeDefinition() : method.DeclaringType).FullName!.Replace('+', '.'));
                var name = method.IsSpecialName ? method.Name[(method.Name.IndexOf('_', StringComparison.Ordinal) + 1)..] : $"{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => Short(parameter.ParameterType)))})";
                Note(uses, $"{declaring}.{name}", null);
            }
        }
    }

    private static bool IsSdk(Type type) =>
        type.Namespace is { } name && (SdkNames.InSdk(name).StartsWith("Microsoft.Bot", StringComparison.Ordinal) || SdkNames.InSdk(name).StartsWith("Microsoft.Rest", StringComparison.Ordinal));

    private static string Short(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Short))}>"
        : type.Name;

    private static void Note(SortedDictionary<string, SortedSet<string>> uses, string? name, string? file)
    {
        if (name is null)
        {
            return;
        }

        if (!uses.TryGetValue(name, out var files))
        {
            uses[name] = files = new(StringComparer.Ordinal);
        }

        if (file is not null)
        {
            files.Add(file);
        }
    }
}
