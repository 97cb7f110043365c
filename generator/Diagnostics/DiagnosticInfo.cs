using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.Diagnostics;

/// <summary>A diagnostic as a value, so that it can leave the step that found it.</summary>
/// <param name="Id">Its id, such as <c>DBXAPP0101</c>.</param>
/// <param name="Severity">How grave it is here (a further place of a cause is only an Info).</param>
/// <param name="Path">The document's path.</param>
/// <param name="Span">The place in the text.</param>
/// <param name="LineSpan">The same as lines and columns.</param>
/// <param name="Arguments">What the message's placeholders stand for.</param>
internal sealed record DiagnosticInfo(
    string Id,
    DiagnosticSeverity Severity,
    string Path,
    TextSpan Span,
    LinePositionSpan LineSpan,
    EquatableArray<string> Arguments)
{
    /// <param name="isRaised">Whether the project raises it to an error.</param>
    public Diagnostic ToDiagnostic(bool isRaised)
    {
        DiagnosticDescriptor descriptor = DiagnosticDescriptors.Get(Id);
        object[] arguments = new object[Arguments.Count];
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Arguments[i];
        }

        return Diagnostic.Create(
            descriptor,
            Location.Create(Path, Span, LineSpan),
            isRaised ? DiagnosticSeverity.Error : Severity,
            additionalLocations: null,
            properties: null,
            arguments);
    }
}
