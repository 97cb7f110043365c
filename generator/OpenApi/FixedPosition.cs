namespace DatabricksApps.Gen.OpenApi;

/// <summary>The one place of a text that could not be read.</summary>
internal sealed class FixedPosition : IPositions
{
    private readonly int _offset;

    public FixedPosition(int offset) => _offset = offset;

    public (int Offset, int Length) Find(string pointer) => (_offset, 0);
}
