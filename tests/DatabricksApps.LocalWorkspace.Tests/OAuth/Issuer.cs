using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DatabricksApps.LocalWorkspace.Tests.OAuth;

/// <summary>An issuer of tokens outside the workspace, such as a CI system.</summary>
internal sealed class Issuer
{
    public const string Name = "https://token.actions.example";

    private readonly ECDsaSecurityKey _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    public SecurityKey Key => _key;

    public string Issue(
        DateTimeOffset now, string audience = "account", string subject = "repo:acme/app", string issuer = Name, SecurityKey? key = null) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            Claims = new Dictionary<string, object> { ["sub"] = subject },
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = now.UtcDateTime.AddMinutes(10),
            SigningCredentials = key is SymmetricSecurityKey
                ? new SigningCredentials(key, SecurityAlgorithms.HmacSha256)
                : new SigningCredentials(key ?? _key, SecurityAlgorithms.EcdsaSha256),
        });
}
