using System.ComponentModel;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>A call of a Gradio endpoint: its inputs in the app's order, without those that the server keeps.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GradioCall
{
    private readonly List<Action<Utf8JsonWriter>> _inputs = [];

    /// <summary>Initializes a call.</summary>
    /// <param name="endpoint">The endpoint's name, such as <c>/greet</c>.</param>
    /// <param name="outputs">The names of the outputs; several make the result an object with these members.</param>
    public GradioCall(string endpoint, params string[] outputs)
    {
        Endpoint = endpoint;
        Outputs = outputs;
    }

    /// <summary>Gets the endpoint's name.</summary>
    public string Endpoint { get; }

    internal IReadOnlyList<string> Outputs { get; }

    internal IReadOnlyList<Action<Utf8JsonWriter>> Inputs => _inputs;

    /// <summary>Adds the next input.</summary>
    /// <param name="value">The value.</param>
    /// <param name="defaultJson">What is sent for null; null: null itself.</param>
    public void Add<T, TJson>(T value, string? defaultJson = null)
        where TJson : IJson<T> => _inputs.Add(writer =>
        {
            if (value is null && defaultJson is not null)
            {
                // The generator's own text; the writer's check would stop at a depth of 64.
                writer.WriteRawValue(defaultJson, skipInputValidation: true);
            }
            else if (value is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                TJson.Write(writer, value);
            }
        });
}
