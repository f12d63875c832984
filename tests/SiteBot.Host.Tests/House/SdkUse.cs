using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace SiteBot.Host.Tests.House;

/// <summary>
/// What SiteBot.Teams and SiteBot.Host use of the SDK, read from what was compiled: every type and member reference, and every member of the SDK
/// that they override or implement. A constant leaves no reference: the compiler copies its value.
/// </summary>
internal static class SdkUse
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Each type and member, with the source files that name it (none where only a signature does).</summary>
    public static SortedDictionary<string, SortedSet<string>> Of(params IEnumerable<string> assemblies)
    {
        var uses = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var path in assemblies)
        {
            using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(path, ".pdb")));
            References(path, symbols.GetMetadataReader(), uses);
            Overrides(Assembly.LoadFrom(path), symbols.GetMetadataReader(), uses);
        }

        return uses;
    }

    private static void References(string path, MetadataReader symbols, SortedDictionary<string, SortedSet<string>> uses)
    {
        using var image = new PEReader(File.OpenRead(path));
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

            var file = FileOf(symbols, handle);
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

    /// <summary>Where a type stands: an async method's lines are in the type that the compiler made for it.</summary>
    private static string? FileOf(MetadataReader symbols, Type type) =>
        type.GetMethods(Own).Select(method => FileOf(symbols, (MethodDefinitionHandle)MetadataTokens.EntityHandle(method.MetadataToken)))
            .Concat(type.GetNestedTypes(Own).Select(nested => FileOf(symbols, nested)))
            .FirstOrDefault(file => file is not null);

    private static void Overrides(Assembly assembly, MetadataReader symbols, SortedDictionary<string, SortedSet<string>> uses)
    {
        foreach (var type in assembly.GetTypes().Where(type => type is { IsClass: true, IsGenericTypeDefinition: false }))
        {
            var overridden = type.GetMethods(Own).Select(method => (Sdk: method.GetBaseDefinition(), Own: method));
            var implemented = type.GetInterfaces().Where(IsSdk).Select(type.GetInterfaceMap).SelectMany(map => map.InterfaceMethods.Zip(map.TargetMethods));
            foreach (var (sdk, own) in overridden.Concat(implemented).Where(pair => IsSdk(pair.Item1.DeclaringType!)))
            {
                var file = own.DeclaringType!.Assembly == assembly ? FileOf(symbols, own.DeclaringType) : null;
                var declaring = SdkNames.InSdk((sdk.DeclaringType!.IsGenericType ? sdk.DeclaringType.GetGenericTypeDefinition() : sdk.DeclaringType).FullName!.Replace('+', '.'));
                var name = sdk.IsSpecialName ? sdk.Name[(sdk.Name.IndexOf('_', StringComparison.Ordinal) + 1)..] : $"{sdk.Name}({string.Join(", ", sdk.GetParameters().Select(parameter => Short(parameter.ParameterType)))})";
                Note(uses, $"{declaring}.{name}", file);
                Note(uses, declaring, file);
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
