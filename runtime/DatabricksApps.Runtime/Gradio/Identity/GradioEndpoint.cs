namespace DatabricksApps.Gradio;

/// <summary>An endpoint as the running app has it.</summary>
/// <param name="Name">Its name, without a slash.</param>
/// <param name="Id">The number by which calls name it; another one whenever the app's author adds or moves one.</param>
/// <param name="Inputs">For each value of the data, whether the caller gives it; the app keeps the others.</param>
/// <param name="Outputs">For each value of the answer, whether the caller gets it.</param>
internal sealed record GradioEndpoint(string Name, long Id, IReadOnlyList<bool> Inputs, IReadOnlyList<bool> Outputs)
{
    /// <summary>Gets whether it uses or sets what the app keeps from call to call (<c>gr.State</c>).</summary>
    public required bool KeepsState { get; init; }

    /// <summary>Gets the inputs that callers give, in their order.</summary>
    public required IReadOnlyList<GradioParameter> Parameters { get; init; }

    /// <summary>Gets the labels of the outputs that callers get, in their order.</summary>
    public required IReadOnlyList<string?> Labels { get; init; }
}
