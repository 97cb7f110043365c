namespace LocalWorkspace;

/// <summary>What a front door does where reports of the real one differ.</summary>
public sealed class FrontDoorPolicy
{
    /// <summary>Gets or sets the answer to an expired token: the redirect to the login unless set; 403 <c>Invalid Token</c> was seen too.</summary>
    public FrontDoorAnswer ExpiredToken { get; set; } = FrontDoorAnswer.LoginRedirect;

    /// <summary>Gets or sets the answer to a token that lacks scopes of the app: 401 unless set; 403 is documented too.</summary>
    public FrontDoorAnswer MissingScope { get; set; } = FrontDoorAnswer.Unauthorized;

    /// <summary>Gets or sets whether <c>all-apis</c> stands for every scope that an app may ask for; true unless set.</summary>
    public bool AllApisIsEveryScope { get; set; } = true;

    /// <summary>Gets or sets how long the app may keep silent before the front door ends a request; 2 minutes unless set.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(2);
}
