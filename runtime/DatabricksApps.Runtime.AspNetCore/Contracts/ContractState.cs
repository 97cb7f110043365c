namespace DatabricksApps.AspNetCore.Contracts;

/// <summary>What is known of whether an app still keeps what a program relies on.</summary>
internal sealed record ContractState(ContractVerdict Verdict)
{
    /// <summary>Gets what is less than it was, a sentence each.</summary>
    public IReadOnlyList<string> Weaker { get; init; } = [];

    /// <summary>Gets how many parts of the document could not be judged.</summary>
    public int Untold { get; init; }

    /// <summary>Gets why nothing newer is known; null: there is no such reason.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets where the app serves its document; null: it is not known.</summary>
    public string? Path { get; init; }

    /// <summary>Gets when the app was last asked; null: it never was.</summary>
    public DateTimeOffset? Asked { get; init; }
}
