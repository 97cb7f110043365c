namespace DatabricksApps;

/// <summary>What a Gradio app says when one of its functions failed: the error of an <see cref="AppException{T}"/>.</summary>
public sealed class GradioError
{
    /// <summary>
    /// Gets the text of <c>gr.Error</c>; of another exception only if the app shows it (<c>show_error=True</c>), else
    /// null.
    /// </summary>
    public string? Message { get; init; }

    /// <summary>Gets the title of the message; null if the app gives none.</summary>
    public string? Title { get; init; }

    /// <summary>Gets whether the app's own page shows the message.</summary>
    public bool IsVisible { get; init; } = true;

    /// <summary>Returns the message.</summary>
    public override string ToString() => Message ?? "The app hides the text of the exception.";
}
