using System.Globalization;
using System.Text;

namespace DatabricksApps.Benchmarks;

/// <summary>The JSON that the app answers: items as a FastAPI app writes them.</summary>
internal static class Payload
{
    public static byte[] One { get; } = Encoding.UTF8.GetBytes(Item(42));

    public static byte[] List { get; } =
        Encoding.UTF8.GetBytes("[" + string.Join(",", Enumerable.Range(1, 1000).Select(Item)) + "]");

    private static string Item(int id)
    {
        string number = id.ToString(CultureInfo.InvariantCulture);
        string price = (id * 1.25).ToString(CultureInfo.InvariantCulture);
        string status = id % 3 == 0 ? "sold-out" : "available";
        string description = id % 2 == 0 ? "null" : $"\"The item number {number} of the catalogue\"";
        return $$"""
            {"id":{{number}},"name":"Item {{number}}","description":{{description}},"price":{{price}},"tags":["new","sale","t{{number}}"],"status":"{{status}}","created_at":"2024-05-01T12:34:56.{{id % 1000:000}}123+00:00","dimensions":{"width":1.5,"height":20.25,"depth":{{price}}},"attributes":{"colour":"red","size":"L{{number}}"},"supplier":"ACME {{id % 7}}","quantity":{{id % 50}},"uuid":"3f2504e0-4f89-41d3-9a0c-{{id:000000000000}}"}
            """;
    }
}
