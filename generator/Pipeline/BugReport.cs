using System;
using DatabricksApps.Gen.Diagnostics;

namespace DatabricksApps.Gen.Pipeline;

/// <summary>Turns a bug of the generator into a diagnostic of the one document that it shows on.</summary>
internal sealed class BugReport
{
    private readonly bool _rethrows;

    /// <param name="rethrows">Whether bugs are thrown on, as tests want it.</param>
    public BugReport(bool rethrows) => _rethrows = rethrows;

    /// <summary>Whether an exception is a bug that becomes a diagnostic.</summary>
    public bool Catches(Exception exception) => !_rethrows && exception is not OperationCanceledException;

    /// <summary>Says which exception was thrown, and where.</summary>
    public static string Describe(Exception bug)
    {
        string trace = bug.StackTrace ?? "";
        int end = trace.IndexOf('\n');
        string firstFrame = (end < 0 ? trace : trace.Substring(0, end)).Trim();

        // The message of an exception may hold what the document says.
        return $"{bug.GetType().FullName}: {MessageText.Spell($"{bug.Message}")} {firstFrame}".TrimEnd();
    }
}
