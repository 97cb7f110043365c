using System.Text.Json;

namespace DatabricksApps;

/// <summary>An output of a Gradio app is not of the type that the snapshot tells. The function has run; what came is kept here.</summary>
/// <remarks>
/// A method with one output throws it. Of several outputs each is by itself: the others have their values, and reading the
/// property of this one throws it.
/// </remarks>
public sealed class GradioOutputException : AppException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The message.</param>
    /// <param name="output">The output's name.</param>
    /// <param name="value">What came.</param>
    /// <param name="innerException">Why it cannot be read.</param>
    public GradioOutputException(string message, string output, JsonElement value, Exception? innerException = null)
        : base(message, AppErrorReason.UnexpectedValue, innerException)
    {
        Output = output;
        Value = value;
    }

    /// <summary>Gets the name of the output, as it stands in the JSON of the result.</summary>
    public string Output { get; }

    /// <summary>Gets the value as it came.</summary>
    public JsonElement Value { get; }
}
