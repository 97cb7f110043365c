using System.Text.Json;

namespace DatabricksApps.Gradio;

/// <summary>An input: of a call as the snapshot tells it, or of an endpoint as the running app does.</summary>
/// <param name="Name">The name of the Python argument; <c>param_2</c> where the function names none.</param>
/// <param name="Kind">The kind of JSON that it takes, as <see cref="Gen.Gradio.InputKind"/> spells it.</param>
/// <param name="Label">What stands above it on the app's page; null: nothing.</param>
internal readonly record struct GradioParameter(string Name, string Kind, string? Label)
{
    private const string Positional = "param_";

    /// <summary>Gets what the app sends itself where nothing is given; null: the input must be given.</summary>
    public JsonElement? Default { get; init; }

    /// <summary>Gets whether the name says no more than the place, so that the label alone tells the input from others.</summary>
    public bool IsPositional =>
        Name.StartsWith(Positional, StringComparison.Ordinal) && Name.AsSpan(Positional.Length).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Gets how a message names the input.</summary>
    public string Shown => IsPositional && Label is not null ? $"'{Label}' ({Name})" : $"'{Name}'";
}
