using Microsoft.IdentityModel.JsonWebTokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;

namespace LocalWorkspace.OAuth;

/// <summary>Writes the tokens that leave the token endpoint into the log.</summary>
internal sealed class IssuedTokens(TokenLog log) : IOpenIddictServerHandler<OpenIddictServerEvents.ApplyTokenResponseContext>
{
    /// <summary>Before the answer is sent.</summary>
    public const int Order = int.MinValue;

    public ValueTask HandleAsync(OpenIddictServerEvents.ApplyTokenResponseContext context)
    {
        if (context.Response.AccessToken is { } text)
        {
            JsonWebToken token = new(text);
            log.Add(new IssuedToken(
                token.Id,
                token.Subject,
                context.Request?.ClientId,
                context.Request?.GrantType ?? "",
                token.GetPayloadValue<string>(OpenIddictConstants.Claims.Scope).Split(' '),
                token.ValidTo));
        }

        return ValueTask.CompletedTask;
    }
}
