using System.ComponentModel;
using System.Text.Json;
using DatabricksApps.Gradio;

namespace DatabricksApps.Generated;

/// <summary>A call of a Gradio endpoint: its inputs as the snapshot names them, without those that the server keeps.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GradioCall
{
    private readonly List<Input> _inputs = [];

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

    internal IReadOnlyList<Input> Inputs => _inputs;

    /// <summary>Adds an input.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="kind">The kind of JSON that it takes.</param>
    /// <param name="value">The value.</param>
    /// <param name="label">Its label, where the name says no more than the place.</param>
    public void Add<T, TJson>(string name, string kind, T value, string? label = null)
        where TJson : IJson<T> => _inputs.Add(new Input(new GradioParameter(name, kind, label), writer =>
        {
            if (value is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                TJson.Write(writer, value);
            }
        }));

    /// <summary>Adds an input that may be left out: then what the running app tells as its default is sent.</summary>
    /// <inheritdoc cref="Add{T, TJson}(string, string, T, string?)"/>
    public void AddOptional<T, TJson>(string name, string kind, GradioInput<T> value, string? label = null)
        where TJson : IJson<T>
    {
        if (value.IsGiven)
        {
            Add<T, TJson>(name, kind, value.Value, label);
        }
        else
        {
            _inputs.Add(new Input(new GradioParameter(name, kind, label), null));
        }
    }

    /// <summary>An input of a call.</summary>
    /// <param name="Parameter">What the snapshot tells of it.</param>
    /// <param name="Write">Writes the value; null: none is given.</param>
    internal readonly record struct Input(GradioParameter Parameter, Action<Utf8JsonWriter>? Write)
    {
        /// <summary>Gets whether the app's own default is to be sent.</summary>
        public bool IsOmitted => Write is null;
    }
}
