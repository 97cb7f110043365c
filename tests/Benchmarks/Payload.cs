using System.Globalization;
using System.Text;

namespace DatabricksApps.Benchmarks;

/// <summary>What the app answers, as a FastAPI app writes it.</summary>
internal static class Payload
{
    public const int PhotoLength = 1024 * 1024;

    public static byte[] One { get; } = Encoding.UTF8.GetBytes(Item(42));

    public static byte[] List { get; } =
        Encoding.UTF8.GetBytes("[" + string.Join(",", Enumerable.Range(1, 1000).Select(Item)) + "]");

    public static byte[] Found { get; } = Encoding.UTF8.GetBytes($"[{Item(1)},{Item(2)}]");

    public static byte[] Refused { get; } = """
        {"detail":[{"type":"greater_than","loc":["body","price"],"msg":"Input should be greater than 0","input":-1,"ctx":{"gt":0}},{"type":"string_too_short","loc":["body","tags",1],"msg":"String should have at least 1 character","input":"","ctx":{"min_length":1}}]}
        """u8.ToArray();

    public static byte[] Events { get; } =
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 1000).Select(id => $"id: {id}\ndata: {Reading(id)}\n\n")));

    public static byte[] Lines { get; } =
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 10_000).Select(id => Reading(id) + "\n")));

    public static byte[] Photo { get; } = new byte[PhotoLength];

    private static string Item(int id)
    {
        string number = id.ToString(CultureInfo.InvariantCulture);
        string price = (id * 1.25).ToString(CultureInfo.InvariantCulture);
        string status = id % 3 == 0 ? "sold" : "available";
        string description = id % 2 == 0 ? "null" : $"\"The item number {number} of the catalogue\"";
        return $$"""
            {"id":{{number}},"name":"Item {{number}}","description":{{description}},"price":{{price}},"tags":["new","sale","t{{number}}"],"status":"{{status}}","created_at":"2024-05-01T12:34:56.{{id % 1000:000}}123+00:00","dimensions":{"width":1.5,"height":20.25,"depth":{{price}}},"attributes":{"colour":"red","size":"L{{number}}"},"supplier":"ACME {{id % 7}}","quantity":{{id % 50}},"uuid":"3f2504e0-4f89-41d3-9a0c-{{id:000000000000}}"}
            """;
    }

    private static string Reading(int id) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"sensor":"sensor-{{id % 10}}","value":{{id * 0.25}},"at":"2024-05-01T12:34:56.{{id % 1000:000}}+00:00"}""");
}
