using DatabricksApps.Auth;
using DatabricksApps.Tests.Auth;

namespace DatabricksApps.Tests.Signing;

/// <summary>What signing costs beside the header: a handler that sets the same header has the same allocations.</summary>
[Collection(Alone.Name)]
public sealed class SigningCostTests
{
    private const int Count = 1_000_000;

    [Fact]
    public async Task A_million_calls_on_a_cached_token_allocate_nothing_beside_the_header()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        using TokenSources sources = setup.Sources();
        setup.Options.BaseAddress = new Uri("https://app.example.com");
        using HttpMessageInvoker signed = new(new DatabricksAppHandler(sources, sources.Read(setup.Options, [])) { InnerHandler = new Answering() });
        using HttpMessageInvoker plain = new(new HeaderHandler("Bearer the-access-token") { InnerHandler = new Answering() });
        await SendAsync(signed, 1000);
        await SendAsync(plain, 1000);

        double byHand = await BytesAsync(plain);
        double bySigning = await BytesAsync(signed);

        // Less than a byte a call: what the runtime itself does now and then.
        Assert.InRange(bySigning - byHand, -1, 1);
    }

    private static async Task<double> BytesAsync(HttpMessageInvoker invoker)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        await SendAsync(invoker, Count);
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / Count;
    }

    // All of it ends synchronously, so that the thread stays the same.
    private static async Task SendAsync(HttpMessageInvoker invoker, int count)
    {
        Uri address = new("https://app.example.com/api/items");
        for (int i = 0; i < count; i++)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, address);
            await invoker.SendAsync(request, CancellationToken.None);
        }
    }

    private sealed class Answering : HttpMessageHandler
    {
        private readonly Task<HttpResponseMessage> _answer = Task.FromResult(new HttpResponseMessage());

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _answer;
    }

    private sealed class HeaderHandler(string value) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.TryAddWithoutValidation("Authorization", value);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
