using System.Net;
using System.Text;
using System.Text.Json;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Errors;

/// <summary>Where in an answer a failure lies, and what kind of body it is.</summary>
public sealed class JsonPathTests
{
    [Theory]
    [InlineData("""{"items":[{"price":1},{"price":"x"}],"b":2}""", "\"x\"", "$.items[1].price")]
    [InlineData("""{"items":[{"price":1},{"price":"x"}],"b":2}""", "1}", "$.items[0].price")]
    [InlineData("""{"items":[{"price":1},{"price":"x"}],"b":2}""", "2}", "$.b")]
    [InlineData("""{"items":[{"price":1},{"price":"x"}],"b":2}""", "\"b\"", "$.b")]
    [InlineData("""{"items":[{"price":1},{"price":"x"}],"b":2}""", "{\"items", "$")]
    [InlineData("""{"items":[{"price":1},{"price":"x"}],"b":2}""", "[{", "$.items")]
    [InlineData("""{"items":[{"price":1},{"price":"x"}],"b":2}""", "],", "$.items")]
    [InlineData("""[[1,2],[3,4]]""", "4", "$[1][1]")]
    [InlineData("""[[1,2],[3,4]]""", "3", "$[1][0]")]
    [InlineData("""[[],{},null,true,5]""", "5", "$[4]")]
    [InlineData("""[{"a":1},5]""", "5", "$[1]")]
    [InlineData("""{"a":{"b":{}},"c":[0]}""", "0", "$.c[0]")]
    [InlineData("5", "5", "$")]
    [InlineData("""{"a":[1,2,?""", "?", "$.a[1]")]
    [InlineData("""{"a":tru""", "tru", "$.a")]
    [InlineData("", "", "$")]
    public void The_path_leads_to_the_token_at_the_position(string json, string at, string path) =>
        Assert.Equal(path, JsonPathFinder.Find(Encoding.UTF8.GetBytes(json), json.IndexOf(at, StringComparison.Ordinal)));

    [Theory]
    [InlineData("text/html", "x", true)]
    [InlineData("TEXT/HTML; charset=utf-8", "x", true)]
    [InlineData("text/plain", "<html>", true)]
    [InlineData("text/plain", " \t\r\n<", true)]
    [InlineData("text/plain", "x<", false)]
    [InlineData("application/text/html", "x", false)]
    [InlineData(null, "x", false)]
    [InlineData(null, "", false)]
    public void A_page_is_told_by_its_type_or_its_first_sign(string? type, string body, bool isPage)
    {
        using HttpResponseMessage response = new() { Content = new ByteArrayContent([]) };
        if (type is not null)
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        Assert.Equal(isPage, JsonFailure.IsHtml(response, Encoding.UTF8.GetBytes(body)));
    }

    [Theory]
    [InlineData("<a href='/oidc/x'>", true)]
    [InlineData("<a href='/.auth/x'>", true)]
    [InlineData("<h1>LogIn</h1>", true)]
    [InlineData("<h1>Sign In</h1>", true)]
    [InlineData("<a href='/OIDC/x'>", false)]
    [InlineData("<a href='/.AUTH/x'>", false)]
    [InlineData("<h1>Shop</h1>", false)]
    public void A_login_page_is_told_by_what_it_holds(string page, bool isLogin)
    {
        using HttpResponseMessage response = new(HttpStatusCode.OK);

        Explanation explanation = JsonFailure.Html(Calls.Get(), response, Encoding.UTF8.GetBytes(page));

        Assert.Equal(isLogin ? AppErrorReason.SignInRequired : AppErrorReason.UnexpectedContent, explanation.Reason);
        Assert.StartsWith("the app answered 200 with an HTML page where the document promises another type" + (isLogin ? ": a login page" : ""), explanation.What);
    }

    [Theory]
    [InlineData(4091, true)]
    [InlineData(4092, false)]
    public void Its_first_four_kilobytes_are_looked_at(int before, bool isLogin)
    {
        using HttpResponseMessage response = new();

        Explanation explanation = JsonFailure.Html(Calls.Get(), response, Encoding.UTF8.GetBytes(new string('x', before) + "login and more"));

        Assert.Equal(isLogin, explanation.Reason == AppErrorReason.SignInRequired);
    }

    public static TheoryData<Exception, bool> Misfits => new()
    {
        { new JsonException(), true }, { new FormatException(), true }, { new InvalidOperationException(), true }, { new OverflowException(), true },
        { new ArgumentException(), true }, { new ObjectDisposedException("x"), false }, { new IOException(), false }, { new NotSupportedException(), false },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void What_a_reader_throws_at_a_misfit_is_told_from_other_failures(Exception exception, bool isMisfit) =>
        Assert.Equal(isMisfit, JsonFailure.IsMisfit(exception));

    [Theory]
    [InlineData("", "UnexpectedContent")]
    [InlineData(" \t\r\n", "UnexpectedContent")]
    [InlineData("<x", "UnexpectedContent")]
    [InlineData("{\"a\":[1", "InvalidJson")]
    [InlineData("{\"a\":[1}", "InvalidJson")]
    [InlineData("{\"a\":[1]}", "UnexpectedValue")]
    public void A_body_that_does_not_fit_is_empty_a_page_cut_broken_or_of_another_type(string body, string reason)
    {
        using HttpResponseMessage response = new();

        AppException seen = JsonFailure.Of(Calls.Get(), response, Encoding.UTF8.GetBytes(body), 5, new JsonException("a cause"));

        Assert.Equal(reason, seen.Reason.ToString());
        Assert.Equal(body, seen.Body);
        Assert.IsType<JsonException>(seen.InnerException);
    }

    [Theory]
    [InlineData("{\"a\":[1,", "the answer's JSON ends in the middle, at $.a[0]. ")]
    [InlineData("{\"a\":[1}", "the answer is not valid JSON at $.a[0]. ")]
    [InlineData("{\"a\":[1]}", "the answer does not fit the document at $.a: a cause. Likely cause: the document is not the one of the app's present version")]
    public void Its_place_is_named(string body, string what)
    {
        using HttpResponseMessage response = new();

        AppException seen = JsonFailure.Of(Calls.Get(), response, Encoding.UTF8.GetBytes(body), 5, new JsonException("a cause"));

        Assert.StartsWith("GET /api/items: " + what, seen.Message);
    }

    [Theory]
    [InlineData("5 is no text", true)]
    [InlineData("null: give the route a response_model", false)]
    [InlineData("RESPONSE_MODEL", true)]
    public void The_cause_is_told_once(string message, bool hasCause)
    {
        using HttpResponseMessage response = new();

        AppException seen = JsonFailure.Of(Calls.Get(), response, "[1]"u8, 1, new FormatException(message));

        Assert.Equal(AppErrorReason.UnexpectedValue, seen.Reason);
        Assert.Equal(hasCause, seen.Message.Contains("Likely cause: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[1]", true)]
    [InlineData("[1] ", true)]
    [InlineData("[1", false)]
    [InlineData("[1] 2", false)]
    [InlineData("", false)]
    public void JSON_is_valid_if_it_is_one_whole_value(string body, bool isValid) => Assert.Equal(isValid, JsonFailure.IsValid(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void And_no_deeper_than_is_read(int depth, bool isValid) =>
        Assert.Equal(isValid, JsonFailure.IsValid(Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth))));
}
