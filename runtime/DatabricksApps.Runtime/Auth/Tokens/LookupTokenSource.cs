namespace DatabricksApps.Auth;

/// <summary>The program's own sign-in, for a client whose calls are signed by <c>TokenProvider</c>: a failure says why it was needed at all.</summary>
internal sealed class LookupTokenSource(string app, ITokenSource program) : ITokenSource
{
    public async ValueTask<AppToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await program.GetTokenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (AppAuthenticationException failure)
        {
            throw AuthFailure.With(
                failure,
                $"The workspace was to be asked where the app {app} is, which is done as the program itself: the tokens of TokenProvider are never sent to the workspace. " +
                "Set BaseAddress to the app's URL, or LookupTokenProvider to what gives the token for the question.");
        }
    }

    public void Invalidate(AppToken refused) => program.Invalidate(refused);
}
