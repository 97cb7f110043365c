using Microsoft.Extensions.Logging;

namespace DatabricksApps.Auth;

/// <summary>
/// Signs in by the first method that is configured and gives a token, and stays with it. Until then each call goes
/// through the methods again.
/// </summary>
internal sealed class CredentialChain(CredentialContext context, IReadOnlyList<ICredentialMethod> methods) : ITokenSource
{
    private const string NothingFits =
        "default auth: cannot configure default credentials, please check " +
        "https://docs.databricks.com/en/dev-tools/auth.html#databricks-client-unified-authentication " +
        "to configure credentials for your preferred authentication method";

    private volatile ITokenSource? _source;

    public ValueTask<AppToken> GetTokenAsync(CancellationToken cancellationToken) =>
        _source is { } source ? source.GetTokenAsync(cancellationToken) : SignInAsync(cancellationToken);

    public void Invalidate(AppToken refused) => _source?.Invalidate(refused);

    private async ValueTask<AppToken> SignInAsync(CancellationToken cancellationToken)
    {
        List<string> tried = [];
        List<string> skipped = [];
        foreach (ICredentialMethod method in methods)
        {
            try
            {
                CredentialAnswer answer = await method.ConfigureAsync(context, cancellationToken).ConfigureAwait(false);
                if (!answer.IsMine)
                {
                    context.Logger.MethodSkipped(method.Name, answer.Reason);
                    skipped.Add($"{method.Name} ({answer.Reason})");
                    continue;
                }

                AppToken token = await answer.Source.GetTokenAsync(cancellationToken).ConfigureAwait(false);
                _source = answer.Source;
                context.Logger.SignedIn(Place, method.Name);
                return token;
            }
            catch (AppAuthenticationException failure)
            {
                // What may work in a minute must not decide who signs in for as long as the program runs.
                if (failure.IsTransient || method.IsChosen(context.Settings))
                {
                    throw AuthFailure.With(failure, $"({method.Name}; {context.Settings})");
                }

                context.Logger.MethodFailed(method.Name, failure.Message);
                tried.Add($"{method.Name}: {AuthFailure.Detail(failure)}");
            }
        }

        string all = context.Settings.ToString() is { Length: > 0 } shown ? $"{NothingFits}. {shown}" : NothingFits;
        all += skipped.Count > 0 ? $". Not configured: {string.Join(", ", skipped)}" : "";
        throw tried.Count == 0 ? AuthFailure.Of(all, null, null) : AuthFailure.OfAll(tried, all);
    }

    private string Place =>
        context.Settings[AuthAttribute.Host] is { } host ? WorkspaceHost.Parse(host).ToString()
        : $"the host of profile {context.Settings[AuthAttribute.Profile]}";
}
