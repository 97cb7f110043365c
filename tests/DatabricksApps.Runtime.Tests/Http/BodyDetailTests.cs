using System.Globalization;
using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Http;

/// <summary>What each kind of body makes of each kind of value, and of none.</summary>
public sealed class BodyDetailTests
{
    private const string Id = "0f8fad5b-d9cb-469f-a165-70867728950e";

    [Fact]
    public async Task A_form_writes_each_type_and_leaves_out_what_is_null()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        AppRequest request = Calls.Post();
        FormBody form = request.StartForm("application/x-www-form-urlencoded", isRequired: false);
        form.Add("none", (long?)null);
        form.Add("none", (double?)null);
        form.Add("none", (Guid?)null);
        form.Add("none", (bool?)null);
        form.Add<string, StringJson>("none", null);
        form.AddJson<string, StringJson>("none", null);
        form.Add<JsonElement, AnyJson>("tag", Parse("[1,2]"), ParameterStyle.Form, explode: false);
        form.Add<JsonElement, AnyJson>("more", Parse("{\"x\":1,\"y\":\"a b\"}"));
        form.Add("id", Guid.Parse(Id));
        form.Add("off", false);
        form.Add("half", 0.5);

        SentRequest sent = await Calls.SendAsync(request);

        Assert.Equal($"tag=1,2&x=1&y=a+b&id={Id}&off=false&half=0.5", sent.Text);
        Assert.Equal($"Content-Type: application/x-www-form-urlencoded\nContent-Length: {sent.Text.Length}\n", sent.Headers);
    }

    [Theory]
    [InlineData(true, "Content-Type: {0}\nContent-Length: 0\n")]
    [InlineData(false, "")]
    public async Task A_body_without_fields_is_sent_only_where_it_is_required(bool isRequired, string headers)
    {
        AppRequest form = Calls.Post();
        form.StartForm("application/x-www-form-urlencoded", isRequired).Add("a", (string?)null);
        AppRequest parts = Calls.Post();
        parts.StartMultipart("multipart/form-data", isRequired).AddFiles("a", null);

        SentRequest sent = await Calls.SendAsync(parts);

        Assert.Equal(string.Format(CultureInfo.InvariantCulture, headers, "application/x-www-form-urlencoded"), (await Calls.SendAsync(form)).Headers);
        Assert.Equal(isRequired, sent["Content-Type"] is not null);
        Assert.Equal(isRequired ? "--" + BoundaryOf(sent) + "--\r\n" : "", sent.Text);
    }

    [Theory]
    [InlineData("text/plain", "text/plain; charset=utf-8")]
    [InlineData("text/plain; charset=utf-8", "text/plain; charset=utf-8")]
    [InlineData("text/plain; CHARSET=us-ascii", "text/plain; CHARSET=us-ascii")]
    public async Task Text_says_its_charset_once(string mediaType, string expected)
    {
        AppRequest request = Calls.Post();
        request.SetText("\u00E9\u20AC", mediaType);
        AppRequest none = Calls.Post();
        none.SetText(null, mediaType);

        SentRequest sent = await Calls.SendAsync(request);

        Assert.Equal((expected, "\u00E9\u20AC", "5"), (sent["Content-Type"], sent.Text, sent["Content-Length"]));
        Assert.Equal("", (await Calls.SendAsync(none)).Headers);
    }

    [Theory]
    [InlineData("text/csv", "image/png", "text/csv")]
    [InlineData("*/*", "image/png", "image/png")]
    [InlineData("*/*", null, "application/octet-stream")]
    [InlineData("image/png, image/gif", null, "application/octet-stream")]
    public async Task A_file_is_sent_as_what_the_document_says_else_as_what_it_is(string ofDocument, string? own, string expected)
    {
        AppRequest request = Calls.Post();
        request.SetFile(AppFile.FromBytes("abc"u8.ToArray(), "a", own), ofDocument);
        AppRequest none = Calls.Post();
        none.SetFile(null, ofDocument);

        Assert.Equal(expected, (await Calls.SendAsync(request))["Content-Type"]);
        Assert.Equal("", (await Calls.SendAsync(none)).Headers);
    }

    [Fact]
    public async Task JSON_is_sent_as_the_media_type_of_the_document()
    {
        AppRequest json = Calls.Post();
        json.SetJson<string, StringJson>("x", "application/vnd.x+json");
        AppRequest nullable = Calls.Post();
        nullable.SetJsonOrNull<string, StringJson>("x", "application/vnd.y+json");
        AppRequest fields = Calls.Post();
        fields.StartJsonFields("application/vnd.z+json", isRequired: false).Add<int, Int32Json>("n", 1);
        AppRequest optional = Calls.Post();
        optional.StartJsonFields("application/json", isRequired: false).AddOrNull<string?, ReferenceOrNullJson<string, StringJson>>("n", null);

        Assert.Equal("application/vnd.x+json", (await Calls.SendAsync(json))["Content-Type"]);
        Assert.Equal("application/vnd.y+json", (await Calls.SendAsync(nullable))["Content-Type"]);
        SentRequest sent = await Calls.SendAsync(fields);
        Assert.Equal(("application/vnd.z+json", "{\"n\":1}"), (sent["Content-Type"], sent.Text));
        Assert.Equal("{\"n\":null}", (await Calls.SendAsync(optional)).Text);
    }

    [Theory]
    [InlineData("\"a b\"", null, "\r\n\r\na b")]
    [InlineData("\"a\"", "text/x", "\r\nContent-Type: text/x\r\n\r\na")]
    [InlineData("5", null, "\r\n\r\n5")]
    [InlineData("true", "text/x", "\r\nContent-Type: text/x\r\n\r\ntrue")]
    [InlineData("{\"a\":[1]}", null, "\r\nContent-Type: application/json\r\n\r\n{\"a\":[1]}")]
    [InlineData("{\"a\":1}", "application/x+json", "\r\nContent-Type: application/x+json\r\n\r\n{\"a\":1}")]
    public async Task A_part_has_the_type_of_its_value_unless_the_document_names_one(string json, string? contentType, string part)
    {
        AppRequest request = Calls.Post();
        request.StartMultipart("multipart/form-data", isRequired: true).Add<JsonElement, AnyJson>("p", Parse(json), contentType);

        SentRequest sent = await Calls.SendAsync(request);

        string boundary = BoundaryOf(sent);
        Assert.Equal($"--{boundary}\r\nContent-Disposition: form-data; name=\"p\"{part}\r\n--{boundary}--\r\n", sent.Text);
    }

    [Fact]
    public async Task Lists_are_parts_and_so_are_the_members_of_an_object()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        AppRequest request = Calls.Post();
        MultipartBody parts = request.StartMultipart("multipart/mixed", isRequired: true);
        parts.Add<JsonElement, AnyJson>("list", Parse("[1,null,[\"x\"],{\"a\":1}]"), "text/x");
        parts.AddMembers<JsonElement, AnyJson>(Parse("{\"m\":[1,2],\"n\":null,\"o\":{\"b\":2}}"));
        parts.AddMembers<JsonElement, AnyJson>(Parse("[5]"));
        parts.AddMembers<string, StringJson>(null);
        parts.Add<string, StringJson>("none", null);
        parts.AddJson<string, StringJson>("none", null);
        parts.AddJson<string, StringJson>("json", "x", "text/y");
        parts.Add("d", 1.5);
        parts.Add("g", Guid.Parse(Id));
        parts.Add("t", true);
        parts.Add("f", false);
        parts.Add("b", (bool?)null);
        parts.Add("l", (long?)null);

        SentRequest sent = await Calls.SendAsync(request);

        Assert.StartsWith("multipart/mixed; boundary=databricksapps-", sent["Content-Type"]);
        Assert.Equal(
            [
                "list|text/x|1", "list|text/x|x", "list|text/x|{\"a\":1}", "m||1", "m||2", "o|application/json|{\"b\":2}", "json|text/y|\"x\"", "d||1.5",
                "g||" + Id, "t||true", "f||false",
            ],
            PartsOf(sent));
    }

    [Theory]
    [InlineData("a.png", "image/png", "text/csv", "file\"; filename=\"a.png", "image/png")]
    [InlineData("a.png", null, "text/csv", "file\"; filename=\"a.png", "text/csv")]
    [InlineData("a.png", null, "image/*", "file\"; filename=\"a.png", "application/octet-stream")]
    [InlineData(null, null, null, "file\"; filename=\"file", "application/octet-stream")]
    public async Task A_file_of_a_body_has_a_name_and_a_type_whatever_is_known(string? name, string? own, string? ofDocument, string shown, string type)
    {
        AppRequest request = Calls.Post();
        request.StartMultipart("multipart/form-data", isRequired: true).AddFile("file", AppFile.FromBytes("abc"u8.ToArray(), name, own), ofDocument);

        Assert.Equal([$"{shown}|{type}|abc"], PartsOf(await Calls.SendAsync(request)));
    }

    private static string BoundaryOf(SentRequest sent) => sent["Content-Type"] is { } type ? type[(type.IndexOf('=', StringComparison.Ordinal) + 1)..] : "";

    // Each as its name, its type and its text.
    private static string[] PartsOf(SentRequest sent) =>
    [
        .. sent.Text.Split("--" + BoundaryOf(sent))[1..^1].Select(part =>
        {
            string[] halves = part.Trim().Split("\r\n\r\n");
            string[] lines = halves[0].Split("\r\n");
            string name = lines[0]["Content-Disposition: form-data; name=\"".Length..^1];
            return $"{name}|{(lines.Length > 1 ? lines[1]["Content-Type: ".Length..] : "")}|{halves[1]}";
        }),
    ];

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
