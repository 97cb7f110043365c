using System.ComponentModel;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>A value type or null.</summary>
/// <typeparam name="T">The C# type.</typeparam>
/// <typeparam name="TJson">Its JSON.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NullableJson<T, TJson> : IJson<T?>
    where T : struct
    where TJson : IJson<T>
{
    /// <inheritdoc/>
    public static T? Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : TJson.Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, T? value)
    {
        if (value is { } item)
        {
            TJson.Write(writer, item);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? JsonFit.Exact : TJson.Fit(reader);
}

/// <summary>An object of a class or null.</summary>
/// <typeparam name="T">The C# type.</typeparam>
/// <typeparam name="TJson">Its JSON.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ReferenceOrNullJson<T, TJson> : IJson<T?>
    where T : class
    where TJson : IJson<T>
{
    /// <inheritdoc/>
    public static T? Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : TJson.Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, T? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            TJson.Write(writer, value);
        }
    }

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? JsonFit.Exact : TJson.Fit(reader);
}
