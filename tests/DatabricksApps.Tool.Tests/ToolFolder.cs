using System.Reflection;
using DatabricksApps.Tool.Commands;
using DatabricksApps.Tool.Terminal;
using LocalWorkspace;
using Spectre.Console;

namespace DatabricksApps.Tool.Tests;

/// <summary>What a command said.</summary>
internal sealed record ToolResult(int ExitCode, string Out, string Error);

/// <summary>A folder of a user, in which commands run.</summary>
internal sealed class ToolFolder : IDisposable
{
    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory("databricks-apps-");

    public string Directory => _folder.FullName;

    /// <summary>Gets or sets who answers questions; null: nobody is there.</summary>
    public IQuestions? Questions { get; set; }

    /// <summary>Gets or sets how commands sign in.</summary>
    public Action<DatabricksAppOptions>? SignIn { get; set; }

    /// <summary>Gets or sets the terminal; null: there is none.</summary>
    public IAnsiConsole? Terminal { get; set; }

    private static string BuildFiles => Path.Combine(typeof(ToolFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!, "generator", "build");

    /// <summary>Signs in as a service principal that may use the app.</summary>
    public ToolFolder SignedIn(Workspace workspace, WorkspaceApp app)
    {
        ServicePrincipal principal = workspace.AddServicePrincipal("tool");
        app.GrantCanUse(principal.ClientId);
        return SignedInAs(workspace, principal);
    }

    public ToolFolder SignedInAs(Workspace workspace, ServicePrincipal principal)
    {
        SignIn = options =>
        {
            options.Host = workspace.BaseAddress.AbsoluteUri;
            options.ClientId = principal.ClientId;
            options.ClientSecret = principal.ClientSecret;
        };
        return this;
    }

    public ToolFolder With(string path, string content)
    {
        string full = Path.Combine(Directory, path);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
        return this;
    }

    /// <summary>Adds a project that has the package, without a restore.</summary>
    public ToolFolder WithProject(string content = "", string name = "Shop.csproj") => With(name, Project(content));

    /// <summary>Makes the text of a project that has the package, without a restore.</summary>
    public static string Project(string content = "") => $"""
        <Project>
          <Import Project="{BuildFiles}/DatabricksApps.Gen.props" />
          <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          {content}
          <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
          <Import Project="{BuildFiles}/DatabricksApps.Gen.targets" />
        </Project>

        """;

    public string Read(string path) => File.ReadAllText(Path.Combine(Directory, path));

    public string[] Files => [.. System.IO.Directory.GetFiles(Directory).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public async Task<ToolResult> RunAsync(params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        ToolContext context = new() { Directory = Directory, Out = output, Error = error, Terminal = Terminal, Questions = Questions, SignIn = SignIn };
        int code = await CommandLine.RunAsync(arguments, context, TestContext.Current.CancellationToken);
        return new ToolResult(code, output.ToString(), error.ToString());
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>Gives the answers that a test has ready.</summary>
internal sealed class Answers(bool confirms, string? choice = null) : IQuestions
{
    public List<string> Asked { get; } = [];

    public bool Confirm(string question)
    {
        Asked.Add(question);
        return confirms;
    }

    public string Choose(string question, IReadOnlyList<string> choices)
    {
        Asked.Add($"{question} {string.Join(", ", choices)}");
        return choice!;
    }
}
