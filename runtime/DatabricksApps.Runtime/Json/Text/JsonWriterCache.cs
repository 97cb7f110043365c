using System.Buffers;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>Keeps one writer a thread, since a writer costs more than a small body.</summary>
internal static class JsonWriterCache
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Encoder = JsonText.Encoder,
        MaxDepth = Http.JsonLimits.MaxWrittenDepth,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static Utf8JsonWriter? t_writer;

    /// <summary>Takes the thread's writer.</summary>
    public static Lease Rent(IBufferWriter<byte> output)
    {
        Utf8JsonWriter? writer = t_writer;
        t_writer = null;
        if (writer is null)
        {
            writer = new Utf8JsonWriter(output, s_options);
        }
        else
        {
            writer.Reset(output);
        }

        return new Lease(writer);
    }

    /// <summary>A writer in use; one that is not returned, after an exception, is left to the collector.</summary>
    internal readonly struct Lease(Utf8JsonWriter writer)
    {
        public Utf8JsonWriter Writer => writer;

        /// <summary>Flushes and gives the writer back.</summary>
        public void Return()
        {
            writer.Flush();
            writer.Reset();
            t_writer = writer;
        }
    }
}
