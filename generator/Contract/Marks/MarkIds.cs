using DatabricksApps.Gen.Diagnostics;

namespace DatabricksApps.Gen.Contract.Marks;

/// <summary>The diagnostics of marks.</summary>
internal static class MarkIds
{
    /// <summary>Code compiles and means something else, or its call is refused or misread.</summary>
    public static string Meaning => DiagnosticDescriptors.MeaningChanged.Id;

    /// <summary>What code names is gone.</summary>
    public static string Gone => DiagnosticDescriptors.Gone.Id;

    /// <summary>Only the wire moved.</summary>
    public static string Wire => DiagnosticDescriptors.WireMoved.Id;

    /// <summary>Something to know.</summary>
    public static string Note => DiagnosticDescriptors.NewToKnow.Id;
}
