using System.Linq;
using System.Threading;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Pipeline;

/// <summary>The ids that a global configuration file of the project raises to errors.</summary>
/// <remarks>
/// The targets keep <c>TreatWarningsAsErrors</c> off the warnings about documents, with <c>/warnaserror-</c>. By that the
/// compiler takes it that no configuration shall raise them either; but what is reported as an error, it leaves as it is.
/// </remarks>
/// <param name="Ids">The ids.</param>
internal sealed record RaisedWarnings(EquatableArray<string> Ids)
{
    /// <summary>Gets the ids; of the compilation only they are kept.</summary>
    public static RaisedWarnings Of(Compilation compilation, CancellationToken cancellationToken) => new(
        compilation.Options.SyntaxTreeOptionsProvider is { } options
            ? DiagnosticDescriptors.Ids
                .Where(id => options.TryGetGlobalDiagnosticValue(id, cancellationToken, out ReportDiagnostic severity) && severity == ReportDiagnostic.Error)
                .ToEquatableArray()
            : EquatableArray<string>.Empty);
}
