namespace DatabricksApps.Gen.OpenApi;

internal sealed class YamlPositions : IPositions
{
    public YamlPositions(string text)
    {
    }

    public (int Offset, int Length) Find(string pointer) => (0, 0);
}
