using System.Text.Json;
using System.Text.Json.Nodes;

namespace SiteBot.Teams.Cards;

/// <summary>Pieces of layout that cards share, so that each look stands once: <c>{"$part": "header"}</c> among a list's items stands for all items of <c>parts/header.json</c>.</summary>
internal sealed class CardParts
{
    private const string Mark = "$part";

    private readonly Dictionary<string, JsonArray> parts;

    private CardParts(Dictionary<string, JsonArray> parts) => this.parts = parts;

    public static CardParts Load(string folder)
    {
        var files = System.IO.Directory.Exists(folder) ? System.IO.Directory.EnumerateFiles(folder, "*.json") : [];
        return new CardParts(files.ToDictionary(
            file => Path.GetFileNameWithoutExtension(file),
            file => Parse(file, File.ReadAllText(file)) as JsonArray ?? throw new CardException($"{Path.GetFileName(file)}: a part is a list of items."),
            StringComparer.Ordinal));
    }

    public string PutInto(string template)
    {
        var root = Parse("the template", template);
        Fill(root);
        return root!.ToJsonString();
    }

    private void Fill(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject item:
                foreach (var (_, value) in item)
                {
                    Fill(value);
                }

                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    if (list[i] is JsonObject item && item[Mark] is { } name)
                    {
                        list.RemoveAt(i);
                        var piece = parts.GetValueOrDefault($"{name}") ?? throw new CardException($"there is no part '{name}'.");
                        for (var at = 0; at < piece.Count; at++)
                        {
                            list.Insert(i + at, piece[at]!.DeepClone());
                        }

                        // A part may name parts: what was put in is looked at next.
                        i--;
                    }
                    else
                    {
                        Fill(list[i]);
                    }
                }

                break;
        }
    }

    private static JsonNode? Parse(string file, string json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException failure)
        {
            throw new CardException($"{Path.GetFileName(file)} is not JSON: {failure.Message}", failure);
        }
    }
}
