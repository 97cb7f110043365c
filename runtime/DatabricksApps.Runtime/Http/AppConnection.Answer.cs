using DatabricksApps.Http;

namespace DatabricksApps.Generated;

public sealed partial class AppConnection
{
    /// <summary>An answer with its whole body, or what to throw.</summary>
    private readonly struct Answer
    {
        private readonly AppRequest? _request;

        public Answer(AppRequest request, HttpResponseMessage response, PooledBuffer body)
        {
            _request = request;
            Response = response;
            Body = body;
        }

        public Answer(Exception failure)
        {
            Failure = failure;
            Response = null!;
            Body = null!;
        }

        public HttpResponseMessage Response { get; }

        public PooledBuffer Body { get; }

        public Exception? Failure { get; }

        /// <summary>Tells of what reading threw. False, always: to throw it again would cost more than a small call.</summary>
        public bool Fail(Exception exception) => _request!.Record?.Fail(exception) ?? false;

        public void Dispose()
        {
            _request!.Record?.Succeed();
            Body.Dispose();
            Response.Dispose();
            _request.Dispose();
        }
    }
}
