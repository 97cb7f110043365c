using DatabricksApps.Generated;

namespace DatabricksApps.Gradio;

/// <summary>An endpoint as the running app has it.</summary>
/// <param name="Name">Its name, without a slash.</param>
/// <param name="Id">The number by which calls name it; another one whenever the app's author adds or moves one.</param>
/// <param name="Inputs">For each value of the data, whether the caller gives it; the app keeps the others.</param>
/// <param name="Outputs">For each value of the answer, whether the caller gets it.</param>
internal sealed record GradioEndpoint(string Name, long Id, IReadOnlyList<bool> Inputs, IReadOnlyList<bool> Outputs)
{
    /// <summary>Tells whether the endpoint takes and gives as many values as the call does.</summary>
    public bool Fits(GradioCall call) =>
        Inputs.Count(isGiven => isGiven) == call.Inputs.Count && Outputs.Count(isGot => isGot) == call.Outputs.Count;
}
