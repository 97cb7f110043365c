using DatabricksApps.Tool.Documents;
using Spectre.Console;

namespace DatabricksApps.Tool.Tests.Commands;

/// <summary><c>add</c> without a project: what is fetched, and what is written.</summary>
public sealed class AddTests
{
    private static readonly string s_written = IndentedJson.Of(System.Text.Encoding.UTF8.GetBytes(StandIn.Document));

    private const string NoProject = "warning: no C# project is here: no item says where the file comes from\nnext step: run it in the project's folder, or name the project: --project PATH\n";

    [Theory]
    [InlineData("/api/openapi.json", "", "/api/openapi.json")]
    [InlineData("/openapi.json", "/", "/api/openapi.json /openapi.json")]
    [InlineData("/api/openapi.json", "/api/docs", "/api/openapi.json")]
    [InlineData("/v1/openapi.json", "/v1", "/v1/api/openapi.json /v1/openapi.json")]
    [InlineData("/api/schema", "/api/schema", "/api/schema/api/openapi.json /api/schema/openapi.json /api/schema")]
    [InlineData("/api/schema/", "/api/schema/", "/api/schema/api/openapi.json /api/schema/openapi.json /api/schema/")]
    [InlineData("/api/schema/?format=json", "/api/schema/?format=json", "/api/schema/?format=json")]
    [InlineData("/swagger/v1/swagger.json", "/swagger/v1/swagger.json", "/swagger/v1/swagger.json")]
    public async Task The_document_is_looked_for_below_api_first(string route, string path, string asked)
    {
        await using StandIn app = await StandIn.StartAsync();
        app.With(route, StandIn.Document);
        using ToolFolder folder = new();

        ToolResult result = await folder.RunAsync("add", app.Url + path, "--no-sign-in");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("shop.openapi.json: 2 operations of " + app.Url, result.Out);
        Assert.Equal(s_written, folder.Read("shop.openapi.json"));
        Assert.Equal(asked.Split(' '), app.Asked);
        Assert.Equal(["shop.openapi.json", "shop.openapi.lock"], folder.Files);
    }

    [Theory]
    [InlineData("<html><title>Streamlit</title></html>", "it is a Streamlit app.")]
    [InlineData("<!doctype html><script src=\"/_dash-component-suites/dash-renderer.js\"></script>", "it is a Dash app.")]
    [InlineData("\n<html></html>", "it is a Streamlit or Dash app, or a site.")]
    public async Task An_app_that_answers_pages_everywhere_has_no_API(string page, string cause)
    {
        await using StandIn app = await StandIn.StartAsync();
        app.Otherwise = StandIn.Html(page);
        using ToolFolder folder = new();

        ToolResult result = await folder.RunAsync("add", app.Url, "--no-sign-in");

        Assert.Equal(
            $"""
            error: {app.Url} answers pages for people, also where an API would be (asked: /api/openapi.json, /openapi.json, /config)
            likely cause: {cause} It has no API that a program could call.
            next step: the app's author puts one beside it: a FastAPI app whose routes lie below /api/, that serves its document there: FastAPI(openapi_url="/api/openapi.json").

            """, result.Error);
        Assert.Equal(3, result.ExitCode);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task An_app_without_a_document_is_told_so()
    {
        await using StandIn app = await StandIn.StartAsync();
        using ToolFolder folder = new();

        ToolResult result = await folder.RunAsync("add", app.Url, "--no-sign-in");

        Assert.Equal(
            $"""
            error: {app.Url} has no document where one is looked for (asked: /api/openapi.json, /openapi.json, /config)
            likely cause: the app serves it elsewhere, or not at all (openapi_url=None).
            next step: give the address of the document itself, or the app's author serves it: FastAPI(openapi_url="/api/openapi.json").

            """, result.Error);
    }

    [Fact]
    public async Task Routes_outside_api_and_a_document_that_is_are_told()
    {
        await using StandIn app = await StandIn.StartAsync();
        app.With("/openapi.json", StandIn.Document.Replace("/api/items\":", "/items\":", StringComparison.Ordinal));
        using ToolFolder folder = new();

        ToolResult result = await folder.RunAsync("add", app.Url, "--no-sign-in");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            $"""
            shop.openapi.json: 2 operations of {app.Url}, from /openapi.json
            shop.openapi.lock: what its client promises, 4 facts; check it in
            warning: no C# project is here: no item says where the file comes from
            next step: run it in the project's folder, or name the project: --project PATH
            warning: no operation can be called on Databricks with a token, which is taken below /api/ alone: GET /items, POST /items
            next step: the app's author serves them below /api/: app.include_router(router, prefix="/api")
            warning: the app serves its document as /openapi.json, where the front door of Databricks takes no token: it cannot be fetched from there
            next step: the app's author serves it below /api/: FastAPI(openapi_url="/api/openapi.json")

            """, result.Out);
    }

    [Fact]
    public async Task YAML_is_written_as_it_is()
    {
        await using StandIn app = await StandIn.StartAsync();
        app.With("/api/schema/", "# of drf-spectacular\r\nopenapi: 3.1.0\r\ninfo: {title: Shop, version: '1'}\r\npaths: {}", "application/yaml");
        using ToolFolder folder = new();

        ToolResult result = await folder.RunAsync("add", app.Url + "/api/schema/", "--no-sign-in");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal("# of drf-spectacular\nopenapi: 3.1.0\ninfo: {title: Shop, version: '1'}\npaths: {}\n", folder.Read("shop.openapi.yaml"));
    }

