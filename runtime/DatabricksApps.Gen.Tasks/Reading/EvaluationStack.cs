using System.Collections.Generic;

namespace DatabricksApps.Gen.Tasks.Reading;

/// <summary>What the values on the stack mention, followed through the code from its start to its end.</summary>
internal sealed class EvaluationStack
{
    private readonly Dictionary<int, List<GeneratedType[]?>> _atTargets = new();
    private List<GeneratedType[]?> _values = new();
    private bool _isReached = true;

    public GeneratedType[]? Pop()
    {
        if (_values.Count == 0)
        {
            return null;
        }

        GeneratedType[]? top = _values[_values.Count - 1];
        _values.RemoveAt(_values.Count - 1);
        return top;
    }

    public GeneratedType[]? Peek() => _values.Count == 0 ? null : _values[_values.Count - 1];

    public void Push(GeneratedType[]? value) => _values.Add(value);

    /// <summary>Notes what is on the stack where a branch goes.</summary>
    public void BranchTo(int target) => _atTargets[target] = _atTargets.TryGetValue(target, out List<GeneratedType[]?>? others) ? Joined(others, _values) : [.. _values];

    /// <summary>Notes that a handler begins at an offset, with the exception on the stack.</summary>
    public void HandlerAt(int offset) => _atTargets[offset] = [null];

    /// <summary>The code goes on elsewhere: what comes next is reached by branches alone.</summary>
    public void Leave()
    {
        _values = new();
        _isReached = false;
    }

    /// <summary>The code is at an offset.</summary>
    public void At(int offset)
    {
        if (_atTargets.TryGetValue(offset, out List<GeneratedType[]?>? values))
        {
            _values = _isReached ? Joined(_values, values) : [.. values];
        }

        _isReached = true;
    }

    private static List<GeneratedType[]?> Joined(List<GeneratedType[]?> one, List<GeneratedType[]?> other)
    {
        if (one.Count != other.Count)
        {
            return one.Count > other.Count ? one : other;
        }

        List<GeneratedType[]?> joined = new(one.Count);
        for (int i = 0; i < one.Count; i++)
        {
            joined.Add(Mentions.Join(one[i], other[i]));
        }

        return joined;
    }
}
