using System.Net;
using System.Text;
using DatabricksApps.Generated;
using DatabricksApps.Http;

namespace DatabricksApps.Tests.Http;

/// <summary>A call that nobody listens to pays nothing for what would be told of it.</summary>
[Collection(Alone.Name)]
public sealed class CallRecordCostTests
{
    private const int Count = 100_000;

    [Fact]
    public void Nothing_is_made_where_nobody_listens()
    {
        AppRequest request = Calls.Get();
        Assert.Null(CallRecord.Start(request));
        request.Record = null;

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Count; i++)
        {
            CallRecord? record = CallRecord.Start(request);
            request.Record = record;
            request.Record?.Succeed();
        }

        // Less than a byte a call: what the runtime itself does now and then.
        Assert.InRange((double)(GC.GetAllocatedBytesForCurrentThread() - before) / Count, 0, 0.99);
    }

    [Fact]
    public async Task A_call_that_nobody_listens_to_allocates_as_one_before_and_after_somebody_did()
    {
        AppConnection app = new(new HttpClient(new Answering()) { BaseAddress = new Uri("https://app.example.com") });
        await SendAsync(app);
        double before = await BytesAsync(app);
        double heard;
        using (new CallListener("/api/heard"))
        {
            await SendAsync(app);
            heard = await BytesAsync(app);
        }

        await SendAsync(app);
        double after = await BytesAsync(app);

        Assert.InRange(after - before, -1, 1);
        Assert.True(heard > before + 500, $"{heard} bytes with listeners, {before} without");
    }

    private static async Task<double> BytesAsync(AppConnection app)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        await SendAsync(app);
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / Count;
    }

    // All of it ends synchronously, so that the thread stays the same.
    private static async Task SendAsync(AppConnection app)
    {
        for (int i = 0; i < Count; i++)
        {
            AppRequest request = new(HttpMethod.Get, "/api/heard");
            request.AddPath("/api/heard");
            await app.SendAsync<string, StringJson>(request, null, CancellationToken.None);
        }
    }

    private sealed class Answering : HttpMessageHandler
    {
        private static readonly byte[] s_json = Encoding.UTF8.GetBytes("\"x\"");

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(s_json), RequestMessage = request });
    }
}
