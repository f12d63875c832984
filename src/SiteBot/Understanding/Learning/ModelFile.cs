using System.Collections.Frozen;
using SiteBot.Reading;

namespace SiteBot.Understanding.Learning;

/// <summary>
/// What was learnt from <c>dialogs/language</c> when SiteBot was built: the classifiers, and how to weigh the rankers of an answer. One file; nothing is
/// learnt while SiteBot runs.
/// </summary>
internal sealed class ModelFile
{
    private const uint Mark = 0x324d4253;
    private readonly FrozenDictionary<string, LinearModel> models;
    private readonly FrozenDictionary<string, float[]> numbers;
    private readonly string source;
    private readonly string[] words;
    private readonly byte[] index;

    /// <summary>Puts together what was learnt.</summary>
    /// <param name="models">The classifiers.</param>
    /// <param name="numbers">Learnt numbers, by name.</param>
    /// <param name="source">Of which files, as <see cref="LearntSource"/> names them.</param>
    /// <param name="words">The words of those files.</param>
    /// <param name="index">The index of their questions, as it writes itself.</param>
    public ModelFile(IEnumerable<LinearModel> models, IReadOnlyDictionary<string, float[]> numbers, string source, IEnumerable<string> words, byte[] index)
    {
        (this.source, this.words, this.index) = (source, [.. words], index);
        this.models = models.ToFrozenDictionary(model => model.Name, StringComparer.Ordinal);
        this.numbers = numbers.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The model's name beside the folder of the dialogs.</summary>
    public const string Name = "language.model";

    /// <summary>A classifier.</summary>
    public LinearModel Model(string name) => models[name];

    /// <summary>Learnt numbers, such as the weights of the rankers.</summary>
    public float[] Numbers(string name) => numbers[name];

    /// <summary>The words and the index of the files it was learnt of; null where these are not the files of <paramref name="now"/> any more.</summary>
    public (IReadOnlyCollection<string> Words, byte[] Index)? Of(string now) => source == now ? (words, index) : null;

    /// <summary>Writes the file; the same content gives the same bytes.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        writer.Write(Mark);
        writer.Write(models.Count);
        foreach (var model in models.Values.OrderBy(model => model.Name, StringComparer.Ordinal))
        {
            model.Write(writer);
        }

        writer.Write(numbers.Count);
        foreach (var (name, values) in numbers.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.Write(name);
            writer.Write(values.Length);
            Array.ForEach(values, writer.Write);
        }

        writer.Write(source);
        writer.Write(string.Join('\n', words));
        writer.Write(index.Length);
        writer.Write(index);
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="FaultyFileException">It is not there, or no model of this version.</exception>
    public static ModelFile Load(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            using var reader = new BinaryReader(new MemoryStream(bytes));
            if (reader.ReadUInt32() != Mark)
            {
                throw new InvalidDataException("it does not begin as one");
            }

            var at = 8;
            var models = new LinearModel[reader.ReadInt32()];
            for (var i = 0; i < models.Length; i++)
            {
                models[i] = LinearModel.Read(bytes, ref at);
            }

            reader.BaseStream.Position = at;
            var numbers = new Dictionary<string, float[]>(StringComparer.Ordinal);
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                var name = reader.ReadString();
                var values = new float[reader.ReadInt32()];
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = reader.ReadSingle();
                }

                numbers[name] = values;
            }

            return new ModelFile(models, numbers, reader.ReadString(), reader.ReadString().Split('\n'), reader.ReadBytes(reader.ReadInt32()));
        }
        catch (Exception e) when (e is IOException or InvalidDataException or ArgumentException or UnauthorizedAccessException or IndexOutOfRangeException)
        {
            throw new FaultyFileException([new Fault(path, 0, $"this is no language model: {e.Message}; build SiteBot again.")]);
        }
    }
}
