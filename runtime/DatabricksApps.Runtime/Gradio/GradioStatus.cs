namespace DatabricksApps;

/// <summary>What a Gradio app tells about a call under way: its place in the queue, its progress, a message.</summary>
public sealed class GradioStatus
{
    /// <summary>Gets what this is about.</summary>
    public required GradioStage Stage { get; init; }

    /// <summary>Gets, of <see cref="GradioStage.Queued"/>, the number of calls before this one.</summary>
    public int? Rank { get; init; }

    /// <summary>Gets, of <see cref="GradioStage.Queued"/>, the number of calls that wait.</summary>
    public int? QueueSize { get; init; }

    /// <summary>Gets how long it will likely take until the call starts or ends; null: the app does not know.</summary>
    public TimeSpan? Eta { get; init; }

    /// <summary>Gets, of <see cref="GradioStage.Progress"/>, each of the bars that the app shows (<c>gr.Progress</c>).</summary>
    public IReadOnlyList<GradioProgress> Progress { get; init; } = [];

    /// <summary>Gets, of <see cref="GradioStage.Log"/>, the text of <c>gr.Info</c>, <c>gr.Success</c> or <c>gr.Warning</c>.</summary>
    public string? Message { get; init; }

    /// <summary>Gets, of <see cref="GradioStage.Log"/>, its kind: <c>info</c>, <c>success</c>, <c>warning</c> or <c>error</c>.</summary>
    public string? Level { get; init; }

    /// <summary>Gets, of <see cref="GradioStage.Log"/>, the title; null if the app gives none.</summary>
    public string? Title { get; init; }
}

/// <summary>What a <see cref="GradioStatus"/> is about.</summary>
public enum GradioStage
{
    /// <summary>The call waits.</summary>
    Queued,

    /// <summary>The function runs.</summary>
    Started,

    /// <summary>The function reports how far it is.</summary>
    Progress,

    /// <summary>The function says something.</summary>
    Log,
}

/// <summary>A progress bar.</summary>
/// <param name="Index">The number of steps that are done; null if the app counts none.</param>
/// <param name="Length">The number of steps in all; null if the app does not know.</param>
/// <param name="Fraction">The part that is done, from 0 to 1; null if the app says it by <paramref name="Index"/>.</param>
/// <param name="Unit">What is counted, such as <c>steps</c>.</param>
/// <param name="Description">What is being done; null if the app does not say.</param>
public sealed record GradioProgress(double? Index, double? Length, double? Fraction, string? Unit, string? Description);
