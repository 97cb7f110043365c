using System;
using DatabricksApps.Gen.Diagnostics;

namespace DatabricksApps.Gen.Text;

/// <summary>Ends the reading of a file that is no document that can be used.</summary>
internal sealed class DocumentException : Exception
{
    public DocumentException(string id, MessageText text, int offset = 0)
        : base(text.ToString())
    {
        Id = id;
        Text = text;
        Offset = offset;
    }

    /// <summary>Gets the id of the diagnostic.</summary>
    public string Id { get; }

    /// <summary>Gets what is wrong.</summary>
    public MessageText Text { get; }

    /// <summary>Gets where in the text the cause stands.</summary>
    public int Offset { get; }
}
