using DatabricksApps;
using DatabricksApps.AspNetCore;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets a client call an app in the name of the user whose request is handled.</summary>
public static class UserTokenHttpClientBuilderExtensions
{
    /// <summary>
    /// Signs each call with the token of the user whose request is being handled: the one that the Databricks Apps front
    /// door puts into <c>X-Forwarded-Access-Token</c>. It is taken when the request begins, goes with what the request
    /// runs, and is forgotten when the request ends, so that no user gets another's. A header that a middleware adds or
    /// changes afterwards does not count.
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
    /// <para>
    /// A call outside of a request, after its end, or in one without the header, throws <see cref="AppAuthenticationException"/>.
    /// The workspace never gets the user's token: where the app is (<see cref="DatabricksAppOptions.AppName"/>) is asked
    /// as the program itself.
    /// </para>
    /// </remarks>
    public static IHttpClientBuilder WithUserToken(this IHttpClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddHttpContextAccessor();
        if (!builder.Services.Any(service => !service.IsKeyedService && service.ImplementationType == typeof(RequestUserStartupFilter)))
        {
            // The first filter is the outermost, and what the others run belongs to the request as well.
            builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, RequestUserStartupFilter>());
        }

        builder.Services.AddOptions<DatabricksAppOptions>(builder.Name).PostConfigure<IHttpContextAccessor>(
            (options, accessor) => options.TokenProvider = _ => ValueTask.FromResult(TokenOf(RequestUser.Current, accessor)));
        return builder;
    }

    // The accessor only tells why there is no user; what it gives is never read.
    private static string TokenOf(RequestUser? user, IHttpContextAccessor accessor) =>
        user is not null ? user.Token()
        : throw (accessor.HttpContext is not { } context ? UserTokenFailure.NoRequest()
            : RequestUser.HasBegun(context) ? UserTokenFailure.PipelineEnded()
            : UserTokenFailure.NotBegun());
}
