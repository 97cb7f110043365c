using System.ComponentModel;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>JSON arrays of two items.</summary>
/// <typeparam name="T1">The first item's C# type.</typeparam>
/// <typeparam name="TJson1">Its JSON.</typeparam>
/// <typeparam name="T2">The second item's C# type.</typeparam>
/// <typeparam name="TJson2">Its JSON.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TupleJson<T1, TJson1, T2, TJson2> : IJson<(T1, T2)>
    where TJson1 : IJson<T1>
    where TJson2 : IJson<T2>
{
    /// <inheritdoc/>
    public static (T1, T2) Read(ref Utf8JsonReader reader)
    {
        TupleReader items = new(reader, 2);
        (T1, T2) value = (
            items.Next<T1, TJson1>(ref reader),
            items.Next<T2, TJson2>(ref reader));
        items.End(ref reader);
        return value;
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, (T1, T2) value)
    {
        writer.WriteStartArray();
        TJson1.Write(writer, value.Item1);
        TJson2.Write(writer, value.Item2);
        writer.WriteEndArray();
    }

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader)
    {
        JsonArrayFit items = new(reader);
        items.Next<T1, TJson1>(ref reader);
        items.Next<T2, TJson2>(ref reader);
        return items.End(ref reader);
    }
}

/// <summary>JSON arrays of three items.</summary>
/// <typeparam name="T1">The first item's C# type.</typeparam>
/// <typeparam name="TJson1">Its JSON.</typeparam>
/// <typeparam name="T2">The second item's C# type.</typeparam>
/// <typeparam name="TJson2">Its JSON.</typeparam>
/// <typeparam name="T3">The third item's C# type.</typeparam>
/// <typeparam name="TJson3">Its JSON.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TupleJson<T1, TJson1, T2, TJson2, T3, TJson3> : IJson<(T1, T2, T3)>
    where TJson1 : IJson<T1>
    where TJson2 : IJson<T2>
    where TJson3 : IJson<T3>
{
    /// <inheritdoc/>
    public static (T1, T2, T3) Read(ref Utf8JsonReader reader)
    {
        TupleReader items = new(reader, 3);
        (T1, T2, T3) value = (
            items.Next<T1, TJson1>(ref reader),
            items.Next<T2, TJson2>(ref reader),
            items.Next<T3, TJson3>(ref reader));
        items.End(ref reader);
        return value;
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, (T1, T2, T3) value)
    {
        writer.WriteStartArray();
        TJson1.Write(writer, value.Item1);
        TJson2.Write(writer, value.Item2);
        TJson3.Write(writer, value.Item3);
        writer.WriteEndArray();
    }

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader)
    {
        JsonArrayFit items = new(reader);
        items.Next<T1, TJson1>(ref reader);
        items.Next<T2, TJson2>(ref reader);
        items.Next<T3, TJson3>(ref reader);
        return items.End(ref reader);
    }
}

/// <summary>JSON arrays of four items.</summary>
/// <typeparam name="T1">The first item's C# type.</typeparam>
/// <typeparam name="TJson1">Its JSON.</typeparam>
/// <typeparam name="T2">The second item's C# type.</typeparam>
/// <typeparam name="TJson2">Its JSON.</typeparam>
/// <typeparam name="T3">The third item's C# type.</typeparam>
/// <typeparam name="TJson3">Its JSON.</typeparam>
/// <typeparam name="T4">The fourth item's C# type.</typeparam>
/// <typeparam name="TJson4">Its JSON.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TupleJson<T1, TJson1, T2, TJson2, T3, TJson3, T4, TJson4> : IJson<(T1, T2, T3, T4)>
    where TJson1 : IJson<T1>
    where TJson2 : IJson<T2>
    where TJson3 : IJson<T3>
    where TJson4 : IJson<T4>
{
    /// <inheritdoc/>
    public static (T1, T2, T3, T4) Read(ref Utf8JsonReader reader)
    {
        TupleReader items = new(reader, 4);
        (T1, T2, T3, T4) value = (
            items.Next<T1, TJson1>(ref reader),
            items.Next<T2, TJson2>(ref reader),
            items.Next<T3, TJson3>(ref reader),
            items.Next<T4, TJson4>(ref reader));
        items.End(ref reader);
        return value;
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, (T1, T2, T3, T4) value)
    {
        writer.WriteStartArray();
        TJson1.Write(writer, value.Item1);
        TJson2.Write(writer, value.Item2);
        TJson3.Write(writer, value.Item3);
        TJson4.Write(writer, value.Item4);
        writer.WriteEndArray();
    }

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader)
    {
        JsonArrayFit items = new(reader);
        items.Next<T1, TJson1>(ref reader);
        items.Next<T2, TJson2>(ref reader);
        items.Next<T3, TJson3>(ref reader);
        items.Next<T4, TJson4>(ref reader);
        return items.End(ref reader);
    }
}
