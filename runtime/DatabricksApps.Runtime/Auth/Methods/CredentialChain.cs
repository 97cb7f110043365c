using Microsoft.Extensions.Logging;

namespace DatabricksApps.Auth;

/// <summary>
/// Signs in by the method that the settings name, else by the first that is configured and gives a token, and stays with
/// it. Until then each call goes through the methods again.
/// </summary>
/// <param name="context">What the methods work with.</param>
/// <param name="methods">The methods, in the order in which they are tried.</param>
/// <param name="onRequest">The methods that are used only if they are named.</param>
internal sealed class CredentialChain(
    CredentialContext context, IReadOnlyList<ICredentialMethod> methods, IReadOnlyList<ICredentialMethod> onRequest) : ITokenSource
{
    private const string Documentation =
        "please check https://docs.databricks.com/en/dev-tools/auth.html#databricks-client-unified-authentication";

    private const string NothingFits =
        $"default auth: cannot configure default credentials, {Documentation} to configure credentials for your preferred authentication method";

    private volatile ITokenSource? _source;

    /// <summary>Gets the name of the method that signs in; null: none does yet.</summary>
    public string? Method { get; private set; }

    public ValueTask<AppToken> GetTokenAsync(CancellationToken cancellationToken) =>
        _source is { } source ? source.GetTokenAsync(cancellationToken)
        : context.Settings[AuthAttribute.AuthType] is { } name ? SignInByAsync(name, cancellationToken)
        : SignInAsync(cancellationToken);

    public void Invalidate(AppToken refused) => _source?.Invalidate(refused);

    private async ValueTask<AppToken> SignInByAsync(string name, CancellationToken cancellationToken)
    {
        ICredentialMethod method = methods.Concat(onRequest).FirstOrDefault(m => m.Name == name) ?? throw Refuse(
            $"auth type \"{SingleLine.Of(name, 50, [])}\" not found, {Documentation} for a list of supported auth types",
            $"Set AuthType (DATABRICKS_AUTH_TYPE) to one that apps take: {string.Join(", ", methods.Concat(onRequest).Where(m => m.Refusal is null).Select(m => m.Name))}.");
        try
        {
            CheckRequired(name);
            CredentialAnswer answer = await method.ConfigureAsync(context, cancellationToken).ConfigureAwait(false);
            if (!answer.IsMine)
            {
                throw Refuse($"{name} auth: not configured", null, answer.Reason);
            }

            Method = name;
            AppToken token = await answer.Source.GetTokenAsync(cancellationToken).ConfigureAwait(false);
            Stay(method, answer.Source);
            return token;
        }
        catch (AppAuthenticationException failure) when (!failure.Message.Contains("Config: ", StringComparison.Ordinal))
        {
            throw AuthFailure.With(failure, $"({name}; {context.Settings})");
        }
    }

    // Worded as the Go SDK does.
    private void CheckRequired(string name)
    {
        AuthSettings settings = context.Settings;
        if (name == RefusedMethod.Pat.Name && settings[AuthAttribute.Token] is null)
        {
            throw Refuse("default auth: token is required", RefusedMethod.Pat.Refusal.Next);
        }

        if (settings.Host is null && settings[AuthAttribute.AzureResourceId] is null && name != RefusedMethod.Basic.Name)
        {
            throw Refuse(
                "default auth: host is required" + (name == RefusedMethod.Pat.Name ? " for PAT authentication" : ""),
                "Set Host (DATABRICKS_HOST) to the address that the browser shows for the workspace.");
        }
    }

    private async ValueTask<AppToken> SignInAsync(CancellationToken cancellationToken)
    {
        List<string> tried = [];
        List<string> ambient = [];
        List<string> skipped = [];
        string? cli = null;
        foreach (ICredentialMethod method in methods)
        {
            try
            {
                CredentialAnswer answer = await method.ConfigureAsync(context, cancellationToken).ConfigureAwait(false);
                if (!answer.IsMine)
                {
                    context.Logger.MethodSkipped(method.Name, answer.Reason);
                    cli = method.Name == AuthTypes.DatabricksCli ? answer.Reason : cli;
                    if (method.Refusal is null)
                    {
                        skipped.Add($"{method.Name} ({answer.Reason})");
                    }

                    continue;
                }

                AppToken token = await answer.Source.GetTokenAsync(cancellationToken).ConfigureAwait(false);
                Stay(method, answer.Source);
                return token;
            }
            catch (AppAuthenticationException failure) when (method.Refusal is { } refusal)
            {
                context.Logger.MethodRefused(method.Name, refusal.Reason);

                // Whoever has an Azure host has the Azure CLI for a way to sign in, without having chosen it.
                (method == RefusedMethod.AzureCli ? ambient : tried).Add(AuthFailure.Detail(failure));
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

        string all = WithSettings(NothingFits);
        all += skipped.Count > 0 ? $". Not configured: {string.Join(", ", skipped)}" : "";
        throw tried.Count == 0
            ? NothingSignsIn.Of(context.Settings, cli, string.Join(' ', ambient.Append(all + ".")))
            : AuthFailure.OfAll([.. tried, .. ambient], all);
    }

    private void Stay(ICredentialMethod method, ITokenSource source)
    {
        Method = method.Name;
        _source = source;
        context.Logger.SignedIn(context.Settings.Host?.ToString() ?? "no host", method.Name);
    }

    private AppAuthenticationException Refuse(string what, string? next, string? reason = null) =>
        AuthFailure.Of(reason is null ? WithSettings(what) : $"{WithSettings(what)}. Reason: {reason}", null, next);

    private string WithSettings(string text) => context.Settings.ToString() is { Length: > 0 } shown ? $"{text}. {shown}" : text;
}
