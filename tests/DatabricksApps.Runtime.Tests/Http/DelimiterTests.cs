using DatabricksApps.Generated;
using static DatabricksApps.Generated.ParameterStyle;

namespace DatabricksApps.Tests.Http;

/// <summary>An item that holds what stands between items, where the app could not tell them apart.</summary>
public sealed class DelimiterTests
{
    [Theory]
    [InlineData(PipeDelimited, "a|b", "U+007C")]
    [InlineData(SpaceDelimited, "a b", "U+0020")]
    [InlineData(TabDelimited, "a\tb", "U+0009")]
    public void It_is_refused_in_lists_and_objects(ParameterStyle style, string item, string character)
    {
        string[] list = ["x", item];
        string message = $"The parameter 'q' has an item that holds the character {character}, which stands between the items in its style " +
            "(OpenAPI, Style Values): the app would take it for two. Give items without it. (Parameter 'q')";

        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Add(list)).Message);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => AddObject(new Dictionary<string, string> { ["k"] = item })).Message);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => AddObject(new Dictionary<string, string> { [item] = "v" })).Message);
        Assert.Equal(style == TabDelimited ? null : message, Record.Exception(() => AddNested([[item]]))?.Message);

        void Add(IReadOnlyList<string> value) =>
            Calls.Get("/c").AddQuery<IReadOnlyList<string>, ListJson<string, StringJson>>("q", value, style, explode: false);

        void AddObject(IReadOnlyDictionary<string, string> value) =>
            Calls.Get("/c").AddQuery<IReadOnlyDictionary<string, string>, MapJson<string, StringJson>>("q", value, style, explode: false);

        void AddNested(IReadOnlyList<IReadOnlyList<string>> value) =>
            Calls.Get("/c").AddQuery<IReadOnlyList<IReadOnlyList<string>>, ListJson<IReadOnlyList<string>, ListJson<string, StringJson>>>("q", value, style, explode: false);
    }

    [Theory]
    [InlineData(PipeDelimited, false, "a b", "?q=x%7Ca%20b")]
    [InlineData(SpaceDelimited, false, "a|b", "?q=x%20a%7Cb")]
    [InlineData(Form, false, "a,b", "?q=x,a%2Cb")]

    // Each item has a pair of its own.
    [InlineData(PipeDelimited, true, "a|b", "?q=x&q=a%7Cb")]
    [InlineData(SpaceDelimited, true, "a b", "?q=x&q=a%20b")]
    public async Task It_is_no_matter_where_they_are_told_apart(ParameterStyle style, bool explode, string item, string expected)
    {
        AppRequest request = Calls.Get("/c");
        request.AddQuery<IReadOnlyList<string>, ListJson<string, StringJson>>("q", ["x", item], style, explode);

        Assert.Equal("GET /c" + expected, (await Calls.SendAsync(request)).Line);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_comma_is_refused_in_a_header_that_is_a_list(bool explode)
    {
        AppRequest request = Calls.Get("/c");
        request.AddHeader<IReadOnlyList<string>, ListJson<string, StringJson>>("X-L", ["a", "b c"], explode: explode);
        request.AddHeader<string, StringJson>("X-S", "a,b");
        request.AddHeader<IReadOnlyList<IReadOnlyList<string>>, ListJson<IReadOnlyList<string>, ListJson<string, StringJson>>>("X-N", [["a", "b"]], explode: explode);

        Assert.Throws<ArgumentException>("X-C", () => request.AddHeader<IReadOnlyList<string>, ListJson<string, StringJson>>("X-C", ["a", "b,c"], explode: explode));
        SentRequest sent = await Calls.SendAsync(request);
        Assert.Equal(("a,b c", "a,b", """["a","b"]"""), (sent["X-L"], sent["X-S"], sent["X-N"]));
    }

    [Fact]
    public void A_field_of_a_form_is_refused_likewise() =>
        Assert.Throws<ArgumentException>("f", () => new FormBody(isRequired: true).Add<IReadOnlyList<string>, ListJson<string, StringJson>>("f", ["a|b"], PipeDelimited, explode: false));

    // Nothing is escaped in a part of a multipart form.
    [Theory]
    [InlineData(Form, "a,b")]
    [InlineData(PipeDelimited, "a|b")]
    public void A_joined_field_of_parts_is_refused_likewise(ParameterStyle style, string item) =>
        Assert.Throws<ArgumentException>("f", () => new MultipartBody(isRequired: true).AddJoined<IReadOnlyList<string>, ListJson<string, StringJson>>("f", [item], style));
}
