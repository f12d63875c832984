using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace SiteBot.Host.Tests.House;

/// <summary>What a compiled assembly calls the SDK's types and members, as the SDK's documentation does: <c>Microsoft.Bot.Builder.ITurnContext</c>.</summary>
internal sealed class SdkNames(MetadataReader metadata) : ISignatureTypeProvider<string, object?>
{
    private static readonly string[] Sdk = ["SiteBot.BotFramework", "Microsoft.Bot", "Microsoft.Rest", "AdaptiveCards.Templating"];

    /// <summary>The full name of a type of the SDK; null for any other.</summary>
    public string? TypeOf(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference when IsSdk((TypeReferenceHandle)handle) => FullName((TypeReferenceHandle)handle),
        HandleKind.TypeSpecification => GenericType((TypeSpecificationHandle)handle),
        _ => null,
    };

    /// <summary>A member with the types of its parameters; an accessor counts as its property or event.</summary>
    public string? MemberOf(MemberReferenceHandle handle)
    {
        var member = metadata.GetMemberReference(handle);
        if (TypeOf(member.Parent) is not { } type)
        {
            return null;
        }

        var name = metadata.GetString(member.Name);
        if (member.GetKind() == MemberReferenceKind.Field)
        {
            return $"{type}.{name}";
        }

        var signature = member.DecodeMethodSignature(this, null);
        return name switch
        {
            ".ctor" when signature.ParameterTypes is ["Object", "IntPtr"] => type, // A delegate is documented as a whole.
            ".ctor" => $"{type}.{ShortName(type)}({string.Join(", ", signature.ParameterTypes)})",
            _ when Accessed(name) is { } property => $"{type}.{property}",
            _ => $"{type}.{name}({string.Join(", ", signature.ParameterTypes)})",
        };
    }

    /// <summary>The page of a type or member below learn.microsoft.com/dotnet/api.</summary>
    public static string PageOf(string name)
    {
        if (name.StartsWith("AdaptiveCards.", StringComparison.Ordinal))
        {
            return "adaptive-cards/templating/sdk";
        }

        // In the SDK these interfaces' plain calls are extension methods.
        var path = name.Split('(')[0]
            .Replace("Connector.IConversations.", "Connector.ConversationsExtensions.", StringComparison.Ordinal)
            .Replace("Teams.ITeamsOperations.", "Teams.TeamsOperationsExtensions.", StringComparison.Ordinal);
        var member = path[(path.LastIndexOf('.') + 1)..];
        var type = path[..Math.Max(0, path.LastIndexOf('.'))];
        return (name.Contains('(') && member == ShortName(type) ? type + ".-ctor" : path).Replace('`', '-').ToLowerInvariant();
    }

    /// <summary>The SDK's own namespace for one of the core's.</summary>
    public static string InSdk(string name) => name
        .Replace("SiteBot.BotFramework.Rest", "Microsoft.Rest", StringComparison.Ordinal)
        .Replace("SiteBot.BotFramework.AdaptiveCards", "AdaptiveCards", StringComparison.Ordinal)
        .Replace("SiteBot.BotFramework", "Microsoft.Bot", StringComparison.Ordinal);

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => reader.GetString(reader.GetTypeDefinition(handle).Name);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => reader.GetString(reader.GetTypeReference(handle).Name);

    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => $"{genericType.Split('`')[0]}<{string.Join(", ", typeArguments)}>";

    public string GetArrayType(string elementType, ArrayShape shape) => elementType + "[]";

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetByReferenceType(string elementType) => "ref " + elementType;

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetFunctionPointerType(MethodSignature<string> signature) => "delegate*";

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetGenericMethodParameter(object? genericContext, int index) => index == 0 ? "T" : "T" + index;

    public string GetGenericTypeParameter(object? genericContext, int index) => index == 0 ? "T" : "T" + index;

    private static string? Accessed(string name) =>
        new[] { "get_", "set_", "add_", "remove_" }.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix ? name[prefix.Length..] : null;

    private static string ShortName(string type) => type[(type.LastIndexOf('.') + 1)..].Split('`')[0];

    private bool IsSdk(TypeReferenceHandle handle)
    {
        var scope = metadata.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsSdk((TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => Array.Exists(Sdk, name => metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name).StartsWith(name, StringComparison.Ordinal)),
            _ => false,
        };
    }

    private string FullName(TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{FullName((TypeReferenceHandle)type.ResolutionScope)}.{name}"
            : InSdk($"{metadata.GetString(type.Namespace)}.{name}");
    }

    /// <summary>The type of which a specification is an instance: its signature is GENERICINST, CLASS or VALUETYPE, then the type.</summary>
    private string? GenericType(TypeSpecificationHandle handle)
    {
        var blob = metadata.GetBlobReader(metadata.GetTypeSpecification(handle).Signature);
        return blob.ReadSignatureTypeCode() == SignatureTypeCode.GenericTypeInstance && blob.ReadByte() is 0x11 or 0x12 ? TypeOf(blob.ReadTypeHandle()) : null;
    }
}
