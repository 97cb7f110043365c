using System.Globalization;

namespace DatabricksApps.Published;

/// <summary>The line by which a program tells that it has its third answer, and what CPU time it took until then.</summary>
internal static class ThirdAnswer
{
    public static void Print(long first, int count, long created)
    {
        double milliseconds = Environment.CpuUsage.TotalTime.TotalMilliseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{first} {count} {created} {milliseconds:F1}"));
    }
}
