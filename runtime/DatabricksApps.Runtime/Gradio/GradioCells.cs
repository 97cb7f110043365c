using System.Buffers;
using System.Globalization;
using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps;

/// <summary>Makes and reads the cells of a Gradio app's tables, which are JSON: text, numbers, Booleans and null.</summary>
public static class GradioCells
{
    /// <summary>Makes a row, or the headers: <c>GradioCells.Row("Ada", 36, null)</c>.</summary>
    /// <param name="cells">The cells: null, texts, numbers, Booleans, dates, <see cref="JsonElement"/>. A number that is none is null.</param>
    /// <exception cref="ArgumentException">A cell is of another type.</exception>
    public static IReadOnlyList<JsonElement> Row(params object?[] cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { Encoder = JsonText.Encoder }))
        {
            writer.WriteStartArray();
            foreach (object? cell in cells)
            {
                Write(writer, cell);
            }

            writer.WriteEndArray();
        }

        using JsonDocument row = JsonDocument.Parse(buffer.WrittenMemory);
        return [.. row.RootElement.Clone().EnumerateArray()];
    }

    /// <summary>Reads a cell as text: a string, and the JSON of anything else.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>The text; null: the cell is empty.</returns>
    public static string? Text(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => cell.GetString(),
        _ => cell.GetRawText(),
    };

    /// <summary>Reads a cell as a number, also from text.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>The number; null: the cell is empty, or none.</returns>
    public static double? Number(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Number when cell.TryGetDouble(out double number) => number,
        JsonValueKind.String when double.TryParse(cell.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => number,
        _ => null,
    };

    /// <summary>Reads a cell as true or false, also from text.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>The value; null: the cell is empty, or neither.</returns>
    public static bool? Boolean(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(cell.GetString(), out bool value) => value,
        _ => null,
    };

    private static void Write(Utf8JsonWriter writer, object? cell)
    {
        switch (cell)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case double number when !double.IsFinite(number): writer.WriteNullValue(); break;
            case float number when !float.IsFinite(number): writer.WriteNullValue(); break;
            case double number: writer.WriteNumberValue(number); break;
            case float number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case ulong number: writer.WriteNumberValue(number); break;
            case sbyte or byte or short or ushort or int or uint or long: writer.WriteNumberValue(Convert.ToInt64(cell, CultureInfo.InvariantCulture)); break;
            case DateTime time: writer.WriteStringValue(time); break;
            case DateTimeOffset time: writer.WriteStringValue(time); break;
            case DateOnly date: writer.WriteStringValue(date.ToString("O", CultureInfo.InvariantCulture)); break;
            case Guid id: writer.WriteStringValue(id); break;
            case JsonElement json: AnyJson.Write(writer, json); break;
            default: throw new ArgumentException($"A cell is null, a text, a number, a Boolean, a date or JSON, not {cell.GetType().Name}.", nameof(cell));
        }
    }
}
