using System.Text;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Http;

public class BodyTests
{
    [Fact]
    public async Task JSON_has_its_exact_length_and_is_UTF8()
    {
        AppRequest request = Calls.Post();
        request.SetJson<IReadOnlyList<string>, ListJson<string, StringJson>>(["é", "<&>"]);

        SentRequest sent = await Calls.SendAsync(request);

        Assert.Equal("Content-Type: application/json\nContent-Length: 12\n", sent.Headers);
        Assert.Equal("[\"é\",\"<&>\"]", sent.Text);
    }

    [Fact]
    public async Task No_body_for_null_unless_the_document_allows_null()
    {
        AppRequest none = Calls.Post();
        none.SetJson<string, StringJson>(null);
        AppRequest allowed = Calls.Post();
        allowed.SetJsonOrNull<string?, ReferenceOrNullJson<string, StringJson>>(null);

        Assert.Equal("", (await Calls.SendAsync(none)).Headers);
        Assert.Equal("null", (await Calls.SendAsync(allowed)).Text);
    }

    [Fact]
    public async Task The_fields_of_a_JSON_body_are_its_properties()
    {
        AppRequest request = Calls.Post();
        JsonFieldsBody fields = request.StartJsonFields("application/json", isRequired: true);
        fields.Add<string, StringJson>("name", "x");
        fields.Add<int?, NullableJson<int, Int32Json>>("left_out", null);
        fields.AddOrNull<int?, NullableJson<int, Int32Json>>("null", null);

        SentRequest sent = await Calls.SendAsync(request);

        Assert.Equal("""{"name":"x","null":null}""", sent.Text);
    }

    [Theory]
    [InlineData(true, "{}")]
    [InlineData(false, "")]
    public async Task Without_fields_there_is_a_body_only_where_it_is_required(bool isRequired, string expected)
    {
        AppRequest request = Calls.Post();
        request.StartJsonFields("application/json", isRequired).Add<string, StringJson>("name", null);

        Assert.Equal(expected, (await Calls.SendAsync(request)).Text);
    }

    [Fact]
    public async Task A_form_is_encoded_as_browsers_do()
    {
        AppRequest request = Calls.Post();
        FormBody fields = request.StartForm("application/x-www-form-urlencoded", isRequired: true);
        fields.Add("user name", "a b+c&d=é~*");
        fields.Add("n", 5);
        fields.Add("f", 1.5);
        fields.Add("on", true);
        fields.Add("none", (string?)null);
        fields.Add<IReadOnlyList<string>, ListJson<string, StringJson>>("tag", ["x", "y z"]);
        fields.AddJson<IReadOnlyList<int>, ListJson<int, Int32Json>>("json", [1, 2]);

        SentRequest sent = await Calls.SendAsync(request);

        Assert.Equal("user+name=a+b%2Bc%26d%3D%C3%A9%7E*&n=5&f=1.5&on=true&tag=x&tag=y+z&json=%5B1%2C2%5D", sent.Text);
    }

    [Fact]
    public async Task Text_says_its_charset()
    {
        AppRequest request = Calls.Post();
        request.SetText("é", "text/plain");

        SentRequest sent = await Calls.SendAsync(request);

        Assert.Equal("Content-Type: text/plain; charset=utf-8\nContent-Length: 2\n", sent.Headers);
        Assert.Equal("é", sent.Text);
    }

    [Theory]
    [InlineData("application/octet-stream", "application/octet-stream")]
    [InlineData("image/*", "image/png")]
    public async Task A_file_is_the_body_with_the_documents_type_or_its_own(string ofDocument, string expected)
    {
        AppRequest request = Calls.Post();
        request.SetFile(AppFile.FromBytes("abc"u8.ToArray(), "a.png", "image/png"), ofDocument);

        SentRequest sent = await Calls.SendAsync(request);

        Assert.Equal($"Content-Type: {expected}\nContent-Length: 3\n", sent.Headers);
        Assert.Equal("abc", sent.Text);
    }

