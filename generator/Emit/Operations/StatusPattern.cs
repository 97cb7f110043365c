namespace DatabricksApps.Gen.Emit.Operations;

/// <summary>Spells the condition of a range of status codes.</summary>
internal static class StatusPattern
{
    public static string Of(int first, int last) =>
        first == last ? $"response.StatusCode == {first}" : $"response.StatusCode is >= {first} and <= {last}";
}
