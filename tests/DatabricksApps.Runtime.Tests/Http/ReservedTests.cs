using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Http;

/// <summary><c>allowReserved</c> is the reserved expansion of RFC 6570 §3.2.3, which lets pass what is percent-encoded already.</summary>
public sealed class ReservedTests
{
    [Theory]
    [InlineData("a%20b", "a%20b")]
    [InlineData("a%2fb%2F", "a%2fb%2F")]
    [InlineData("100%", "100%25")]
    [InlineData("5%2", "5%252")]
    [InlineData("%zz%2x%%41", "%25zz%252x%25%41")]
    [InlineData("a b", "a%20b")]
    [InlineData("%E6%9D%B1東", "%E6%9D%B1%E6%9D%B1")]
    public async Task What_is_percent_encoded_passes(string value, string expected)
    {
        AppRequest request = new(HttpMethod.Get, "/p/{x}");
        request.AddPath("/p/");
        request.AddPathValue<string, StringJson>("x", value, allowReserved: true);
        request.AddQuery<string, StringJson>("q", value, allowReserved: true);
        request.AddQuery<IReadOnlyList<string>, ListJson<string, StringJson>>("l", [value, "z"], explode: false, allowReserved: true);

        Assert.Equal($"GET /p/{expected}?q={expected}&l={expected},z", (await Calls.SendAsync(request)).Line);
    }

    [Theory]
    [InlineData("a%20b/c", "a%2520b/c")]
    [InlineData("100%25", "100%2525")]
    [InlineData("%2e%2e/x", "%252e%252e/x")]
    public async Task The_rest_of_a_path_is_a_text_whose_slashes_stay(string value, string expected)
    {
        AppRequest request = new(HttpMethod.Get, "/p/{file_path}");
        request.AddPath("/p/");
        request.AddPathValue<string, StringJson>("file_path", value, keepsSlashes: true);

        Assert.Equal("GET /p/" + expected, (await Calls.SendAsync(request)).Line);
    }

    [Theory]
    [InlineData("%2e")]
    [InlineData("a/%2E%2e/b")]
    [InlineData(".%2e")]
    [InlineData("%2E./x")]
    public void A_dot_that_is_encoded_does_not_change_the_route_either(string value)
    {
        AppRequest request = new(HttpMethod.Get, "/p/{x}");
        request.AddPath("/p/");

        Assert.Throws<ArgumentException>("x", () => request.AddPathValue<string, StringJson>("x", value, allowReserved: true));
    }

    [Theory]
    [InlineData("%2e%2e%2e")]
    [InlineData("a%2e")]
    [InlineData("%2ea")]
    public void Other_dots_pass(string value)
    {
        AppRequest request = new(HttpMethod.Get, "/p/{x}");
        request.AddPath("/p/");

        request.AddPathValue<string, StringJson>("x", value, allowReserved: true);
    }
}
