using System.Text.Json.Serialization;

namespace SiteBot.Tokens;

/// <summary>The part of an OpenID document that leads to the keys.</summary>
internal sealed record OpenIdMetadata([property: JsonPropertyName("jwks_uri")] string? JwksUri);

/// <summary>The part of a key set that the Bot Framework adds to the standard.</summary>
internal sealed record OpenIdKeySet([property: JsonPropertyName("keys")] IReadOnlyList<EndorsedKey>? Keys);

/// <summary>A key's id and the channels it is good for.</summary>
internal sealed record EndorsedKey([property: JsonPropertyName("kid")] string? Kid, [property: JsonPropertyName("endorsements")] IReadOnlyList<string>? Endorsements);

[JsonSerializable(typeof(OpenIdMetadata))]
[JsonSerializable(typeof(OpenIdKeySet))]
internal sealed partial class OpenIdJson : JsonSerializerContext;
