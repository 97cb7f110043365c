using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Diagnostics;

/// <summary>Something to tell the user, at a place that is still a JSON pointer.</summary>
/// <param name="Id">The diagnostic's id.</param>
/// <param name="Pointer">The JSON pointer of the node it is about; empty for the whole document.</param>
/// <param name="Message">What the message's <c>{0}</c> stands for: one sentence about this very place.</param>
internal sealed record Finding(string Id, string Pointer, string Message)
{
    /// <summary>Makes one in words of our own.</summary>
    public static Finding Of(DiagnosticDescriptor descriptor, string pointer, string words) => new(descriptor.Id, pointer, words);

    /// <summary>Makes one with words of the document in it.</summary>
    public static Finding Of(DiagnosticDescriptor descriptor, string pointer, MessageText message) => new(descriptor.Id, pointer, message.ToString());
}
