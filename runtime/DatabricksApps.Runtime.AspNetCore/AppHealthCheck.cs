using DatabricksApps.Generated;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DatabricksApps.AspNetCore;

/// <summary>Asks an app for an answer, with the token that a client's calls carry.</summary>
internal sealed class AppHealthCheck<TClient>(AppProbe<TClient> probe, string path) : IHealthCheck
    where TClient : class
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await probe.SendAsync(path, cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy($"{path} answered, and the token was taken.");
        }
        catch (AppException exception) when (IsAnswerOfApp(exception))
        {
            return HealthCheckResult.Healthy($"The app answered {(int?)exception.StatusCode} to {path}, and the token was taken.");
        }
        catch (AppException exception)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, exception.Message, exception);
        }
    }

    // FastAPI's own 404 and 405 come from the app, behind the front door; the front door's are no JSON.
    private static bool IsAnswerOfApp(AppException exception) =>
        exception.Reason is AppErrorReason.NotFound or AppErrorReason.MethodNotAllowed or AppErrorReason.InvalidRequest
        && exception.Body.AsSpan().TrimStart() is ['{' or '[', ..];
}
