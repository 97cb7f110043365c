using Microsoft.Extensions.Logging;

namespace DatabricksApps.Auth;

/// <summary>What the log tells of signing in; no secret is ever among the arguments.</summary>
internal static partial class AuthLog
{
    [LoggerMessage(EventId = 101, EventName = "SignedIn", Level = LogLevel.Information,
        Message = "Signed in to {Host} by {Method}")]
    public static partial void SignedIn(this ILogger logger, string host, string method);

    [LoggerMessage(EventId = 102, EventName = "TokenReceived", Level = LogLevel.Debug,
        Message = "Received a token, which expires on {ExpiresOn}")]
    public static partial void TokenReceived(this ILogger logger, DateTimeOffset? expiresOn);

    [LoggerMessage(EventId = 103, EventName = "TokenWithoutExpiry", Level = LogLevel.Warning,
        Message = "{Endpoint} gave a token without expires_in: it is used until the app refuses it")]
    public static partial void TokenWithoutExpiry(this ILogger logger, string endpoint);

    [LoggerMessage(EventId = 104, EventName = "MethodSkipped", Level = LogLevel.Debug,
        Message = "{Method} is not configured: {Reason}")]
    public static partial void MethodSkipped(this ILogger logger, string method, string reason);

    [LoggerMessage(EventId = 105, EventName = "MethodFailed", Level = LogLevel.Warning,
        Message = "{Method} is configured but does not work, the next method is tried: {Reason}")]
    public static partial void MethodFailed(this ILogger logger, string method, string reason);

    [LoggerMessage(EventId = 106, EventName = "Retrying", Level = LogLevel.Warning,
        Message = "Trying again in {Seconds:0.0} seconds, after attempt {Attempt}: {Reason}")]
    public static partial void Retrying(this ILogger logger, double seconds, int attempt, string reason);

    [LoggerMessage(EventId = 107, EventName = "TokenRefused", Level = LogLevel.Information,
        Message = "The app refused the token; a new one is fetched")]
    public static partial void TokenRefused(this ILogger logger);

    [LoggerMessage(EventId = 108, EventName = "BackgroundRefreshFailed", Level = LogLevel.Warning,
        Message = "The token could not be renewed ahead of its expiry, the next attempt is in {Seconds:0} seconds: {Reason}")]
    public static partial void BackgroundRefreshFailed(this ILogger logger, double seconds, string reason);

    [LoggerMessage(EventId = 109, EventName = "NoHostMetadata", Level = LogLevel.Debug,
        Message = "{Address} gave no metadata of the host, its usual addresses are tried: {Reason}")]
    public static partial void NoHostMetadata(this ILogger logger, string address, string reason);

    [LoggerMessage(EventId = 110, EventName = "CliStarted", Level = LogLevel.Debug,
        Message = "Started {Path} {Command}")]
    public static partial void CliStarted(this ILogger logger, string path, string command);

    [LoggerMessage(EventId = 111, EventName = "AppFound", Level = LogLevel.Information,
        Message = "The app {Name} is at {Address}")]
    public static partial void AppFound(this ILogger logger, string name, string address);

    [LoggerMessage(EventId = 112, EventName = "MethodRefused", Level = LogLevel.Debug,
        Message = "{Method} is configured and passed over: {Reason}")]
    public static partial void MethodRefused(this ILogger logger, string method, string reason);

    [LoggerMessage(EventId = 113, EventName = "SourcesMixed", Level = LogLevel.Warning,
        Message = "The secret of the profile {Profile} is sent to a host that does not come from the profile: {Host}")]
    public static partial void SourcesMixed(this ILogger logger, string profile, string host);

    [LoggerMessage(EventId = 114, EventName = "ConfigFileReadable", Level = LogLevel.Warning,
        Message = "Other users of this machine can read {Path}, which holds secrets. Run: chmod 600 {Path}")]
    public static partial void ConfigFileReadable(this ILogger logger, string path);

    [LoggerMessage(EventId = 115, EventName = "SignInNotKept", Level = LogLevel.Warning,
        Message = "The sign-in in the browser is not kept for the next run: this user has no home folder. Set TokenFolder, or HOME")]
    public static partial void SignInNotKept(this ILogger logger);
}
