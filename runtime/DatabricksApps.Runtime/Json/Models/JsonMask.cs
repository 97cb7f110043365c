using System.Buffers;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>Knows the writer whose text is for people, in which secrets are masked at any depth.</summary>
internal static class JsonMask
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Encoder = JsonText.Encoder,
        MaxDepth = Http.JsonLimits.MaxWrittenDepth,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static Utf8JsonWriter? t_masking;

    /// <summary>Gets what stands in a secret's place.</summary>
    public static ReadOnlySpan<byte> Mask => "***"u8;

    public static bool Masks(Utf8JsonWriter writer) => ReferenceEquals(t_masking, writer);

    public static Scope Begin(IBufferWriter<byte> output, out Utf8JsonWriter writer)
    {
        writer = new Utf8JsonWriter(output, s_options);
        Scope scope = new(writer, t_masking);
        t_masking = writer;
        return scope;
    }

    /// <summary>Ends the writing.</summary>
    internal readonly struct Scope(Utf8JsonWriter writer, Utf8JsonWriter? outer) : IDisposable
    {
        public void Dispose()
        {
            t_masking = outer;
            writer.Dispose();
        }
    }
}
