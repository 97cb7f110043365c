using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Input;

public sealed class DocumentInputTests
{
    [Fact]
    public void A_file_without_the_mark_is_no_document()
    {
        Assert.Null(DocumentInput.From(new TestFile("a.json", "{}"), new TestOptions(new Dictionary<string, string>(), new Dictionary<string, string>())));
    }

    [Fact]
    public void A_document_without_metadata_has_the_default_options()
    {
        DocumentInput input = Read();

        Assert.Equal(DocumentOptions.Default with { RootNamespace = "My.App" }, input.Options);
        Assert.Empty(input.Findings);
        Assert.Equal("{}", input.ReadText(TestContext.Current.CancellationToken)!.ToString());
    }

    [Fact]
    public void Inputs_of_one_file_with_equal_metadata_are_equal()
    {
        TestFile file = new("a.json", "{}");

        Assert.Equal(Read(file, ("Scopes", "a|b")), Read(file, ("Scopes", "a|b")));
        Assert.NotEqual(Read(file, ("Scopes", "a|b")), Read(file, ("Scopes", "a")));
    }

    [Fact]
    public void Every_metadata_is_read_back()
    {
        DocumentOptions options = Read(
            new TestFile("a.json", "{}"),
            ("ClientName", "Shop"),
            ("Namespace", "My.Shop"),
            ("Accessibility", "Internal"),
            ("IncludeOperations", "read_item| list_*"),
            ("IncludeTags", "a b|it's|c{hash}d{bar}{open}e}"),
            ("IncludePaths", "       /api/**|       /items/{open}id}      "),
            ("ExcludePaths", "/a||/b"),
            ("BasePath", "/base|x:y"),
            ("MediaTypes", "application/vnd.a+json|text/csv"),
            ("Paging", "cursor|list_items=none"),
            ("Scopes", "one|two|three")).Options;

        Assert.Equal(
            new DocumentOptions(
                ClientName: "Shop",
                Namespace: "My.Shop",
                RootNamespace: "My.App",
                IsPublic: false,
                IncludeOperations: EquatableArray.Create("read_item", "list_*"),
                IncludeTags: EquatableArray.Create("a b", "it's", "c#d|{e}"),
                IncludePaths: EquatableArray.Create("/api/**", "/items/{id}"),
                ExcludePaths: EquatableArray.Create("/a", "/b"),
                BasePath: "/base;x:y",
                MediaTypes: EquatableArray.Create("application/vnd.a+json", "text/csv"),
                Scopes: EquatableArray.Create("one", "two", "three"))
            {
                Paging = EquatableArray.Create("cursor", "list_items=none"),
            },
            options);
    }

    [Theory]
    [InlineData("Accessibility", "private", "Accessibility 'private' is neither public nor internal")]
    [InlineData("ClientName", "My-Client", "ClientName 'My-Client' is not a C# identifier")]
    [InlineData("ClientName", "a|b", "ClientName 'a;b' is not a C# identifier")]
    [InlineData("Namespace", "My..Shop", "Namespace 'My..Shop' is not a C# namespace")]
    [InlineData("Namespace", "My.1Shop", "Namespace 'My.1Shop' is not a C# namespace")]
    [InlineData("BasePath", "https://h.example/x", "BasePath 'https://h.example/x' is a URL, where a path is asked for: the options of the client say where the app is")]
    [InlineData("BasePath", "//h.example/x", "BasePath '//h.example/x' is a URL, where a path is asked for: the options of the client say where the app is")]
    [InlineData("BasePath", "h.example:8000", "BasePath 'h.example:8000' is a URL, where a path is asked for: the options of the client say where the app is")]
    [InlineData("BasePath", "/api?v=1", "BasePath '/api?v=1' has a query or a fragment, which cannot stand before a path")]
    [InlineData("BasePath", "/api{hash}x", "BasePath '/api#x' has a query or a fragment, which cannot stand before a path")]
    [InlineData("BasePath", "\\api", "BasePath '\\api' has a backslash, where a path of the app has slashes")]
    [InlineData("Scopes", "$([System.String]::Copy(`a`b`).Replace('x','y'))", "Scopes '`' cannot be part of it")]
    public void Metadata_that_is_not_valid_is_found_and_left_out(string name, string value, string message)
    {
        DocumentInput input = Read(new TestFile("a.json", "{}"), (name, value));

        Assert.Equal(new Finding("DBXAPP0006", "", message), Assert.Single(input.Findings));
        Assert.Equal(DocumentOptions.Default with { RootNamespace = "My.App" }, input.Options);
    }

    [Theory]
    [InlineData("My-App.1st.", "My_App._1st")]
    [InlineData("  ", null)]
    public void A_root_namespace_becomes_one_if_it_is_none(string value, string? expected)
    {
        DocumentInput input = DocumentInput.From(new TestFile("a.json", "{}"), Options(value))!;

        Assert.Equal(expected, input.Options.RootNamespace);
    }

    private static DocumentInput Read() => Read(new TestFile("a.json", "{}"));

    private static DocumentInput Read(TestFile file, params (string Name, string Value)[] metadata) =>
        DocumentInput.From(file, Options("My.App", metadata))!;

    private static TestOptions Options(string rootNamespace, params (string Name, string Value)[] metadata) => new(
        new Dictionary<string, string> { ["build_property.RootNamespace"] = rootNamespace },
        metadata.Append(("Document", "true")).ToDictionary(
            pair => "build_metadata.AdditionalFiles.DatabricksApp" + pair.Item1, pair => pair.Item2));
}
