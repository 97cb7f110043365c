using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Gen.Tests.Rooms;

/// <summary>The folders of the generator are rooms: data flows through them one way.</summary>
public sealed class RoomsTests
{
    private static readonly string[] s_rooms = ["Input", "OpenApi", "Gradio", "Binding", "Model", "Emit", "Diagnostics"];

    private static readonly string[] s_libraries = ["Microsoft.CodeAnalysis", "Microsoft.OpenApi", "SharpYaml"];

    [Theory]
    [InlineData("Input", "Model Diagnostics Microsoft.CodeAnalysis")]
    [InlineData("OpenApi", "Diagnostics SharpYaml")]
    [InlineData("Gradio", "OpenApi Diagnostics")]
    [InlineData("Binding", "OpenApi Gradio Model Diagnostics Input")]
    [InlineData("Model", "")]
    [InlineData("Emit", "Model")]
    [InlineData("Diagnostics", "Model OpenApi Microsoft.CodeAnalysis")]
    public void A_room_uses_only_the_rooms_and_libraries_that_it_may(string room, string allowed)
    {
        string[] files = Directory.GetFiles(Repository.PathOf("generator", room), "*.cs", SearchOption.AllDirectories);
        string[] forbidden =
            [.. s_rooms.Select(other => "DatabricksApps.Gen." + other).Concat(s_libraries).Except(Allowed(room, allowed))];

        IEnumerable<string> uses =
            from file in files
            from name in NamesIn(file)
            where forbidden.Any(space => name == space || name.StartsWith(space + ".", StringComparison.Ordinal))
            select $"{Path.GetFileName(file)}: {name}";

        Assert.NotEmpty(files);
        Assert.Empty(uses);
    }

    [Fact]
    public void A_generator_file_stands_in_a_room_or_wires_rooms_together()
    {
        IEnumerable<string> folders = Directory.GetFiles(Repository.PathOf("generator"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.PathOf("generator"), file).Split(Path.DirectorySeparatorChar))
            .Where(parts => parts.Length > 1)
            .Select(parts => parts[0])
            .Distinct()
            .Except(["bin", "obj"]);

        Assert.Equal(s_rooms.Order(), folders.Order());
    }

    private static IEnumerable<string> Allowed(string room, string allowed) =>
        allowed.Split(' ').Append(room).Select(name => s_rooms.Contains(name) ? "DatabricksApps.Gen." + name : name);

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
