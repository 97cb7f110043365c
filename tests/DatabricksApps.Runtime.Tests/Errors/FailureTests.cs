using System.Net;
using System.Text;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Errors;

/// <summary>What an exception carries of an answer: its text as far as it is shown, and the id of the request.</summary>
public sealed class FailureTests
{
    [Theory]
    [InlineData(8191, 8191)]
    [InlineData(8192, 8192)]
    [InlineData(8193, 8192)]
    [InlineData(40_000, 8192)]
    public void A_body_is_shown_up_to_8192_characters(int length, int expected) =>
        Assert.Equal(new string('y', expected), Failure.BodyText(Calls.Get(), Encoding.UTF8.GetBytes(new string('y', length))));

    [Fact]
    public void One_that_is_not_cut_keeps_its_end()
    {
        AppRequest request = Calls.Get();
        request.SentToken = "the-token";

        Assert.Equal("x *** yyyyyyyyyyyyyyyyyyyyyyyyy", Failure.BodyText(request, "x the-token yyyyyyyyyyyyyyyyyyyyyyyyy"u8));
    }

    // 32,768 bytes are looked at, 10,923 characters of three bytes: what is left of the last one counts too.
    [Theory]
    [InlineData(null, null, 8192)]
    [InlineData(10, null, 8192)]
    [InlineData(500, null, 7923)]
    [InlineData(null, 500, 7923)]
    [InlineData(500, 10, 7923)]
    [InlineData(10, 500, 7923)]
    public void Of_one_that_is_cut_so_much_goes_as_a_secret_may_reach(int? token, int? key, int expected)
    {
        AppRequest request = Calls.Get();
        request.SentToken = token is { } ofToken ? new string('t', ofToken) : null;
        request.SentKeys = key is { } ofKey ? ["kkk", new string('k', ofKey), "kk"] : null;

        Assert.Equal(new string('\u20AC', expected), Failure.BodyText(request, Encoding.UTF8.GetBytes(new string('\u20AC', 20_000))));
    }

    [Theory]
    [InlineData(',', 8001)]
    [InlineData(' ', 8001)]
    [InlineData('\n', 8001)]
    [InlineData('}', 8001)]
    [InlineData('.', 7923)]
    public void But_no_more_than_the_word_that_is_cut(char separator, int expected)
    {
        AppRequest request = Calls.Get();
        request.SentToken = new string('t', 500);
        string body = new string('\u20AC', 8000) + separator + new string('\u20AC', 12_000);

        // One character of one byte among them: 10,923 of 32,767 bytes and the rest.
        Assert.Equal(separator == '.' ? expected + 1 : expected, Failure.BodyText(request, Encoding.UTF8.GetBytes(body)).Length);
    }

    [Theory]
    [InlineData("r-1", null, "r-1")]
    [InlineData(null, "d-1", "d-1")]
    [InlineData("r-1", "d-1", "r-1")]
    [InlineData("", "d-1", "d-1")]
    [InlineData("\u00E9", "d-1", "d-1")]
    [InlineData(null, null, null)]
    public void The_id_of_the_request_is_the_apps_else_the_front_doors(string? ofApp, string? ofDatabricks, string? expected)
    {
        using HttpResponseMessage response = new();
        Add(response, "X-Request-Id", ofApp);
        Add(response, "X-Databricks-Request-Id", ofDatabricks);

        Assert.Equal(expected, Failure.RequestIdOf(Calls.Get(), response));
    }

    [Theory]
    [InlineData(127, true)]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void One_that_is_too_long_is_none(int length, bool isShown)
    {
        using HttpResponseMessage response = new();
        Add(response, "X-Request-Id", new string('r', length));

        Assert.Equal(isShown ? new string('r', length) : null, Failure.RequestIdOf(Calls.Get(), response));
    }

    [Fact]
    public void Each_kind_of_failure_tells_where_it_comes_from()
    {
        AppRequest request = Calls.Post();
        using HttpResponseMessage response = new(HttpStatusCode.Conflict);
        Add(response, "X-Request-Id", "r-1");
        Explanation what = new(AppErrorReason.ErrorStatus, "it failed.", "a cause.", "do this.");
        InvalidOperationException cause = new();

        AppException plain = Failure.Of(request, response, what, "text", cause: cause);
        AppException<int> declared = Failure.Of(request, response, what, "text", 5);
        AppValidationException refused = Failure.Of(request, response, [new() { Member = "a", Message = "m" }], "text");
        AppException without = Failure.Of(request, null, what);

        Assert.Equal("POST /api/items: it failed. Likely cause: a cause. Next step: do this. (request id r-1)", plain.Message);
        Assert.Equal(plain.Message, declared.Message);
        Assert.Equal("POST /api/items: the app refused a value (409): a: m. (request id r-1)", refused.Message);
        Assert.Equal("POST /api/items: it failed. Likely cause: a cause. Next step: do this.", without.Message);
        Assert.All(
            [plain, declared, refused],
            failure => Assert.Equal(
                (HttpStatusCode.Conflict, "POST", "/api/items", "r-1", "text"),
                (failure.StatusCode, failure.Method, failure.Route, failure.RequestId, failure.Body)));
        Assert.Equal((null, "POST", "/api/items", null, null), (without.StatusCode, without.Method, without.Route, without.RequestId, without.Body));
        Assert.Same(cause, plain.InnerException);
        Assert.Equal(5, declared.Error);
        Assert.Equal((AppErrorReason.ErrorStatus, AppErrorReason.ErrorStatus, AppErrorReason.InvalidRequest), (plain.Reason, declared.Reason, refused.Reason));
    }

    private static void Add(HttpResponseMessage response, string name, string? value)
    {
        if (value is not null)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
