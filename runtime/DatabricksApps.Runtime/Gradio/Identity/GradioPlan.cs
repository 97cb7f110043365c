using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Generated;

namespace DatabricksApps.Gradio;

/// <summary>Where the values of a call go in an endpoint of the running app, and its outputs in the result.</summary>
/// <remarks>
/// Inputs are found by their names, so that their order does not matter; where the function names none, by their labels.
/// Outputs have no names: one is known by its label, of which its member's name is made, and the others by their order.
/// </remarks>
internal sealed class GradioPlan
{
    private GradioPlan(GradioEndpoint endpoint, int[] inputs, int[] outputs)
    {
        Endpoint = endpoint;
        Inputs = inputs;
        Outputs = outputs;
    }

    public GradioEndpoint Endpoint { get; }

    /// <summary>Gets for each input of the endpoint which one of the call it is.</summary>
    public IReadOnlyList<int> Inputs { get; }

    /// <summary>Gets for each output of the call which one of the endpoint it is.</summary>
    public IReadOnlyList<int> Outputs { get; }

    /// <summary>Finds the place of everything.</summary>
    /// <param name="call">The call, as the snapshot has it.</param>
    /// <param name="endpoint">The endpoint, as the app has it.</param>
    /// <param name="changes">What is other than in the snapshot, so that nothing may be sent; empty: nothing.</param>
    public static GradioPlan Of(GradioCall call, GradioEndpoint endpoint, out IReadOnlyList<string> changes)
    {
        List<string> found = [];
        int[] inputs = Match(call, endpoint, found);
        int taken = endpoint.Inputs.Count(isGiven => isGiven);
        int returned = endpoint.Outputs.Count(isGot => isGot);
        if (taken != endpoint.Parameters.Count)
        {
            found.Add($"it takes {taken} values, and names {endpoint.Parameters.Count}");
        }

        if (returned != call.Outputs.Count || returned != endpoint.Labels.Count)
        {
            found.Add($"it returns {returned} values, not {call.Outputs.Count}");
        }

        changes = found;
        return new GradioPlan(endpoint, inputs, found.Count > 0 ? [] : MatchOutputs(call.Outputs, endpoint.Labels));
    }

    private static int[] Match(GradioCall call, GradioEndpoint endpoint, List<string> changes)
    {
        int[] inputs = new int[endpoint.Parameters.Count];
        Array.Fill(inputs, -1);
        for (int i = 0; i < call.Inputs.Count; i++)
        {
            GradioParameter told = call.Inputs[i].Parameter;
            int place = Find(told, call, endpoint.Parameters);
            if (place < 0)
            {
                changes.Add($"{told.Shown} is gone");
                continue;
            }

            inputs[place] = i;
            GradioParameter now = endpoint.Parameters[place];
            if (now.Kind != told.Kind)
            {
                changes.Add($"{told.Shown} takes {now.Kind}, not {told.Kind}");
            }
            else if (call.Inputs[i].IsOmitted && now.Default is null)
            {
                changes.Add($"{told.Shown} has no default, and must be given");
            }
        }

        changes.AddRange(endpoint.Parameters.Where((_, i) => inputs[i] < 0).Select(parameter => $"{parameter.Shown} is new"));
        return inputs;
    }

    private static int Find(GradioParameter told, GradioCall call, IReadOnlyList<GradioParameter> parameters)
    {
        if (!told.IsPositional)
        {
            return IndexOf(parameters, parameter => parameter.Name == told.Name);
        }

        bool isLabelled = call.Inputs.Count(input => IsSame(input.Parameter, told)) == 1 && parameters.Count(parameter => IsSame(parameter, told)) == 1;
        return IndexOf(parameters, parameter => IsSame(parameter, told) && (isLabelled || parameter.Name == told.Name));
    }

    private static bool IsSame(GradioParameter parameter, GradioParameter told) => parameter.IsPositional && parameter.Label == told.Label;

    private static int[] MatchOutputs(IReadOnlyList<string> names, IReadOnlyList<string?> labels)
    {
        string[] labelled = [.. labels.Select(label => Words.Camel(Words.Pascal(label ?? "")))];
        int[] outputs = [.. names.Select(name => labelled.Count(label => label == name) == 1 ? Array.IndexOf(labelled, name) : -1)];
        Queue<int> left = new(Enumerable.Range(0, labels.Count).Except(outputs));
        return [.. outputs.Select(place => place < 0 ? left.Dequeue() : place)];
    }

    private static int IndexOf(IReadOnlyList<GradioParameter> parameters, Func<GradioParameter, bool> isIt)
    {
        for (int i = 0; i < parameters.Count; i++)
        {
            if (isIt(parameters[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
