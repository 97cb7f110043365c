using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace DatabricksApps.LocalWorkspace.Tests.OAuth;

/// <summary>The client and the browser of an authorization code flow (RFC 6749 §4.1, RFC 7636).</summary>
public sealed class Browser(HttpClient http, Uri workspace, OAuthClient oauth)
{
    public const string Callback = "http://localhost:8020";

    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    /// <summary>Sends the authorization request, changed as told; a null value leaves a parameter out.</summary>
    public async Task<AuthorizationAnswer> AuthorizeAsync(params (string Name, string? Value)[] changes)
    {
        Dictionary<string, string?> query = new()
        {
            ["response_type"] = "code",
            ["client_id"] = "databricks-cli",
            ["redirect_uri"] = Callback,
            ["scope"] = "offline_access all-apis",
            ["state"] = "a1b2",
            ["code_challenge"] = Base64UrlTextEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        };
        foreach ((string name, string? value) in changes)
        {
            query[name] = value;
        }

        string address = QueryHelpers.AddQueryString(new Uri(workspace, "/oidc/v1/authorize").AbsoluteUri, query);
        using HttpResponseMessage response = await http.GetAsync(address, TestContext.Current.CancellationToken);
        return new AuthorizationAnswer(
            response.StatusCode,
            response.Headers.Location,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Changes a code for tokens, as told.</summary>
    public Task<OAuthAnswer> RedeemAsync(string code, string redirectUri = Callback, string verifier = Verifier, string client = "databricks-cli") =>
        oauth.RequestTokenAsync(
            null,
            ("grant_type", "authorization_code"),
            ("code", code),
            ("code_verifier", verifier),
            ("redirect_uri", redirectUri),
            ("client_id", client));

    /// <summary>Runs the whole flow.</summary>
    public async Task<OAuthAnswer> SignInAsync(string scope = "offline_access all-apis") =>
        await RedeemAsync((await AuthorizeAsync(("scope", scope)))["code"]);

    /// <summary>Changes a refresh token for tokens.</summary>
    public Task<OAuthAnswer> RefreshAsync(string refreshToken, params (string Name, string Value)[] more) =>
        oauth.RequestTokenAsync(
            null, [("grant_type", "refresh_token"), ("refresh_token", refreshToken), ("client_id", "databricks-cli"), .. more]);
}

/// <summary>Where an authorization request led.</summary>
public sealed record AuthorizationAnswer(HttpStatusCode Status, Uri? Location, string Page)
{
    /// <summary>Gets a parameter of the redirect; empty if there is none.</summary>
    public string this[string name] =>
        QueryHelpers.ParseQuery(Location!.Query).TryGetValue(name, out StringValues value) ? value.ToString() : "";
}
