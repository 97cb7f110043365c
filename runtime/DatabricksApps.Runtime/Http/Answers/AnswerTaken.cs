using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>Ends a call where its answer is taken as it came: nothing that follows it in the caller's function has a value to go on with.</summary>
internal sealed class AnswerTaken(AppAnswer answer) : Exception("The answer was taken as it came.")
{
    public AppAnswer Answer { get; } = answer;

    /// <summary>Takes an answer.</summary>
    public static async ValueTask<Exception> OfAsync(AppRequest request, HttpResponseMessage response, long limit, CancellationToken cancellationToken) =>
        new AnswerTaken(await AppAnswer.OfAsync(request, response, limit, cancellationToken).ConfigureAwait(false));
}
