using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Http;

public class HeaderTests
{
    [Theory]
    [InlineData("a\r\nX-Admin: 1")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("é")]
    [InlineData("\u007F")]
    public void A_value_that_is_no_single_line_of_ASCII_is_refused(string value)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Calls.Get().AddHeader("X-Name", value));

        Assert.Contains("'X-Name'", exception.Message);
    }

    [Fact]
    public async Task Headers_cookies_and_headers_of_the_body_go_where_HTTP_wants_them()
    {
        AppRequest request = Calls.Post();
        request.AddHeader("X-Token", "a b");
        request.AddHeader("X-Count", 3);
        request.AddHeader("X-On", true);
        request.AddHeader("X-None", (string?)null);
        request.AddHeader("Content-Language", "de");
        request.AddCookie("session", "a;b, \"c\"\\é=d");
        request.SetJson<string, StringJson>("x");

        SentRequest sent = await Calls.SendAsync(request);

        Assert.Equal(
            "X-Token: a b\nX-Count: 3\nX-On: true\nCookie: session=a%3Bb%2C%20%22c%22%5C%C3%A9=d\n" +
            "Content-Type: application/json\nContent-Language: de\nContent-Length: 3\n",
            sent.Headers);
    }

    [Fact]
    public async Task A_calls_headers_replace_the_operations()
    {
        AppRequest request = Calls.Get();
        request.Accept("application/json");
        StubHandler stub = StubHandler.Json("\"x\"");

        await new AppConnection(stub.Client()).StringAsync(
            request, new AppRequestOptions { Headers = { ["accept"] = "application/vnd.x+json", ["X-Trace"] = "1" } });

        Assert.Equal("Accept: application/vnd.x+json\nX-Trace: 1\n", stub.Last.Headers);
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("authorization")]
    [InlineData("Proxy-Authorization")]
    [InlineData("Host")]
    public async Task A_call_cannot_override_credential_and_address(string name)
    {
        StubHandler stub = StubHandler.Json("\"x\"");

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() => new AppConnection(stub.Client()).StringAsync(
            Calls.Get(), new AppRequestOptions { Headers = { [name] = "Bearer canary-canary" } }));

        Assert.Empty(stub.Sent);
        Assert.DoesNotContain("canary", exception.Message);
    }

    [Fact]
    public async Task A_call_can_look_at_status_and_headers()
    {
        StubHandler stub = new(_ =>
        {
            HttpResponseMessage response = new(System.Net.HttpStatusCode.Created) { Content = new StringContent("\"x\"") };
            response.Headers.TryAddWithoutValidation("Location", "/api/items/1");
            response.Headers.TryAddWithoutValidation("X-Request-Id", "r-1");
            return response;
        });
        AppResponseInfo? seen = null;

        await new AppConnection(stub.Client()).StringAsync(Calls.Post(), new AppRequestOptions { OnResponse = info => seen = info });

        Assert.Equal(System.Net.HttpStatusCode.Created, seen!.StatusCode);
        Assert.Equal("/api/items/1", seen.Headers.Location!.OriginalString);
        Assert.Equal("r-1", seen.RequestId);
    }
}
