using DatabricksApps;
using DatabricksApps.AspNetCore;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets a client call an app in the name of the user whose request is handled.</summary>
public static class UserTokenHttpClientBuilderExtensions
{
    /// <summary>
    /// Signs each call with the token of the user whose request is being handled: the one that the Databricks Apps front
    /// door puts into <c>X-Forwarded-Access-Token</c>. It is read for each call and kept nowhere, so that no user gets
    /// another's.
    /// </summary>
    /// <param name="builder">What <c>Add…Client</c> returned.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>
    /// <para>
    /// For programs that are Databricks apps themselves: only there does the front door set the header, and overwrites
    /// what a caller sent in it. Anywhere else a caller could put any token there.
    /// </para>
    /// <para>
    /// Databricks does not document that one app takes the user token that another app was given, and users report that
    /// it is refused; from app to app, the calling app's own service principal (the default sign-in) is the way that is
    /// known to work.
    /// </para>
    /// <para>A call outside of a request, or in one without the header, throws <see cref="AppAuthenticationException"/>.</para>
    /// </remarks>
    public static IHttpClientBuilder WithUserToken(this IHttpClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddOptions<DatabricksAppOptions>(builder.Name).PostConfigure<IHttpContextAccessor>(
            (options, accessor) => options.TokenProvider = _ => ValueTask.FromResult(UserToken.Read(accessor.HttpContext)));
        return builder;
    }
}
