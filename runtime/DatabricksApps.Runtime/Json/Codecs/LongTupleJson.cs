using System.ComponentModel;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>JSON arrays of five items.</summary>
/// <typeparam name="T1">The first item's C# type.</typeparam>
/// <typeparam name="TJson1">Its JSON.</typeparam>
/// <typeparam name="T2">The second item's C# type.</typeparam>
/// <typeparam name="TJson2">Its JSON.</typeparam>
/// <typeparam name="T3">The third item's C# type.</typeparam>
/// <typeparam name="TJson3">Its JSON.</typeparam>
/// <typeparam name="T4">The fourth item's C# type.</typeparam>
/// <typeparam name="TJson4">Its JSON.</typeparam>
/// <typeparam name="T5">The fifth item's C# type.</typeparam>
/// <typeparam name="TJson5">Its JSON.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TupleJson<T1, TJson1, T2, TJson2, T3, TJson3, T4, TJson4, T5, TJson5> : IJson<(T1, T2, T3, T4, T5)>
    where TJson1 : IJson<T1>
    where TJson2 : IJson<T2>
    where TJson3 : IJson<T3>
    where TJson4 : IJson<T4>
    where TJson5 : IJson<T5>
{
    /// <inheritdoc/>
    public static (T1, T2, T3, T4, T5) Read(ref Utf8JsonReader reader)
    {
        TupleReader items = new(reader, 5);
        (T1, T2, T3, T4, T5) value = (
            items.Next<T1, TJson1>(ref reader),
            items.Next<T2, TJson2>(ref reader),
            items.Next<T3, TJson3>(ref reader),
            items.Next<T4, TJson4>(ref reader),
            items.Next<T5, TJson5>(ref reader));
        items.End(ref reader);
        return value;
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, (T1, T2, T3, T4, T5) value)
    {
        writer.WriteStartArray();
        TJson1.Write(writer, value.Item1);
        TJson2.Write(writer, value.Item2);
        TJson3.Write(writer, value.Item3);
        TJson4.Write(writer, value.Item4);
        TJson5.Write(writer, value.Item5);
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
        items.Next<T5, TJson5>(ref reader);
        return items.End(ref reader);
    }
}

/// <summary>JSON arrays of six items.</summary>
/// <typeparam name="T1">The first item's C# type.</typeparam>
/// <typeparam name="TJson1">Its JSON.</typeparam>
/// <typeparam name="T2">The second item's C# type.</typeparam>
/// <typeparam name="TJson2">Its JSON.</typeparam>
/// <typeparam name="T3">The third item's C# type.</typeparam>
/// <typeparam name="TJson3">Its JSON.</typeparam>
/// <typeparam name="T4">The fourth item's C# type.</typeparam>
/// <typeparam name="TJson4">Its JSON.</typeparam>
/// <typeparam name="T5">The fifth item's C# type.</typeparam>
/// <typeparam name="TJson5">Its JSON.</typeparam>
/// <typeparam name="T6">The sixth item's C# type.</typeparam>
/// <typeparam name="TJson6">Its JSON.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TupleJson<T1, TJson1, T2, TJson2, T3, TJson3, T4, TJson4, T5, TJson5, T6, TJson6> : IJson<(T1, T2, T3, T4, T5, T6)>
    where TJson1 : IJson<T1>
    where TJson2 : IJson<T2>
    where TJson3 : IJson<T3>
    where TJson4 : IJson<T4>
    where TJson5 : IJson<T5>
    where TJson6 : IJson<T6>
{
    /// <inheritdoc/>
    public static (T1, T2, T3, T4, T5, T6) Read(ref Utf8JsonReader reader)
    {
        TupleReader items = new(reader, 6);
        (T1, T2, T3, T4, T5, T6) value = (
            items.Next<T1, TJson1>(ref reader),
            items.Next<T2, TJson2>(ref reader),
            items.Next<T3, TJson3>(ref reader),
            items.Next<T4, TJson4>(ref reader),
            items.Next<T5, TJson5>(ref reader),
            items.Next<T6, TJson6>(ref reader));
        items.End(ref reader);
        return value;
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, (T1, T2, T3, T4, T5, T6) value)
    {
        writer.WriteStartArray();
        TJson1.Write(writer, value.Item1);
        TJson2.Write(writer, value.Item2);
        TJson3.Write(writer, value.Item3);
        TJson4.Write(writer, value.Item4);
        TJson5.Write(writer, value.Item5);
        TJson6.Write(writer, value.Item6);
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
        items.Next<T5, TJson5>(ref reader);
        items.Next<T6, TJson6>(ref reader);
        return items.End(ref reader);
    }
}

/// <summary>JSON arrays of seven items.</summary>
/// <typeparam name="T1">The first item's C# type.</typeparam>
/// <typeparam name="TJson1">Its JSON.</typeparam>
/// <typeparam name="T2">The second item's C# type.</typeparam>
/// <typeparam name="TJson2">Its JSON.</typeparam>
/// <typeparam name="T3">The third item's C# type.</typeparam>
/// <typeparam name="TJson3">Its JSON.</typeparam>
/// <typeparam name="T4">The fourth item's C# type.</typeparam>
/// <typeparam name="TJson4">Its JSON.</typeparam>
/// <typeparam name="T5">The fifth item's C# type.</typeparam>
/// <typeparam name="TJson5">Its JSON.</typeparam>
/// <typeparam name="T6">The sixth item's C# type.</typeparam>
/// <typeparam name="TJson6">Its JSON.</typeparam>
/// <typeparam name="T7">The seventh item's C# type.</typeparam>
/// <typeparam name="TJson7">Its JSON.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TupleJson<T1, TJson1, T2, TJson2, T3, TJson3, T4, TJson4, T5, TJson5, T6, TJson6, T7, TJson7> : IJson<(T1, T2, T3, T4, T5, T6, T7)>
    where TJson1 : IJson<T1>
    where TJson2 : IJson<T2>
    where TJson3 : IJson<T3>
    where TJson4 : IJson<T4>
    where TJson5 : IJson<T5>
    where TJson6 : IJson<T6>
    where TJson7 : IJson<T7>
{
    /// <inheritdoc/>
    public static (T1, T2, T3, T4, T5, T6, T7) Read(ref Utf8JsonReader reader)
    {
        TupleReader items = new(reader, 7);
        (T1, T2, T3, T4, T5, T6, T7) value = (
            items.Next<T1, TJson1>(ref reader),
            items.Next<T2, TJson2>(ref reader),
            items.Next<T3, TJson3>(ref reader),
            items.Next<T4, TJson4>(ref reader),
            items.Next<T5, TJson5>(ref reader),
            items.Next<T6, TJson6>(ref reader),
            items.Next<T7, TJson7>(ref reader));
        items.End(ref reader);
        return value;
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, (T1, T2, T3, T4, T5, T6, T7) value)
    {
        writer.WriteStartArray();
        TJson1.Write(writer, value.Item1);
        TJson2.Write(writer, value.Item2);
        TJson3.Write(writer, value.Item3);
        TJson4.Write(writer, value.Item4);
        TJson5.Write(writer, value.Item5);
        TJson6.Write(writer, value.Item6);
        TJson7.Write(writer, value.Item7);
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
        items.Next<T5, TJson5>(ref reader);
        items.Next<T6, TJson6>(ref reader);
        items.Next<T7, TJson7>(ref reader);
        return items.End(ref reader);
    }
}