    [Fact]
    public async Task A_program_reads_JSON()
    {
        await using StandIn app = await StandIn.StartAsync();
        app.With("/api/openapi.json", StandIn.Document);
        using ToolFolder folder = new();

        ToolResult result = await folder.RunAsync("add", app.Url, "shop.openapi.json", "--no-sign-in", "--json");
        ToolResult failed = await folder.RunAsync("add", "my_app", "--json");

        Assert.Equal(
            $$"""
            {
              "file": "{{folder.Directory}}/shop.openapi.json",
              "kind": "openapi",
              "source": "{{app.Url}}",
              "route": "/api/openapi.json",
              "written": true,
              "lock": "{{folder.Directory}}/shop.openapi.lock",
              "exitCode": 0,
              "warnings": []
            }

            """, result.Out);
        Assert.Equal(
            """
            {
              "error": {
                "what": "'my_app' is neither an address nor the name of an app",
                "cause": "an address begins with https:// (or, on this machine, http://); a name has lower-case letters, digits and hyphens.",
                "next": "databricks-apps add https://my-app-1234.aws.databricksapps.com, or databricks-apps add my-app."
              },
              "exitCode": 3,
              "warnings": []
            }

            """, failed.Out);
        Assert.Equal("", failed.Error);
    }

    [Fact]
    public async Task What_an_app_says_cannot_write_to_the_terminal()
    {
        await using StandIn app = await StandIn.StartAsync();
        app.With("/api/openapi.json", StandIn.Document.Replace("/api/items", "/\\u001b[2J\\nerror: none", StringComparison.Ordinal));
        using ToolFolder folder = new();

        ToolResult result = await folder.RunAsync("add", app.Url, "--no-sign-in");

        Assert.Equal(
            "warning: no operation can be called on Databricks with a token, which is taken below /api/ alone: GET / [2J error: none, POST / [2J error: none",
            result.Out.Split('\n')[4]);
    }

    [Fact]
    public async Task A_Gradio_app_is_known_by_what_it_answers()
    {
        await using StandIn app = await StandIn.StartAsync();
        app.With("/api/demo/openapi.json", """{"openapi":"3.1.0","info":{"title":"FastAPI","version":"1"},"paths":{"/config":{"get":{}},"/gradio_api/queue/join":{"post":{}}}}""")
            .With("/api/demo/config", """{"version":"6.0","api_prefix":"/gradio_api","title":"Gradio","components":[],"dependencies":[]}""")
            .With("/api/demo/gradio_api/info", """{"named_endpoints":{"/greet":{"parameters":[],"returns":[]}},"unnamed_endpoints":{}}""");
        using ToolFolder folder = new();

        ToolResult result = await folder.RunAsync("add", app.Url + "/api/demo", "--no-sign-in");
        ToolResult wrong = await folder.RunAsync("add", app.Url + "/api/demo", "a.openapi.json", "--no-sign-in");

        Assert.Equal((0, "", $"demo.gradio.json: 1 endpoint of {app.Url}/api/demo, from /api/demo\ndemo.gradio.lock: what its client promises, 3 facts; check it in\n" + NoProject), (result.ExitCode, result.Error, result.Out));
        Assert.StartsWith("{\n  \"config\": {\n    \"version\": \"6.0\",\n", folder.Read("demo.gradio.json"));
        Assert.Equal(
            "error: GET /api/demo/openapi.json: the app describes Gradio's own routes there, none of its endpoints\nlikely cause: it is a Gradio app.\nnext step: name the file *.gradio.json, or leave its name out.\n",
            wrong.Error);
    }

    [Fact]
    public async Task An_app_on_this_machine_needs_no_sign_in()
    {
        await using StandIn app = await StandIn.StartAsync();
        using ToolFolder folder = new() { SignIn = options => (options.AuthType, options.Host) = (AuthTypes.ServicePrincipal, "https://127.0.0.1:1") };

        ToolResult result = await folder.RunAsync("add", app.Url);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("\nnext step: an app on this machine that takes no token is fetched with --no-sign-in.", result.Error);
    }

    [Fact]
    public async Task On_a_terminal_warnings_have_a_colour()
    {
        await using StandIn app = await StandIn.StartAsync();
        app.With("/openapi.json", StandIn.Document);
        using ToolFolder folder = new();
        using StringWriter shown = new();
        folder.Terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(shown),
        });

        ToolResult result = await folder.RunAsync("add", app.Url, "--no-sign-in");
        ToolResult json = await folder.RunAsync("add", app.Url, "--no-sign-in", "--json");

        Assert.Equal((0, "", ""), (result.ExitCode, result.Out, result.Error));
        Assert.Contains($"shop.openapi.json: 2 operations of {app.Url}", shown.ToString());
        Assert.Contains("\u001b[93mwarning: ", shown.ToString());
        Assert.StartsWith("{", json.Out);
        Assert.DoesNotContain('\u001b', json.Out);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_refusal_of_what_was_not_signed_says_so(int status)
    {
        await using StandIn app = await StandIn.StartAsync();
        app.With("/api/openapi.json", "{}", status: status);
        using ToolFolder folder = new();

        ToolResult result = await folder.RunAsync("add", app.Url, "--no-sign-in");

        Assert.Equal(
            "likely cause: nothing was signed: --no-sign-in is for an app on this machine that takes no token.\nnext step: leave out --no-sign-in.\n",
            result.Error[(result.Error.IndexOf('\n') + 1)..]);
        Assert.Contains($"{status}", result.Error.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_without_operations_is_told()
    {
        await using StandIn app = await StandIn.StartAsync();
        app.With("/api/openapi.json", """{ "openapi": "3.1.0", "info": { "title": "Shop", "version": "1" }, "paths": {} }""");
        using ToolFolder folder = new();

        ToolResult result = await folder.RunAsync("add", app.Url, "--no-sign-in");

        Assert.Contains("\nwarning: shop.openapi.json has no operation, so that its client has nothing to call\n", result.Out, StringComparison.Ordinal);
    }
}
