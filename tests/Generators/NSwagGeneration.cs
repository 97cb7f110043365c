using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace DatabricksApps.Generators;

/// <summary>NSwag as a library: System.Text.Json and nullable reference types, all else as it comes.</summary>
internal sealed class NSwagGeneration(string document) : Generation
{
    /// <summary>The namespace of what is generated.</summary>
    public const string Namespace = "MyApp";

    private string? _text;

    public override IReadOnlyList<SourceFile> Files => [new SourceFile("NSwag.g.cs", _text!)];

    public override async Task WriteAsync()
    {
        OpenApiDocument read = await OpenApiDocument.FromFileAsync(document);
        CSharpClientGeneratorSettings settings = new()
        {
            CSharpGeneratorSettings =
            {
                Namespace = Namespace,
                JsonLibrary = CSharpJsonLibrary.SystemTextJson,
                GenerateNullableReferenceTypes = true,
                GenerateOptionalPropertiesAsNullable = true,
            },
        };
        _text = new CSharpClientGenerator(read, settings).GenerateFile();
    }

    /// <summary>Does nothing: its text is parsed by csc alone.</summary>
    public override void Finish()
    {
    }
}
