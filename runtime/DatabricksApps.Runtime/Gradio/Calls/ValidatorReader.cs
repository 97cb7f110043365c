using System.Text.Json;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Generated;

namespace DatabricksApps.Gradio;

/// <summary>Reads what the validator of a Gradio app (5.45 and later) says of the inputs: an entry for each, also for the valid ones.</summary>
internal static class ValidatorReader
{
    /// <summary>Makes the exception of refused inputs.</summary>
    /// <returns>The exception; null: the answer is something else.</returns>
    public static AppException? Read(AppResponse response)
    {
        if (response.StatusCode != 422)
        {
            return null;
        }

        JsonElement? detail;
        try
        {
            detail = PythonJson.Parse(response.ReadText()).Get("detail");
        }
        catch (JsonException)
        {
            return null;
        }

        AppValidationError[] errors = detail is { ValueKind: JsonValueKind.Array } entries
            ? [.. entries.EnumerateArray().Where(IsRefusal).Select(ErrorOf)]
            : [];
        return errors.Length == 0 ? null : response.Refuse(errors);
    }

    private static bool IsRefusal(JsonElement entry) => entry.GetText("__type__") == "validate" && entry.GetFlag("is_valid") != true;

    private static AppValidationError ErrorOf(JsonElement entry)
    {
        string? name = entry.GetText("parameter_name");
        return new AppValidationError
        {
            Member = name is null ? "" : Words.Camel(name),
            Message = entry.GetText("message") is { Length: > 0 } message ? message : "The app's validator refuses the value.",
            Type = "validate",
            Location = name is null ? [] : [new AppValidationSegment(name, null)],
        };
    }
}
