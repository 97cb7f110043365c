using System.Collections.Generic;

namespace DatabricksApps.Gen.OpenApi.Operations;

/// <summary>The operations of one path, in the document's order; a method has one.</summary>
internal sealed class PathOperations
{
    private readonly List<ApiOperation> _items = new();

    public IReadOnlyList<ApiOperation> Items => _items;

    /// <summary>Puts an operation in its place; returns the one that it takes the place of, if there is one.</summary>
    public ApiOperation? Put(ApiOperation operation)
    {
        int index = _items.FindIndex(other => other.Method == operation.Method);
        if (index < 0)
        {
            _items.Add(operation);
            return null;
        }

        ApiOperation earlier = _items[index];
        _items[index] = operation;
        return earlier;
    }
}
