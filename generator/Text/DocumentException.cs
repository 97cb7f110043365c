using System;
using DatabricksApps.Gen.Diagnostics;

namespace DatabricksApps.Gen.Text;

/// <summary>Ends the reading of a file that is no document that can be used.</summary>
internal sealed class DocumentException : Exception
{
    private readonly Finding _finding;

    private DocumentException(Finding finding, MessageText text, int offset = 0)
        : base(finding.Message)
    {
        _finding = finding;
        Text = text;
        Offset = offset;
    }

    /// <summary>Gets what is wrong.</summary>
    public MessageText Text { get; }

    /// <summary>Gets where in the text the cause stands.</summary>
    public int Offset { get; }

    /// <summary>The text is neither JSON nor YAML that can be parsed.</summary>
    public static DocumentException Unreadable(MessageText text, int offset = 0) => new(Finding.Of(DiagnosticDescriptors.Unreadable, "", text), text, offset);

    /// <summary>It is no OpenAPI document.</summary>
    public static DocumentException NotOpenApi(MessageText text) => new(Finding.Of(DiagnosticDescriptors.NotOpenApi, "", text), text);

    /// <summary>It is beyond the limits.</summary>
    public static DocumentException TooLarge(MessageText text) => new(Finding.Of(DiagnosticDescriptors.TooLarge, "", text), text);

    /// <summary>Gets the same of a text that begins further on.</summary>
    public DocumentException At(int offset) => new(_finding, Text, offset);

    /// <summary>Gets what to tell the user.</summary>
    public Finding ToFinding() => _finding;
}