    [Fact]
    public async Task Multipart_to_the_byte()
    {
        using MemoryStream stream = new("0123456789"u8.ToArray()) { Position = 5 };
        AppRequest request = Calls.Post();
        MultipartBody fields = request.StartMultipart("multipart/form-data", isRequired: true);
        fields.Add("name", "Zoë");
        fields.Add("n", 5);
        fields.Add("none", (string?)null);
        fields.Add<IReadOnlyList<string>, ListJson<string, StringJson>>("tag", ["x", "y"]);
        fields.AddJson<IReadOnlyList<int>, ListJson<int, Int32Json>>("json", [1]);
        fields.AddFile("file", AppFile.FromBytes("abc"u8.ToArray(), "a \"b\"\r\né.txt", "text/plain"));
        fields.AddFiles("files", [AppFile.FromBytes("1"u8.ToArray(), "1.bin"), AppFile.FromStream(stream)], "image/png");
        fields.AddFile("no", null);

        SentRequest sent = await Calls.SendAsync(request);

        string boundary = sent["Content-Type"]!["multipart/form-data; boundary=".Length..];
        Assert.Equal(
            """
            --BOUNDARY
            Content-Disposition: form-data; name="name"

            Zoë
            --BOUNDARY
            Content-Disposition: form-data; name="n"

            5
            --BOUNDARY
            Content-Disposition: form-data; name="tag"

            x
            --BOUNDARY
            Content-Disposition: form-data; name="tag"

            y
            --BOUNDARY
            Content-Disposition: form-data; name="json"
            Content-Type: application/json

            [1]
            --BOUNDARY
            Content-Disposition: form-data; name="file"; filename="a %22b%22%0D%0Aé.txt"
            Content-Type: text/plain

            abc
            --BOUNDARY
            Content-Disposition: form-data; name="files"; filename="1.bin"
            Content-Type: image/png

            1
            --BOUNDARY
            Content-Disposition: form-data; name="files"; filename="files"
            Content-Type: image/png

            56789
            --BOUNDARY--

            """.ReplaceLineEndings("\r\n").Replace("BOUNDARY", boundary),
            sent.Text);
        Assert.Equal(sent.Body.Length.ToString(), sent["Content-Length"]);
    }

    [Fact]
    public async Task A_body_can_be_sent_again_until_the_call_ends_and_not_after()
    {
        HttpContent? content = null;
        StubHandler stub = new(request =>
        {
            content = request.Content;
            Assert.Equal("\"x\"", content!.ReadAsStringAsync().GetAwaiter().GetResult());
            return new HttpResponseMessage { Content = new StringContent("\"y\"") };
        });
        AppRequest request = Calls.Post();
        request.SetJson<string, StringJson>("x");

        await new AppConnection(stub.Client()).StringAsync(request);

        Assert.Equal("\"x\"", stub.Last.Text);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => content!.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_buffer_that_is_still_being_sent_when_the_call_ends_is_not_reused()
    {
        DatabricksApps.Http.PooledContent content = new(JsonText.Write<string, StringJson>("secret"), "application/json");
        using GatedStream gate = new();
        Task sending = content.CopyToAsync(gate, TestContext.Current.CancellationToken);

        content.Dispose();
        using PooledBuffer other = new();
        other.Write(Encoding.UTF8.GetBytes(new string('x', 4096)));
        gate.Open();
        await sending;

        Assert.Equal("\"secret\"", Encoding.UTF8.GetString(gate.Written));
    }

    [Fact]
    public async Task A_buffer_goes_back_when_the_body_is_disposed_and_nobody_sends_it_any_more()
    {
        PooledBuffer buffer = JsonText.Write<string, StringJson>("x");
        DatabricksApps.Http.PooledContent content = new(buffer, "application/json");
        using GatedStream first = new();
        using GatedStream second = new();
        Task one = content.CopyToAsync(first, TestContext.Current.CancellationToken);
        Task other = content.CopyToAsync(second, TestContext.Current.CancellationToken);
        content.Dispose();
        content.Dispose();

        Assert.Equal(3, buffer.WrittenSpan.Length);
        first.Open();
        await one;
        Assert.Equal(3, buffer.WrittenSpan.Length);
        second.Open();
        await other;

        Assert.Throws<ObjectDisposedException>(() => buffer.WrittenSpan.Length);
    }

    private sealed class GatedStream : MemoryStream
    {
        private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public byte[] Written => ToArray();

        public void Open() => _gate.SetResult();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await _gate.Task;
            Write(buffer.Span);
        }
    }
}
