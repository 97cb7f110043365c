using System.Collections.Generic;
using System.Linq;

namespace DatabricksApps.Gen.Text;

/// <summary>The one place of a text that could not be read.</summary>
internal sealed class FixedPosition : IPositions
{
    private readonly int _offset;

    public FixedPosition(int offset) => _offset = offset;

    public IReadOnlyDictionary<string, (int Offset, int Length)> Find(IEnumerable<string> pointers) =>
        pointers.Distinct().ToDictionary(pointer => pointer, _ => (_offset, 0));
}
