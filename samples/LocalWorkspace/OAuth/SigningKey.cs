using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace LocalWorkspace.OAuth;

/// <summary>The key that signs the workspace's tokens; a new one for each workspace, so that none takes another's tokens.</summary>
internal sealed class SigningKey
{
    public RsaSecurityKey Key { get; } = new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };
}
