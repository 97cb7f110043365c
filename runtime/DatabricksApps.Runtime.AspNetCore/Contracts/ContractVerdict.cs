namespace DatabricksApps.AspNetCore.Contracts;

/// <summary>Whether an app still keeps what a program relies on.</summary>
internal enum ContractVerdict
{
    Unknown,

    /// <summary>The app serves the document that the program was built from.</summary>
    Same,

    /// <summary>It serves another one, which keeps all that the program relies on.</summary>
    Changed,

    /// <summary>Something that the program relies on is less than it was.</summary>
    Weaker,
}
