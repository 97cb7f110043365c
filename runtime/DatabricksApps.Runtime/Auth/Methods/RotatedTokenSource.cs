namespace DatabricksApps.Auth;

/// <summary>
/// Signs in with what was read when the client was made, and where that is refused, with the secret that took its place
/// since, in the profile, the environment or the options. Who signs in, where and how stays: only the secret may be another.
/// </summary>
/// <param name="inputs">What was read when the client was made.</param>
/// <param name="read">Reads the same again; null: it cannot be read.</param>
/// <param name="create">Makes the sign-in of what was read.</param>
internal sealed class RotatedTokenSource(
    CredentialInputs inputs, Func<CredentialInputs?> read, Func<CredentialInputs, ITokenSource> create) : ITokenSource
{
    private volatile ITokenSource _source = create(inputs);
    private CredentialInputs _inputs = inputs;

    public async ValueTask<AppToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _source.GetTokenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (AppAuthenticationException failure) when (!failure.IsTransient && ReadAgain())
        {
            return await _source.GetTokenAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public void Invalidate(AppToken refused) => _source.Invalidate(refused);

    private bool ReadAgain()
    {
        if (read() is not { } found || found.Key() == _inputs.Key() || !found.IsOfSameClient(_inputs))
        {
            return false;
        }

        _inputs = found;
        _source = create(found);
        return true;
    }
}
