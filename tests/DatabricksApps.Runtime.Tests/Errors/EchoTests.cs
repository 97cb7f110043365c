using System.Net;
using System.Text;
using DatabricksApps.Auth;
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

    private static AppLocation TokenLocation(DatabricksAppOptions options) => TokenSources.OfProcess.LocationFor(options, []);
}
