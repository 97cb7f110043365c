using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.OpenApi.Addresses;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>The schemas that are being bound, each inside the one before: the one guard of the binder's recursion.</summary>
/// <remarks>
/// A schema that is met again inside itself ends only if a type with a name lies between, because a name can be used
/// before its members are known. References and <c>allOf</c> lead from schema to schema as far as a document likes, so
/// that the depth is limited too: what overflows the stack ends the compiler, for every project that it serves.
/// </remarks>
internal sealed class Nesting
{
    /// <summary>How deep schemas are bound. No public document that was tried comes to a sixth of it; stacks of 1 MB take twice as many.</summary>
    public const int Deepest = 300;

    private readonly List<(ApiSchema Schema, Direction Direction, int Names)> _open = new();
    private int _names;

    /// <summary>Notes that a type has got a name, which stands for it wherever it is met from now on.</summary>
    public void AddName() => _names++;

    /// <summary>Enters a schema, to be left by <see cref="Leave"/>.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="direction">Which way its value goes.</param>
    /// <param name="reason">Why it cannot be entered.</param>
    public bool TryEnter(ApiSchema schema, Direction direction, out MessageText reason)
    {
        reason = default;
        if (IsInsideItself(schema, direction))
        {
            reason = $"it contains itself without an object or a union between, which C# cannot name";
            return false;
        }

        if (_open.Count >= Deepest || !HasStack())
        {
            reason = $"it is reached through {_open.Count} schemas, each inside the one before";
            return false;
        }

        _open.Add((schema, direction, _names));
        return true;
    }

    public void Leave() => _open.RemoveAt(_open.Count - 1);

    private bool IsInsideItself(ApiSchema schema, Direction direction)
    {
        for (int i = _open.Count - 1; i >= 0 && _open[i].Names == _names; i--)
        {
            if (_open[i].Schema == schema && _open[i].Direction == direction)
            {
                return true;
            }
        }

        return false;
    }

    // The limit is for stacks as compilers have them; a host with a smaller one is no reason to fail.
    private static bool HasStack()
    {
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return true;
        }
        catch (InsufficientExecutionStackException)
        {
            return false;
        }
    }
}
