using System;
using DatabricksApps.Gen.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Text;

/// <summary>Ends the reading of a file that is no document that can be used.</summary>
internal sealed class DocumentException : Exception
{
    private readonly DiagnosticDescriptor _descriptor;

    private DocumentException(DiagnosticDescriptor descriptor, MessageText text, int offset = 0)
        : base(text.ToString())
    {
        _descriptor = descriptor;
        Text = text;
        Offset = offset;
    }

    /// <summary>Gets what is wrong.</summary>
    public MessageText Text { get; }

    /// <summary>Gets where in the text the cause stands.</summary>
    public int Offset { get; }

    /// <summary>The text is neither JSON nor YAML that can be parsed.</summary>
    public static DocumentException Unreadable(MessageText text, int offset = 0) => new(DiagnosticDescriptors.Unreadable, text, offset);

    /// <summary>It is no OpenAPI document.</summary>
    public static DocumentException NotOpenApi(MessageText text) => new(DiagnosticDescriptors.NotOpenApi, text);

    /// <summary>It is beyond the limits.</summary>
    public static DocumentException TooLarge(MessageText text) => new(DiagnosticDescriptors.TooLarge, text);

    /// <summary>Gets the same of a text that begins further on.</summary>
    public DocumentException At(int offset) => new(_descriptor, Text, offset);

    /// <summary>Gets what to tell the user.</summary>
    public Finding ToFinding() => Finding.Of(_descriptor, "", Text);
}
