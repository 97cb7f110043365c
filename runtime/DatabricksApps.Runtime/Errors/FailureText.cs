namespace DatabricksApps.Errors;

/// <summary>The one order in which a failure is told: what happened, the likely cause, what to do next.</summary>
internal static class FailureText
{
    /// <summary>How each failure of a sign-in begins.</summary>
    public const string SignIn = "Sign-in failed: ";

    public const string LikelyCause = " Likely cause: ";

    public const string NextStep = " Next step: ";

    /// <summary>Composes a message.</summary>
    /// <param name="what">What happened and where, without a stop at the end.</param>
    /// <param name="cause">The likely cause, a sentence; null: it is plain from what happened, or was not seen.</param>
    /// <param name="next">What to do next, with or without a stop; null: nothing can be said.</param>
    public static string Of(string what, string? cause, string? next) =>
        $"{what}.{(cause is null ? "" : LikelyCause + cause)}{(next is null ? "" : NextStep + next)}{(next is null || next.EndsWith('.') ? "" : ".")}";
}
