using DatabricksApps.Fuzz.ThingsApi;

namespace DatabricksApps.Fuzz.Runtime;

/// <summary>What a call is made with.</summary>
/// <param name="Client">The client.</param>
/// <param name="Options">What the call does differently.</param>
/// <param name="File">The file that is sent, where one is.</param>
/// <param name="Token">Cancels the call.</param>
internal sealed record CallInput(ThingsClient Client, AppRequestOptions Options, AppFile File, CancellationToken Token);

/// <summary>A method of the client.</summary>
/// <param name="Name">Its name, without <c>Async</c>.</param>
/// <param name="Operation">The operation in the document.</param>
/// <param name="IsStreamed">Whether its answer may take as long as it wants.</param>
/// <param name="Run">Calls it; of a stream the result is its items.</param>
internal sealed record ThingCall(string Name, string Operation, bool IsStreamed, Func<CallInput, Task<object?>> Run)
{
    private static readonly Part s_part = new() { Text = "x" };

    /// <summary>Gets the methods whose answer is one value.</summary>
    public static IReadOnlyList<ThingCall> OfValues { get; } =
    [
        Of("ReadThing", "/paths/~1api~1things~1{id}/get", async input => await input.Client.ReadThingAsync("a b", input.Options, input.Token)),
        Of("WriteThing", "/paths/~1api~1things~1{id}/put", async input => await input.Client.WriteThingAsync(
            "x", new Thing { Id = 1, Name = "n", Part = s_part }, input.Options, input.Token)),
        Of("ListThings", "/paths/~1api~1list/get", async input => await input.Client.ListThingsAsync(input.Options, input.Token)),
        Of("MapThings", "/paths/~1api~1map/get", async input => await input.Client.MapThingsAsync(input.Options, input.Token)),
        Of("ReadPair", "/paths/~1api~1pair/get", async input => await input.Client.ReadPairAsync(input.Options, input.Token)),
        Of("ReadShape", "/paths/~1api~1shape/get", async input => await input.Client.ReadShapeAsync(input.Options, input.Token)),
        Of("ReadLoose", "/paths/~1api~1loose/get", async input => await input.Client.ReadLooseAsync(input.Options, input.Token)),
        Of("ReadAny", "/paths/~1api~1any/get", async input => await input.Client.ReadAnyAsync(input.Options, input.Token)),
        Of("ReadMaybe", "/paths/~1api~1maybe/get", async input => await input.Client.ReadMaybeAsync(input.Options, input.Token)),
        Of("ReadNumber", "/paths/~1api~1number/get", async input => await input.Client.ReadNumberAsync(input.Options, input.Token)),
        Of("ReadString", "/paths/~1api~1string/get", async input => await input.Client.ReadStringAsync(input.Options, input.Token)),
        Of("ReadColour", "/paths/~1api~1colour/get", async input => await input.Client.ReadColourAsync(input.Options, input.Token)),
        Of("ReadMoment", "/paths/~1api~1moment/get", async input => await input.Client.ReadMomentAsync(input.Options, input.Token)),
        Of("ReadText", "/paths/~1api~1text/get", async input => await input.Client.ReadTextAsync(input.Options, input.Token)),
        Of("DeleteAll", "/paths/~1api~1nothing/delete", async input =>
        {
            await input.Client.DeleteAllAsync(input.Options, input.Token);
            return null;
        }),
        Of("SendFields", "/paths/~1api~1fields/post", async input => await input.Client.SendFieldsAsync("é ü", 3, input.Options, input.Token)),
        Streamed("ReadFile", "/paths/~1api~1file/get", async input =>
        {
            await using AppFile file = await input.Client.ReadFileAsync(input.Options, input.Token);
            using MemoryStream copy = new();
            await file.CopyToAsync(copy, input.Token);
            return $"{file.FileName} {file.ContentType} {file.Length} {copy.Length}";
        }),
    ];

    /// <summary>Gets the methods that send a file.</summary>
    public static IReadOnlyList<ThingCall> OfFiles { get; } =
    [
        Of("Upload", "/paths/~1api~1upload/post", async input => await input.Client.UploadAsync(input.File, input.Options, input.Token)),
        Of("SendForm", "/paths/~1api~1form/post", async input => await input.Client.SendFormAsync("n", input.File, s_part, [], input.Options, input.Token)),
    ];

    /// <summary>Gets the methods whose answer is a stream of items.</summary>
    public static IReadOnlyList<ThingCall> OfStreams { get; } =
    [
        Streamed("StreamEvents", "/paths/~1api~1events/get", input => AllAsync(input.Client.StreamEventsAsync(input.Options, input.Token))),
        Streamed("StreamTicks", "/paths/~1api~1ticks/get", input => AllAsync(input.Client.StreamTicksAsync(input.Options, input.Token))),
        Streamed("StreamLines", "/paths/~1api~1lines/get", input => AllAsync(input.Client.StreamLinesAsync(input.Options, input.Token))),
    ];

    /// <summary>Gets all methods.</summary>
    public static IReadOnlyList<ThingCall> All { get; } = [.. OfValues, .. OfFiles, .. OfStreams];

    /// <summary>Finds a method; the first if there is none of the name.</summary>
    public static ThingCall Find(string name) => All.FirstOrDefault(call => call.Name == name, All[0]);

    private static ThingCall Of(string name, string operation, Func<CallInput, Task<object?>> run) => new(name, operation, false, run);

    private static ThingCall Streamed(string name, string operation, Func<CallInput, Task<object?>> run) => new(name, operation, true, run);

    // An event that names no kind is a message (WHATWG HTML, 9.2.6).
    private static void CheckEvent(object? item)
    {
        if (item is AppEvent<Part> { EventType: "" } or AppEvent<string> { EventType: "" })
        {
            throw new UsedException("kind of event", new InvalidOperationException("The kind of an event is empty."));
        }
    }

    // Each item is used when it comes: the next one may be the end of the stream.
    private static async Task<object?> AllAsync<T>(IAsyncEnumerable<T> stream)
    {
        int count = 0;
        await foreach (T item in stream)
        {
            Exercise.Use(item);
            CheckEvent(item);
            count++;
        }

        return count;
    }
}
