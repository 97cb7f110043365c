namespace DatabricksApps.Generators;

/// <summary>CPU time and allocated memory.</summary>
internal readonly record struct Usage(double Milliseconds, double Megabytes)
{
    public static Usage operator +(Usage left, Usage right) =>
        new(left.Milliseconds + right.Milliseconds, left.Megabytes + right.Megabytes);
}
