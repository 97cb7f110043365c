using DatabricksApps.EndToEnd.Tests.PagingApi;

namespace DatabricksApps.EndToEnd.Tests.Paging;

/// <summary>All items of lists in pages, from a real app, with the requests that it took.</summary>
public sealed class PagingTests : IClassFixture<PagingApp>
{
    private readonly Asked _asked = new();

    private readonly PagingClient _client;

    public PagingTests(PagingApp app) => _client = new PagingClient(new HttpClient(_asked) { BaseAddress = app.BaseAddress });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plain_list()
    {
        Assert.Equal("1 2 3 4 5 6 7", await ReadAsync(_client.PlainAllAsync(cancellationToken: Cancellation)));
        Assert.Equal(["?skip=0", "?skip=3", "?skip=6"], _asked.Sent);

        _asked.Sent.Clear();
        Assert.Equal("4 5 6 7", await ReadAsync(_client.PlainAllAsync(limit: 2, least: 4, cancellationToken: Cancellation)));
        Assert.Equal(["?skip=0&limit=2&least=4", "?skip=2&limit=2&least=4", "?skip=4&limit=2&least=4"], _asked.Sent);
    }

    [Fact]
    public async Task The_pages_of_fastapi_pagination()
    {
        Assert.Equal("1 2 3 4 5 6 7", await ReadAsync(_client.PagesAllAsync(size: 3, cancellationToken: Cancellation)));
        Assert.Equal(["?page=1&size=3", "?page=2&size=3", "?page=3&size=3"], _asked.Sent);

        _asked.Sent.Clear();
        Assert.Equal("1 2 3 4 5 6 7", await ReadAsync(_client.OffsetsAllAsync(limit: 4, cancellationToken: Cancellation)));
        Assert.Equal(["?limit=4&offset=0", "?limit=4&offset=4"], _asked.Sent);

        _asked.Sent.Clear();
        Assert.Equal("1 2 3 4 5 6 7", await ReadAsync(_client.OffsetsAllAsync(cancellationToken: Cancellation)));
        Assert.Equal(["?offset=0"], _asked.Sent);
    }

    [Fact]
    public async Task A_cursor()
    {
        Assert.Equal("1 2 3 4 5 6 7", await ReadAsync(_client.CursorsAllAsync(cancellationToken: Cancellation)));
        Assert.Equal(["", "?cursor=/3", "?cursor=/6"], _asked.Sent);
    }

    [Fact]
    public async Task The_header_Link()
    {
        Assert.Equal("2 3 4 5 6 7", await ReadAsync(_client.LinksAllAsync(least: 2, cancellationToken: Cancellation)));
        Assert.Equal(["?least=2", "?least=2&start=3"], _asked.Sent);
    }

    [Fact]
    public async Task An_app_that_lies_ends_in_an_error()
    {
        List<long> read = [];
        AppException failure = await Assert.ThrowsAsync<AppException>(() => ReadAsync(_client.IgnoredAllAsync(limit: 3, cancellationToken: Cancellation), read));
        Assert.Equal((AppErrorReason.InvalidPage, "/api/lies/ignored", "1 2 3"), (failure.Reason, failure.Route, string.Join(' ', read)));
        Assert.Equal(2, _asked.Sent.Count);

        failure = await Assert.ThrowsAsync<AppException>(() => ReadAsync(_client.CircleAllAsync(cancellationToken: Cancellation)));
        Assert.Equal((AppErrorReason.InvalidPage, "/api/lies/circle"), (failure.Reason, failure.Route));
        Assert.Equal(8, _asked.Sent.Count);
    }

    [Fact]
    public async Task One_page()
    {
        Assert.Equal(3, (await _client.PlainAsync(cancellationToken: Cancellation)).Count);
        Assert.Equal(1, (await _client.PagesAsync(cancellationToken: Cancellation)).Pages);
        Assert.Equal(7, (await _client.OffsetsAsync(cancellationToken: Cancellation)).Total);
        Assert.Equal("/3", (await _client.CursorsAsync(cancellationToken: Cancellation)).NextCursor);
        Assert.Equal(3, (await _client.LinksAsync(cancellationToken: Cancellation)).Count);
        Assert.Equal(3, (await _client.IgnoredAsync(cancellationToken: Cancellation)).Count);
        Assert.Equal("a", (await _client.CircleAsync(cancellationToken: Cancellation)).NextCursor);
    }

    private static async Task<string> ReadAsync(IAsyncEnumerable<Number> numbers, List<long>? into = null)
    {
        into ??= [];
        await foreach (Number number in numbers)
        {
            into.Add(number.N);
        }

        return string.Join(' ', into);
    }
}
