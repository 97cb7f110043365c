using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Gen.Tests.Rooms;

/// <summary>The folders of the generator are rooms: data flows through them one way.</summary>
public sealed class RoomsTests
{
    private static readonly string[] s_rooms = ["Analysis", "Binding", "Contract", "Diagnostics", "Emit", "Gradio", "Input", "Model", "OpenApi", "Pipeline", "Recovery", "Text"];

    private static readonly string[] s_libraries = ["Microsoft.CodeAnalysis", "Microsoft.OpenApi", "SharpYaml"];

    [Theory]
    [InlineData("Input", "Text Model Diagnostics Microsoft.CodeAnalysis")]
    [InlineData("Text", "Diagnostics SharpYaml")]
    [InlineData("OpenApi", "Text Diagnostics")]
    [InlineData("OpenApi/Addresses", "Text Diagnostics")]
    [InlineData("OpenApi/Schemas", "OpenApi.Addresses OpenApi Text Diagnostics")]
    [InlineData("OpenApi/Operations", "OpenApi.Schemas OpenApi.Addresses OpenApi Text Diagnostics")]
    [InlineData("OpenApi/Documents", "OpenApi.Operations OpenApi.Schemas OpenApi.Addresses OpenApi Text Diagnostics")]
    [InlineData("Gradio", "OpenApi Text Diagnostics")]
    [InlineData("Binding", "OpenApi Gradio Text Model Diagnostics Input Contract")]
    [InlineData("Binding/Context", "Diagnostics Input Contract")]
    [InlineData("Binding/Spelling", "")]
    [InlineData("Binding/Schemas", "Binding.Spelling OpenApi Text Model Diagnostics")]
    [InlineData("Binding/Components", "Binding.Spelling Binding.Schemas OpenApi Text Model Diagnostics")]
    [InlineData("Binding/Directions", "Binding.Schemas OpenApi Text Model Diagnostics")]
    [InlineData("Binding/Calls", "Binding.Directions Binding.Schemas Binding.Spelling OpenApi Text Model Diagnostics Input")]
    [InlineData("Binding/Shapes", "Binding.Context Binding.Components Binding.Directions Binding.Schemas Binding.Spelling OpenApi Text Model Diagnostics")]
    [InlineData("Binding/Sameness", "Binding.Calls Binding.Shapes Binding.Directions Binding.Schemas Binding.Spelling OpenApi Text Model Diagnostics")]
    [InlineData("Binding/Paging", "Binding.Sameness Binding.Calls Binding.Shapes Binding.Directions Binding.Schemas Binding.Spelling OpenApi Text Model Diagnostics Input")]
    [InlineData("Binding/Checks", "Binding.Calls Binding.Schemas Binding.Spelling OpenApi Text Model Diagnostics")]
    [InlineData("Binding/Names", "Binding.Paging Binding.Context Binding.Sameness Binding.Calls Binding.Shapes Binding.Components Binding.Directions Binding.Schemas Binding.Spelling OpenApi Text Model Diagnostics Input Contract")]
    [InlineData("Binding/Models", "Binding.Checks Binding.Paging Binding.Context Binding.Names Binding.Sameness Binding.Calls Binding.Shapes Binding.Components Binding.Directions Binding.Schemas Binding.Spelling OpenApi Text Model Diagnostics Input Gradio Contract")]
    [InlineData("Binding/Gradio", "Binding.Models Binding.Names Binding.Sameness Binding.Calls Binding.Context Binding.Components Binding.Directions Binding.Spelling OpenApi Text Model Diagnostics Input Gradio Contract")]
    [InlineData("Model", "")]
    [InlineData("Contract", "Model Diagnostics")]
    [InlineData("Contract/Differences", "Contract Model")]
    [InlineData("Contract/Marks", "Contract.Differences Contract Model Diagnostics")]
    [InlineData("Recovery", "Text Diagnostics Model Contract")]
    [InlineData("Analysis", "Model Diagnostics Microsoft.CodeAnalysis")]
    [InlineData("Emit", "Model")]
    [InlineData("Emit/Types", "Emit Model")]
    [InlineData("Emit/Checks", "Emit Model")]
    [InlineData("Emit/Changes", "Emit.Operations Emit.Types Emit Model")]
    [InlineData("Emit/Operations", "Emit.Types Emit Model")]
    [InlineData("Diagnostics", "Model Microsoft.CodeAnalysis")]
    [InlineData("Pipeline", "Recovery Input Text OpenApi Gradio Binding Model Emit Diagnostics Microsoft.CodeAnalysis Contract")]
    public void A_room_uses_only_the_rooms_and_libraries_that_it_may(string room, string allowed)
    {
        string own = SpaceOf(room);
        string[] may = [.. allowed.Split(' ').Select(name => Rooms.Contains(SpaceOf(name)) ? SpaceOf(name) : name)];
        string[] forbidden = [.. Rooms.Concat(s_libraries).Where(space => !IsIn(space, own) && !IsIn(own, space) && !may.Any(allowed => IsIn(space, allowed)))];
        string[] files = Directory.GetFiles(Repository.PathOf("generator", room), "*.cs", SearchOption.AllDirectories);

        IEnumerable<string> uses =
            from file in files
            from name in NamesIn(file)
            where forbidden.Any(space => IsIn(name, space))
            select $"{Path.GetFileName(file)}: {name}";

        Assert.NotEmpty(files);
        Assert.Empty(uses);
    }

