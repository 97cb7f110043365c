using System.Text.Json;

namespace DatabricksApps.AuthConformance;

/// <summary>Whose behaviour the runtime has in some cases, and why.</summary>
internal sealed class Choice(JsonElement json)
{
    /// <summary>The topic of the rule that holds for every case with a host that is http and not the loopback interface.</summary>
    public const string PlainHttp = "plain http";

    public string Topic => json.GetProperty("topic").GetString()!;

    /// <summary>Gets whose behaviour it is: <c>go</c>, <c>python</c>, or the <c>runtime</c>'s own.</summary>
    public string Take => json.GetProperty("take").GetString()!;

    /// <summary>Gets the ids of the cases; <c>*</c> is anything.</summary>
    public IEnumerable<string> Cases => json.GetProperty("cases").EnumerateArray().Select(e => e.GetString()!);

    public static bool IsPlainHttp(string? host) =>
        Uri.TryCreate(host, UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback;

    /// <summary>Gets what is expected of a case.</summary>
    public Expectation Expectation(Case item) => Take switch
    {
        "go" => item.Expected,
        "python" => item.ExpectedOfPython,
        _ => new Expectation(json.GetProperty("expect")),
    };
}
