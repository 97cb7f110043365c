namespace LocalWorkspace;

/// <summary>The answers that a front door gives itself.</summary>
public enum FrontDoorAnswer
{
    /// <summary>302 to the login page of the workspace.</summary>
    LoginRedirect,

    /// <summary>401 without a body.</summary>
    Unauthorized,

    /// <summary>403 with the body <c>Invalid Token</c>.</summary>
    InvalidToken,

    /// <summary>403 because the caller lacks CAN USE, or a scope.</summary>
    Forbidden,

    /// <summary>404 because there is no such app.</summary>
    AppNotFound,

    /// <summary>503 with a page, because the app is stopped.</summary>
    AppNotAvailable,

    /// <summary>502 because the app does not answer.</summary>
    BadGateway,
}