    // No using names what lies in the folder around: so by the names of its types.
    [Fact]
    public void A_pass_uses_nothing_of_what_runs_the_passes()
    {
        string root = Repository.PathOf("generator", "Binding");
        string[] own = [.. Directory.GetFiles(root, "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)!)];

        IEnumerable<string> uses =
            from file in Directory.GetDirectories(root).Where(folder => Path.GetFileName(folder) != "Gradio").SelectMany(folder => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories))
            from name in CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>()
            where own.Contains(name.Identifier.ValueText)
            select $"{Path.GetFileName(file)}: {name}";

        Assert.Equal(["ClientBinder", "ClientTypes", "DocumentChecks", "SendChecks"], own.Order(StringComparer.Ordinal));
        Assert.Empty(uses.Distinct());
    }

    // Rooms in a room stand on what lies beside them there.
    [Theory]
    [InlineData("Contract")]
    [InlineData("Emit")]
    [InlineData("OpenApi")]
    public void What_lies_in_a_room_uses_none_of_the_rooms_in_it(string room)
    {
        string own = SpaceOf(room);
        string[] inner = [.. Rooms.Where(space => space != own && IsIn(space, own))];

        IEnumerable<string> uses =
            from file in Directory.GetFiles(Repository.PathOf("generator", room), "*.cs")
            from name in NamesIn(file)
            where inner.Any(space => IsIn(name, space) || IsIn(own + "." + name, space))
            select $"{Path.GetFileName(file)}: {name}";

        Assert.NotEmpty(inner);
        Assert.Empty(uses);
    }

    [Fact]
    public void Every_folder_is_a_room_and_no_file_stands_outside()
    {
        string[] folders = [.. Rooms.Select(space => space["DatabricksApps.Gen.".Length..].Replace('.', '/'))];

        Assert.Equal(s_rooms, folders.Where(folder => !folder.Contains('/', StringComparison.Ordinal)).Order());
        Assert.Equal(["DatabricksAppGenerator.cs"], Directory.GetFiles(Repository.PathOf("generator"), "*.cs").Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("runtime")]
    [InlineData("generator")]
    public void A_folder_holds_about_twenty_files_at_most(string root) => Assert.All(
        Directory.GetDirectories(Repository.PathOf(root), "*", SearchOption.AllDirectories).Where(IsOfSources),
        folder => Assert.InRange(Directory.GetFiles(folder, "*.cs").Length, 0, 23));

    private static bool IsOfSources(string folder) => !folder.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");

    private static IReadOnlyList<string> Rooms { get; } =
    [
        .. Directory.GetDirectories(Repository.PathOf("generator"), "*", SearchOption.AllDirectories)
            .Select(folder => Path.GetRelativePath(Repository.PathOf("generator"), folder).Replace('\\', '/'))
            .Where(folder => folder.Split('/')[0] is not ("bin" or "obj" or "build"))
            .Select(SpaceOf),
    ];

    private static string SpaceOf(string room) => "DatabricksApps.Gen." + room.Replace('/', '.');

    private static bool IsIn(string name, string space) => name == space || name.StartsWith(space + ".", StringComparison.Ordinal);

    /// <summary>Finds every dotted name of a file as a full name: a room's name at its start stands for the room's namespace.</summary>
    private static IEnumerable<string> NamesIn(string file) =>
        from node in CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes()
        where node is QualifiedNameSyntax or MemberAccessExpressionSyntax || node.Parent is UsingDirectiveSyntax
        let name = node.ToString().Replace("global::", "")
        select node.Parent is not UsingDirectiveSyntax && s_rooms.Contains(name.Split('.')[0]) && !IsMember(node)
            ? "DatabricksApps.Gen." + name
            : name;

    /// <summary>Whether the first word is a member of the file's own type, such as a property <c>Model</c>.</summary>
    private static bool IsMember(Microsoft.CodeAnalysis.SyntaxNode node) =>
        node.SyntaxTree.GetRoot().DescendantNodes().OfType<PropertyDeclarationSyntax>()
            .Any(property => property.Identifier.ValueText == node.ToString().Split('.')[0]);
}
