using System.Buffers;
using System.Text.Json;
using DatabricksApps.Benchmarks.Hand;
using DatabricksApps.Benchmarks.ItemsApi;
using DatabricksApps.Benchmarks.Peers;
using DatabricksApps.Generated;

namespace DatabricksApps.Benchmarks;

/// <summary>The JSON of the models alone: System.Text.Json's source generator, NSwag's models by reflection, ours.</summary>
internal static class Models
{
    private static readonly JsonSerializerOptions s_reflection = new();
    private static readonly ArrayBufferWriter<byte> s_buffer = new(4096);
    private static readonly Utf8JsonWriter s_writer = new(s_buffer);

    public static (string Client, Func<Task>? Run)[] ReadOne() =>
    [
        ("hand", () => Done(JsonSerializer.Deserialize(Payload.One, HandJson.Default.HandItem))),
        ("NSwag", () => Done(JsonSerializer.Deserialize<NSwag.Item>(Payload.One, s_reflection))),
        ("ours", () =>
        {
            Utf8JsonReader reader = new(Payload.One);
            reader.Read();
            return Done(ModelJson<Item>.Read(ref reader));
        }),
    ];

    public static (string Client, Func<Task>? Run)[] ReadMany() =>
    [
        ("hand", () => Done(JsonSerializer.Deserialize(Payload.List, HandJson.Default.ListHandItem))),
        ("NSwag", () => Done(JsonSerializer.Deserialize<List<NSwag.Item>>(Payload.List, s_reflection))),
        ("ours", () =>
        {
            Utf8JsonReader reader = new(Payload.List);
            reader.Read();
            return Done(ListJson<Item, ModelJson<Item>>.Read(ref reader));
        }),
    ];

    public static (string Client, Func<Task>? Run)[] WriteOne() =>
    [
        ("hand", () => Write(static () => JsonSerializer.Serialize(s_writer, HandCalls.Item, HandJson.Default.HandItem))),
        ("NSwag", () => Write(static () => JsonSerializer.Serialize(s_writer, NSwagCalls.Item, s_reflection))),
        ("ours", () => Write(static () => GeneratedCalls.Item.WriteTo(s_writer))),
    ];

    private static Task Write(Action write)
    {
        s_buffer.ResetWrittenCount();
        s_writer.Reset();
        write();
        s_writer.Flush();
        return Task.CompletedTask;
    }

    private static Task Done(object? value)
    {
        GC.KeepAlive(value);
        return Task.CompletedTask;
    }
}
