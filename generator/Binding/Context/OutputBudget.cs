using DatabricksApps.Gen.Diagnostics;

namespace DatabricksApps.Gen.Binding.Context;

/// <summary>How much C# a document may become, counted while it is bound.</summary>
/// <remarks>
/// Documents of people come to a tenth of it. What goes beyond says little many times: members that hundreds of
/// schemas inherit from each other, a text that a thousand operations refer to. All projects of a compiler server
/// share its memory, so that the rest is left out, each part with a diagnostic at its place.
/// </remarks>
internal sealed class OutputBudget
{
    /// <summary>How many characters of C# a character of the document may become.</summary>
    public const int Factor = 100;

    /// <summary>What every document may become, because small ones have their own kinds of repetition.</summary>
    private const int Least = 1_000_000;

    private long _left;

    /// <param name="length">The characters of the document, with the other files that it takes parts from.</param>
    public OutputBudget(long length) => _left = Least + (Factor * length);

    /// <summary>Gets whether nothing more can be added.</summary>
    public bool IsSpent => _left < 0;

    /// <summary>Says so for a diagnostic.</summary>
    public static MessageText Reason => $"the client has become more than {Factor} times as large as the document";

    /// <summary>Counts characters of C#.</summary>
    public void Spend(long characters) => _left -= characters;
}
