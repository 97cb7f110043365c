using DatabricksApps.Generated;

namespace DatabricksApps.Errors;

/// <summary>Explains a redirect: mostly the front door's way to say that it wants a sign-in.</summary>
internal static class RedirectExplanation
{
    public static Explanation Explain(AppRequest request, HttpResponseMessage response)
    {
        int status = (int)response.StatusCode;
        Uri? target = Target(request, response);
        if (target is not null && IsLogin(target))
        {
            string login = SignIn.IsKnown(request, target)
                ? $"the front door redirects to the login page of {target.IdnHost} ({status})"
                : $"the answer redirects to a login page of {target.IdnHost} ({status})";
            Explanation redirect = SignIn.ExplainRedirect(request, login, target);
            return SignIn.IsOfAnotherWorkspace(request, target) || !SignIn.IsKnown(request, target) ? redirect
                : TokenAdvice.Explain(request, response, AppErrorReason.SignInRequired, login) ?? redirect;
        }

        string what = target is null ? $"the app answered {status}" : $"the app redirects to {Shown(request, target)} ({status})";
        if (target is not null && request.RequestUri is { } asked
            && target.AbsolutePath.TrimEnd('/') == asked.AbsolutePath.TrimEnd('/') && target.AbsolutePath != asked.AbsolutePath)
        {
            return new(AppErrorReason.Redirected, what,
                "the app's present version has this route with another slash at its end than the document.",
                "Refresh the document from the app.");
        }

        return new(AppErrorReason.Redirected, what,
            "the base address is not the app's own, or the route moved.",
            (target is not null && DatabricksHosts.IsApp(target)
                ? "Use the address that the app redirects to as the base address"
                : $"Compare the base address with the app's URL (databricks apps get {request.Advice.App})")
            + "; redirects are not followed, so that no token leaves for another host.");
    }

    /// <summary>Tells whether an address is the sign-in of a workspace or of the front door.</summary>
    public static bool IsLogin(Uri address)
    {
        string path = address.AbsolutePath;
        return path.Contains("/oidc/", StringComparison.Ordinal) || path.Contains("/.auth/", StringComparison.Ordinal);
    }

    // Without the query: that of a login page holds states and challenges.
    private static string Shown(AppRequest request, Uri target) =>
        target.Host == request.RequestUri?.Host ? target.AbsolutePath : DatabricksHosts.Show(target) + target.AbsolutePath;

    private static Uri? Target(AppRequest request, HttpResponseMessage response)
    {
        if (response.Headers.Location is not { } location)
        {
            return null;
        }

        return location.IsAbsoluteUri ? location
            : request.RequestUri is { } asked && Uri.TryCreate(asked, location, out Uri? absolute) ? absolute
            : null;
    }
}
