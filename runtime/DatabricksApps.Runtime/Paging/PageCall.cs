using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>The request of one page: where it goes, if a link says so, and what was sent and answered.</summary>
internal sealed class PageCall(Uri? target)
{
    /// <summary>Gets the request that was sent last; null: none yet.</summary>
    public AppRequest? Request { get; private set; }

    /// <summary>Gets the answer to it, whose headers can still be read.</summary>
    public HttpResponseMessage? Response { get; private set; }

    /// <summary>Sends the request where the link of the page before leads.</summary>
    public void Direct(AppRequest request)
    {
        if (target is not null)
        {
            request.GoTo(target);
        }
    }

    public void Take(AppRequest request, HttpResponseMessage response) => (Request, Response) = (request, response);
}
