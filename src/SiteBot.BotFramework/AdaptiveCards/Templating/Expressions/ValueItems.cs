using System.Text.Json;

namespace AdaptiveCards.Templating.Expressions;

/// <summary>The items of an array, wherever it lives, for one foreach.</summary>
internal struct ValueItems
{
    private readonly Value[]? values;
    private JsonElement.ArrayEnumerator elements;
    private int next;

    public ValueItems(Value[] values)
    {
        this.values = values;
    }

    public ValueItems(JsonElement array)
    {
        elements = array.EnumerateArray();
    }

    public Value Current { get; private set; }

    public readonly ValueItems GetEnumerator() => this;

    public bool MoveNext()
    {
        if (values is null ? !elements.MoveNext() : next == values.Length)
        {
            return false;
        }

        Current = values is null ? Value.From(elements.Current) : values[next++];
        return true;
    }
}
