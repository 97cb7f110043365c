using DatabricksApps.Tests.Auth;
using System.Net;
using System.Text;
using DatabricksApps.Auth;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Errors;

/// <summary>A server that echoes what it was sent, in whatever form, puts no secret into an exception.</summary>
public sealed class EchoTests
{
    private const string Token = "c4nary+token/with~all=signs-0123456789";
    private const string Key = "c4nary key/with & signs";

    public static TheoryData<string> Echoes
    {
        get
        {
            TheoryData<string> data = [];
            foreach (string secret in (string[])[Token, Key])
            {
                data.Add(secret);
                data.Add(Uri.EscapeDataString(secret));
                data.Add(Uri.EscapeDataString(secret).Replace("%2B", "%2b", StringComparison.Ordinal).Replace("%2F", "%2f", StringComparison.Ordinal));
                data.Add(Uri.EscapeDataString(Uri.EscapeDataString(secret)));
                data.Add(secret.Replace("/", "%2F", StringComparison.Ordinal));
                data.Add(WebUtility.UrlEncode(secret));
                data.Add(secret.Replace(' ', '+'));
                data.Add(WebUtility.HtmlEncode(secret));
                data.Add(secret.Replace("+", "&#43;", StringComparison.Ordinal).Replace("/", "&#x2F;", StringComparison.Ordinal));
                data.Add(Convert.ToHexString(Encoding.UTF8.GetBytes(secret)));
                data.Add(Convert.ToHexString(Encoding.UTF8.GetBytes("x" + secret + "x")).ToLowerInvariant());
                data.Add(Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes("user:" + secret))));
                foreach (string before in (string[])["", "a", "ab", "Bearer ", "user:"])
                {
                    foreach (string behind in (string[])["", "x", "\r\nHost: app"])
                    {
                        data.Add(Convert.ToBase64String(Encoding.UTF8.GetBytes(before + secret + behind)));
                        data.Add(Convert.ToBase64String(Encoding.UTF8.GetBytes(before + secret + behind)).TrimEnd('=').Replace('+', '-').Replace('/', '_'));
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task Nor_into_a_value_of_a_declared_error_or_of_one_that_FastAPI_has(string echo)
    {
        string quoted = System.Text.Json.JsonSerializer.Serialize(echo);
        string body = $$"""{"detail":[{"loc":["body",{{quoted}}],"msg":{{quoted}},"type":"t","input":{{quoted}}}]}""";
        StubHandler stub = StubHandler.Of(HttpStatusCode.UnprocessableEntity, body, "application/json");
        DatabricksAppOptions options = new() { BaseAddress = new Uri("https://app.example.com"), Token = Token, ApiKeys = { ["Key"] = Key } };
        AppConnection app = new(new DatabricksAppHandler(options, stub), options, TokenSources.OfProcess.LocationFor(TokenSources.OfProcess.Read(options, [])));
        AppRequest request = Calls.Get();
        app.AddApiKeyHeader(request, "Key", "X-Key");

        AppException failure = await Assert.ThrowsAnyAsync<AppException>(() => app.SendAsync<string, StringJson>(
            request, null, TestContext.Current.CancellationToken, static response => response.ReadError<System.Text.Json.JsonElement, AnyJson>()));

        string told = Assert.IsType<AppException<System.Text.Json.JsonElement>>(failure).Error.GetRawText() + failure + failure.Body;
        Assert.DoesNotContain("c4nary", told, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("***", told, StringComparison.Ordinal);

        AppValidationException refused = await Assert.ThrowsAsync<AppValidationException>(() => app.StringAsync(Authorized(app)));
        Assert.DoesNotContain("c4nary", refused + string.Join(' ', refused.Errors) + refused.Errors[0].Message + refused.Errors[0].Input, StringComparison.OrdinalIgnoreCase);
    }

    private static AppRequest Authorized(AppConnection app)
    {
        AppRequest request = Calls.Get();
        app.AddApiKeyHeader(request, "Key", "X-Key");
        return request;
    }

    [Theory]
    [InlineData("X-Request-Id")]
    [InlineData("X-Databricks-Request-Id")]
    public async Task The_request_id_is_masked_as_well(string header)
    {
        foreach (HttpStatusCode status in (HttpStatusCode[])[HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK])
        {
            StubHandler stub = new(_ =>
            {
                HttpResponseMessage response = new(status) { Content = new StringContent("""{"detail":[{"loc":["body"],"msg":"m","type":"t"}]}""", Encoding.UTF8, "application/json") };
                response.Headers.TryAddWithoutValidation(header, $"r-{Token}");
                return response;
            });
            DatabricksAppOptions options = new() { BaseAddress = new Uri("https://app.example.com"), Token = Token };
            using HttpClient client = new(new DatabricksAppHandler(options, stub)) { BaseAddress = options.BaseAddress };
            AppResponseInfo? seen = null;

            Exception? failure = await Record.ExceptionAsync(
                () => new AppConnection(client, options, TokenLocation(options)).StringAsync(Calls.Get(), new AppRequestOptions { OnResponse = info => seen = info }));

            Assert.Equal("r-***", seen!.RequestId);
            if (status != HttpStatusCode.OK)
            {
                Assert.Equal("r-***", Assert.IsType<AppException>(failure, exactMatch: false).RequestId);
                Assert.DoesNotContain(Token, failure!.ToString(), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("s3cr3t7", "bad secret s3cr3t7 of sp", "bad secret *** of sp")]
    [InlineData("s3cr", "bad secret s3cr of sp", "bad secret *** of sp")]
    [InlineData("s3cr3t7", "basic c3A6czNjcjN0Nw== sent", "basic *** sent")]
    [InlineData("s3cr3t", "basic c3A6czNjcjN0 sent", "basic *** sent")]
    [InlineData("sql", "the scope sql is not allowed", "the scope sql is not allowed")]
    public void Also_a_short_secret_is_hidden_unless_it_is_a_word_of_any_text(string secret, string text, string shown) =>
        Assert.Equal(shown, Redaction.Hide(text, secret));

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task No_form_of_a_secret_is_shown(string echo)
    {
        StubHandler stub = new(_ => new HttpResponseMessage(HttpStatusCode.BadRequest)
        {
            Content = new StringContent($$"""{"detail":"you sent {{echo}} to us"}""", Encoding.UTF8, "application/json"),
        });
        DatabricksAppOptions options = new() { BaseAddress = new Uri("https://app.example.com"), Token = Token };
        options.ApiKeys["key"] = Key;
        using HttpClient client = new(new DatabricksAppHandler(options, stub)) { BaseAddress = options.BaseAddress };
        AppConnection app = new(client, options, TokenLocation(options));
        AppRequest request = Calls.Get();
        app.AddApiKeyQuery(request, "key", "key");

        AppException seen = await Assert.ThrowsAsync<AppException>(() => app.StringAsync(request));

        Assert.Contains("you sent *** to us", seen.Message);
        Assert.Equal("""{"detail":"you sent *** to us"}""", seen.Body);
    }

    [Theory]
    [InlineData("""you sent c4nary\u002Btoken\/with~all=signs-0123456789 to us""", "you sent *** to us")]
    [InlineData("""you sent c4nary\\u002Btoken\\u002fwith~all=signs-0123456789 to us""", "you sent *** to us")]
    [InlineData("""you sent \u0063\u0034nary+token/with~all=signs-0123456789 to us""", "you sent *** to us")]
    [InlineData("you sent YzRuYXJ5K3Rva2VuL3dpdGh+YWxs\r\nPXNpZ25zLTAxMjM0NTY3ODk= to us", "you sent *** to us")]
    [InlineData("""you sent YzRuYXJ5K3Rva2VuL3dpdGh+YWxs\r\nPXNpZ25zLTAxMjM0NTY3ODk= to us""", "you sent *** to us")]
    [InlineData("100 % \\of &nbsp; c4nary&#99999999; %zz \\u12", "100 % \\of &nbsp; c4nary&#99999999; %zz \\u12")]
    [InlineData("c4nary%2btoken/with~all=signs-0123456789c4nary+token%2Fwith~all=signs-0123456789%", "***%")]
    public void A_form_within_escapes_is_found_and_the_rest_stays(string text, string expected) =>
        Assert.Equal(expected, Redaction.Hide(text, Token));

    [Theory]
    [InlineData("you sent schl%C3%BCssel-%E2%82%AC to us")]
    [InlineData("you sent schl%c3%bcssel-%e2%82%ac to us")]
    [InlineData("you sent schl%25C3%25BCssel-%25E2%2582%25AC to us")]
    [InlineData("""you sent schl\u00fcssel-\u20ac to us""")]
    public void So_is_one_that_is_not_ASCII(string text) =>
        Assert.Equal("you sent *** to us", Redaction.Hide(text, "schlüssel-€"));

    [Fact]
    public void A_long_text_full_of_forms_is_read_once()
    {
        string form = Convert.ToBase64String(Encoding.UTF8.GetBytes(Token));
        string text = string.Concat(Enumerable.Repeat(form + " ", 20_000));

        Assert.Equal(string.Concat(Enumerable.Repeat("*** ", 20_000)), Redaction.Hide(text, Token));
    }

    [Theory]
    [InlineData("you sent c4nary+token/with~all=\nsigns-0123456789 to us", "you sent *** to us")]
    [InlineData("you sent C4NARY+TOKEN/WITH~ALL=SIGNS-0123456789 to us", "you sent *** to us")]
    public void Neither_lines_nor_case_hide_a_secret_from_the_search(string text, string expected) =>
        Assert.Equal(expected, Redaction.Hide(text, Token));

    [Fact]
    public void A_secret_through_which_the_bodys_cut_goes_is_not_shown_in_part()
    {
        AppRequest request = Calls.Get();
        request.SentToken = new string('t', 700) + "-the-end";
        string body = string.Concat(Enumerable.Repeat(request.SentToken + "\n", 60));

        string shown = Failure.BodyText(request, Encoding.UTF8.GetBytes(body));

        Assert.DoesNotContain("ttt", shown, StringComparison.Ordinal);
        Assert.StartsWith("***\n***\n", shown, StringComparison.Ordinal);
    }

    private static AppLocation TokenLocation(DatabricksAppOptions options) => TokenSources.OfProcess.LocationFor(options, []);
}
