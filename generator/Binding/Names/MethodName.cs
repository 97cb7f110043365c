using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Binding.Paging;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>A method, and what it is for.</summary>
/// <param name="Call">The call that it makes.</param>
/// <param name="Representation">What it asks for.</param>
/// <param name="Name">Its name.</param>
internal sealed record MethodName(CallChoice Call, Representation Representation, string Name)
{
    /// <summary>Gets how it reads a list that comes in pages, by the method of the same call that reads one; null: it reads the answer itself.</summary>
    public PagingChoice? Paging { get; init; }

    /// <summary>Gets whether it is the one that other things of the call are named after.</summary>
    public bool IsPlain => Representation.IsPlain && Paging is null;
}
