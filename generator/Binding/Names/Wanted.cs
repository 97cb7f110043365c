using DatabricksApps.Gen.Diagnostics;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>A claim, with what the user is told of it where it does not get its first choice.</summary>
/// <param name="What">What is named, such as <c>member</c>.</param>
/// <param name="Said">What the document calls it.</param>
/// <param name="Pointer">The place that does.</param>
/// <param name="Claim">The claim.</param>
internal sealed record Wanted(string What, string Said, string Pointer, NameClaim Claim)
{
    /// <summary>Tells the user, once the names are assigned.</summary>
    public void Report(Findings findings)
    {
        if (Claim.IsRenamed)
        {
            Claim.Report(findings, Pointer, $"the {What} '{Said}'");
        }
    }
}
