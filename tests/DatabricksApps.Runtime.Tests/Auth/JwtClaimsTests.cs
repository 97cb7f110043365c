using System.Text;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>Which scopes a token lacks, as far as it says so itself.</summary>
public sealed class JwtClaimsTests
{
    [Theory]
    [InlineData("""{"scope":"sql file.files"}""", "sql", "")]
    [InlineData("""{"scope":"sql"}""", "sql file.files", "file.files")]
    [InlineData("""{"scope":["sql"]}""", "sql file.files", "file.files")]

    // Whether a token may be renewed is nothing that it can do at an app, and no token names it.
    [InlineData("""{"scope":"sql"}""", "sql offline_access", "")]
    [InlineData("""{"scope":"sql"}""", "offline_access file.files", "file.files")]

    // One scope does not stand for others.
    [InlineData("""{"scope":"all-apis"}""", "sql", "sql")]
    [InlineData("""{"scope":""}""", "sql", "sql")]

    // A token that names none may have any.
    [InlineData("""{"sub":"x"}""", "sql", "")]
    [InlineData("""{"scope":7}""", "sql", "")]
    public void A_token_lacks(string claims, string wanted, string missing) =>
        Assert.Equal(missing, string.Join(' ', JwtClaims.MissingScopes(Jwt(claims), wanted.Split(' '))));

    [Theory]
    [InlineData("dapi0123")]
    [InlineData("a.b")]
    [InlineData("a.!.c")]
    [InlineData("a.W10.c")]
    public void What_is_no_JWT_lacks_none(string token) => Assert.Empty(JwtClaims.MissingScopes(token, ["sql"]));

    private static string Jwt(string claims) =>
        $"e30.{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.c2ln";
}
