using System.Buffers;
using System.Text;
using System.Text.Json;
using DatabricksApps.Generated;
using DatabricksApps.Gradio;

namespace DatabricksApps.Tests.Gradio;

/// <summary>What large and growing values cost: counted in what is allocated, since time hangs on the machine.</summary>
[Collection(nameof(Alone))]
public sealed class LargeMessageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a", 1)]
    [InlineData("line\\n", 6)]
    public async Task A_message_of_50_MB_takes_less_than_four_times_its_size(string unit, int length)
    {
        byte[] stream = Encoding.UTF8.GetBytes(StubGradio.Completed("e1", $"[\"{string.Concat(Enumerable.Repeat(unit, 50_000_000 / length))}\"]"));
        StubGradio stub = Stub(() => stream);
        await stub.App.CallAsync<string, StringJson>(Call(), null, Cancellation);
        long before = GC.GetTotalAllocatedBytes(precise: true);

        string value = await stub.App.CallAsync<string, StringJson>(Call(), null, Cancellation);

        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.Equal(50_000_000 / length * (length == 1 ? 1 : 5), value.Length);
        Assert.InRange(allocated, 0, 4L * stream.Length - 1);
    }

    [Fact]
    public async Task A_value_that_grows_a_thousand_times_costs_what_it_is_long()
    {
        long short_ = await MeasureAsync(500);
        long long_ = await MeasureAsync(1000);

        // Twice as long costs twice as much, not four times.
        Assert.InRange(long_, short_, short_ * 5 / 2);
    }

    [Fact]
    public async Task A_stream_of_texts_makes_each_of_them_and_no_other_copy()
    {
        const int edits = 200;
        const int size = 10_000;
        byte[] stream = Growing(edits, size);
        StubGradio stub = Stub(() => stream);
        await stub.App.StreamAsync<string, StringJson>(Call(), null, Cancellation).CountAsync(Cancellation);
        long before = GC.GetTotalAllocatedBytes(precise: true);

        List<int> lengths = await stub.App.StreamAsync<string, StringJson>(Call(), null, Cancellation).Select(text => text.Length).ToListAsync(Cancellation);

        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.Equal(Enumerable.Range(1, edits).Select(i => i * size), lengths);
        long given = lengths.Sum(length => (long)length * sizeof(char));
        Assert.InRange(allocated, given, given + (stream.Length * 8L));
    }

    [Fact]
    public void A_large_string_in_pieces_is_read_as_one_in_one_piece()
    {
        string text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i} \"é\" \\ \n 😀 \u0001 \u2028"));
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(text);
        for (int piece = 1; piece < 40; piece += 3)
        {
            Segments segments = new();
            for (int at = 0; at < json.Length; at += piece * 1000)
            {
                // The first pieces are cut at every place of an escape or a character.
                int length = at == 0 ? piece : piece * 1000;
                segments.Add(new ReadOnlySequence<byte>(json.AsMemory(at, Math.Min(length, json.Length - at))));
                at += at == 0 ? piece - (piece * 1000) : 0;
            }

            ReadOnlySequence<byte> all = segments.ToSequence();
            Assert.Equal(json, all.ToArray());
            Assert.Equal(text, JsonText.Read<string, StringJson>(all, 64));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task Events_are_cut_as_they_come(int piece)
    {
        const string stream = ": comment\r\n\r\nevent: x\r\nid: 1\r\ndata: {\"a\":1}\r\n\r\ndata:b\n\ndata: c\ndata:  d\n\nretry: 3\n\ndatax: no\n\ndata\n\ndata: cut";
        EventDataReader reader = new(new ForwardStream(Encoding.UTF8.GetBytes(stream), piece: piece), 1000);
        List<string> data = [];
        while (await reader.ReadAsync(Cancellation) is { } item)
        {
            data.Add(Encoding.UTF8.GetString(item));
        }

        Assert.Equal(["{\"a\":1}", "b", "c\n d", ""], data);
    }

    [Theory]
    [InlineData("data: 12345678901\n\n")]
    [InlineData("data: 123456\ndata: 123456\n\n")]
    public async Task An_event_beyond_the_limit_is_refused(string stream)
    {
        EventDataReader reader = new(new ForwardStream(Encoding.UTF8.GetBytes(stream), piece: 4), 10);

        await Assert.ThrowsAsync<DatabricksApps.Http.ItemTooLargeException>(async () => await reader.ReadAsync(Cancellation));
    }

    private static async Task<long> MeasureAsync(int edits)
    {
        byte[] stream = Growing(edits, 1000);
        StubGradio stub = Stub(() => stream);
        await stub.App.CallAsync<string, StringJson>(Call(), null, Cancellation);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        string value = await stub.App.CallAsync<string, StringJson>(Call(), null, Cancellation);
        Assert.Equal(edits * 1000, value.Length);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static byte[] Growing(int edits, int size)
    {
        string more = new('x', size);
        IEnumerable<string> events = Enumerable.Range(0, edits).Select(i => i == 0 ? $"[\"{more}\"]" : $"[[[\"append\",[],\"{more}\"]]]")
            .Select(data => $"data: {{\"msg\":\"process_generating\",\"event_id\":\"e1\",\"output\":{{\"data\":{data}}},\"success\":true}}\n\n");
        return Encoding.UTF8.GetBytes(string.Concat(events) + StubGradio.Completed("e1", $"[\"{new string('x', edits * size)}\"]"));
    }

    private static StubGradio Stub(Func<byte[]> stream)
    {
        StubGradio stub = new(new Deployment("v1", 1, new Function("greet", 0, new Parameter("name"))));
        stub.Before = path =>
        {
            if (path == "/queue/join")
            {
                return new StringContent("""{"event_id":"e1"}""", Encoding.UTF8, "application/json");
            }

            if (path != "/queue/data")
            {
                return null;
            }

            ByteArrayContent content = new(stream());
            content.Headers.ContentType = new("text/event-stream");
            return content;
        };
        return stub;
    }

    private static GradioCall Call()
    {
        GradioCall call = new("/greet", "output");
        call.Add<string, StringJson>("name", "string", "x");
        return call;
    }
}
