using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace LocalWorkspace;

/// <summary>Answers given in place of the real ones, in the order in which they were put here.</summary>
public sealed class Faults
{
    private readonly ConcurrentQueue<RequestDelegate> _answers = new();

    /// <summary>Answers the next requests with a status and a body.</summary>
    /// <param name="count">How many requests.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body.</param>
    /// <param name="contentType">The type of the body.</param>
    /// <param name="retryAfter">The <c>Retry-After</c> header: seconds or an HTTP date.</param>
    public void AnswerNext(int count, int status, string body = "", string contentType = "text/plain", string? retryAfter = null) =>
        AnswerNext(count, context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            context.Response.Headers.RetryAfter = retryAfter;
            return context.Response.WriteAsync(body, context.RequestAborted);
        });

    /// <summary>Cuts the connection of the next requests without an answer.</summary>
    /// <param name="count">How many requests.</param>
    public void CutNext(int count) => AnswerNext(count, context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    internal void AnswerNext(int count, RequestDelegate answer)
    {
        for (int i = 0; i < count; i++)
        {
            _answers.Enqueue(answer);
        }
    }

    /// <summary>Takes the next answer, if one is due.</summary>
    internal bool TryTake(out RequestDelegate? answer) => _answers.TryDequeue(out answer);
}
