using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>A generated union.</summary>
/// <typeparam name="TSelf">The union itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonUnion<TSelf> : IJsonModel, IJsonModel<TSelf>
    where TSelf : IJsonUnion<TSelf>
{
    /// <summary>Reads a value as a case.</summary>
    /// <param name="number">The case, from 1; 0: none of them, any JSON.</param>
    /// <param name="reader">Stands on the value's first token, and afterwards on its last.</param>
    static abstract TSelf ReadCase(int number, ref Utf8JsonReader reader);

    /// <summary>Tells how well a value fits a case.</summary>
    /// <param name="number">The case, from 1.</param>
    /// <param name="reader">A copy of the reader, which stands on the value's first token.</param>
    static abstract int FitCase(int number, Utf8JsonReader reader);

    /// <summary>Keeps the text of a value that its case writes in another way.</summary>
    /// <param name="value">The value, without its text.</param>
    /// <param name="text">The JSON text.</param>
    static virtual TSelf WithText(TSelf value, string text) => value;
}

/// <summary>Finds the case of a union that a JSON value is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonUnion
{
    /// <summary>What a tag means that several cases have.</summary>
    private const int ByShape = -1;

    private readonly int _caseCount;
    private readonly byte[]? _discriminator;
    private readonly Dictionary<string, int> _tags = new(StringComparer.Ordinal);

    /// <summary>Gets whether a case that its tag names can still be excluded: by other constants, or by the tag's kind of JSON.</summary>
    public bool ChecksConstants { get; init; }

    /// <summary>Makes a union whose cases differ by shape.</summary>
    /// <param name="caseCount">How many cases there are.</param>
    public JsonUnion(int caseCount) => _caseCount = caseCount;

    /// <summary>Makes a union whose cases a property names.</summary>
    /// <param name="caseCount">How many cases there are.</param>
    /// <param name="discriminator">The property.</param>
    /// <param name="tags">The property's values and the case that each means.</param>
    public JsonUnion(int caseCount, ReadOnlySpan<byte> discriminator, params (string Tag, int Case)[] tags)
        : this(caseCount)
    {
        ArgumentNullException.ThrowIfNull(tags);
        _discriminator = discriminator.ToArray();
        foreach ((string tag, int number) in tags)
        {
            // What several cases have is told by the rest of the value.
            _tags[tag] = _tags.TryGetValue(tag, out int other) && other != number ? ByShape : number;
        }
    }

    /// <summary>Reads a value as the case that its discriminator names or its shape fits best, else as any JSON.</summary>
    /// <remarks>A tag decides: a value with one that no case has is none of them, whatever it looks like.</remarks>
    /// <param name="reader">Stands on the value's first token, and afterwards on its last.</param>
    public T Read<T>(ref Utf8JsonReader reader)
        where T : IJsonUnion<T>
    {
        int number = CaseOfTag<T>(reader);
        return number == ByShape ? ReadByShape<T>(ref reader) : T.ReadCase(number, ref reader);
    }

    /// <summary>Tells how well a value fits the best case.</summary>
    /// <param name="reader">A copy of the reader, which stands on the value's first token.</param>
    public int Fit<T>(Utf8JsonReader reader)
        where T : IJsonUnion<T>
    {
        int named = CaseOfTag<T>(reader);
        if (named != ByShape)
        {
            return named > 0 ? JsonFit.Exact : JsonFit.Any;
        }

        int best = JsonFit.Any;
        for (int number = 1; number <= _caseCount; number++)
        {
            best = Math.Max(best, T.FitCase(number, reader));
        }

        return best;
    }

    // 0: the tag is known to none, or the case that it names is excluded; by shape if there is no tag.
    private int CaseOfTag<T>(in Utf8JsonReader reader)
        where T : IJsonUnion<T>
    {
        if (_discriminator is null || !TryReadTag(reader, out string? tag))
        {
            return ByShape;
        }

        int number = _tags.GetValueOrDefault(tag);
        return number > 0 && ChecksConstants && T.FitCase(number, reader) == JsonFit.Never ? 0 : number;
    }

    private T ReadByShape<T>(ref Utf8JsonReader reader)
        where T : IJsonUnion<T>
    {
        Span<int> fits = _caseCount <= 64 ? stackalloc int[_caseCount] : new int[_caseCount];
        for (int i = 0; i < fits.Length; i++)
        {
            fits[i] = T.FitCase(i + 1, reader);
        }

        while (TakeBest(fits, out int fit) is var best and > 0)
        {
            Utf8JsonReader attempt = reader;
            bool wasOff = Leniency.TurnOff(true);
            try
            {
                T value = T.ReadCase(best, ref attempt);
                if (JsonFit.IsSpelledOtherwise(fit))
                {
                    Utf8JsonReader start = reader;
                    value = T.WithText(value, JsonElement.ParseValue(ref start).GetRawText());
                }

                reader = attempt;
                return value;
            }
            catch (Exception exception) when (exception is JsonFault or InvalidOperationException)
            {
                // The names fitted and a value, or the text of a string, did not: another case may still.
            }
            finally
            {
                Leniency.TurnOff(wasOff);
            }
        }

        return T.ReadCase(0, ref reader);
    }

    private static int TakeBest(Span<int> fits, out int best)
    {
        int number = 0;
        best = JsonFit.None;
        for (int i = 0; i < fits.Length; i++)
        {
            if (fits[i] > best)
            {
                best = fits[i];
                number = i + 1;
            }
        }

        if (number > 0)
        {
            fits[number - 1] = JsonFit.None;
        }

        return number;
    }

    private bool TryReadTag(Utf8JsonReader reader, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? tag)
    {
        tag = null;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isTag = LenientText.Equals(reader, _discriminator);
            reader.Read();
            if (isTag)
            {
                tag = reader.TokenType switch
                {
                    JsonTokenType.String => LenientText.Read(reader),
                    JsonTokenType.Number => NumberTag(reader),
                    JsonTokenType.True => "true",
                    JsonTokenType.False => "false",
                    _ => null,
                };
                return tag is not null;
            }

            reader.TrySkip();
        }

        return false;
    }

    // 1.0 is 1, as in JSON Schema.
    private static string NumberTag(in Utf8JsonReader reader) => IntegerText.TryRead(reader, out BigInteger value)
        ? value.ToString(CultureInfo.InvariantCulture)
        : Encoding.ASCII.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
}
