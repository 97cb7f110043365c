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

        public void Dispose()
        {
            Body.Dispose();
            Response.Dispose();
            _request!.Dispose();
        }
    }
}
