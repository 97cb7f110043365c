using System.Reflection.PortableExecutable;
using DatabricksApps.Gen.Tasks.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DatabricksApps.Gen.Tests.Usage;

/// <summary>What code uses of the client of a small document, as it is read from the assembly that the compiler makes of both.</summary>
internal static class UsedCode
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Depot, version: '1' }
        paths:
          /api/items:
            get:
              tags: [items]
              operationId: list_items
              responses:
                '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Item' } } } } }
            post:
              tags: [items]
              operationId: add_item
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Item' } } } }
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Item' } } } }
                '409': { description: taken, content: { application/json: { schema: { $ref: '#/components/schemas/Taken' } } } }
          /api/health:
            get:
              operationId: health
              responses: { '204': { description: ok } }
          /api/owners:
            get:
              operationId: list_owners
              parameters:
                - { name: offset, in: query, schema: { type: integer } }
                - { name: limit, in: query, schema: { type: integer, default: 20 } }
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/OwnerPage' } } } }
          /api/pets:
            get:
              operationId: read_pet
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
        components:
          schemas:
            Item:
              type: object
              required: [id, name]
              properties:
                id: { type: integer }
                name: { type: string }
                quantity: { type: integer }
                color: { $ref: '#/components/schemas/Color' }
                owner: { $ref: '#/components/schemas/Owner' }
            Owner: { type: object, required: [name], properties: { name: { type: string }, city: { type: string } } }
            OwnerPage: { type: object, required: [items, total], properties: { items: { type: array, items: { $ref: '#/components/schemas/Owner' } }, total: { type: integer } } }
            Taken: { type: object, required: [by], properties: { by: { type: string } } }
            Color: { type: string, enum: [red, blue] }
            Cat: { type: object, required: [kind], properties: { kind: { const: cat }, lives: { type: integer } } }
            Dog: { type: object, required: [kind], properties: { kind: { const: dog }, size: { type: integer } } }
            Pet: { oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ], discriminator: { propertyName: kind } }
        """;

    private static readonly IReadOnlyList<SyntaxTree> s_generated =
        new Project(new DatabricksAppGenerator(rethrowsBugs: true), LanguageVersion.CSharp13).Generate([new Document("depot.openapi.yaml", Document)]).Trees;

    /// <summary>Compiles a class whose methods are given, and says what is used: a line for each kind of use.</summary>
    public static string Of(string members) => OfFile($$"""
        using DatabricksApps;
        using MyApp.DepotApi;
        class User(DepotClient client)
        {
            {{members}}
        }
        """);

    /// <summary>Says which types a file names by themselves.</summary>
    public static string TypesOf(string source) => string.Join(' ', Read(source, OptimizationLevel.Release).Names.Types.Order(StringComparer.Ordinal));

    /// <inheritdoc cref="Of"/>
    public static string OfFile(string source, OptimizationLevel level = OptimizationLevel.Release)
    {
        ClientUsage client = Read(source, level);
        NamesUsed names = client.Names;
        return string.Join('\n', new[] { ("calls", client.Calls), ("reads", names.Reads), ("sets", names.Sets), ("uses", names.Uses), ("whole", names.Whole) }
            .Where(kind => kind.Item2.Count > 0)
            .Select(kind => $"{kind.Item1} {string.Join(' ', kind.Item2.Order(StringComparer.Ordinal))}"));
    }

    private static ClientUsage Read(string source, OptimizationLevel level)
    {
        Project project = new(new DatabricksAppGenerator(rethrowsBugs: true), LanguageVersion.CSharp13);
        CSharpCompilation user = project.CreateCompilation(source).AddSyntaxTrees(s_generated);
        user = user.WithOptions(user.Options.WithOptimizationLevel(level));
        using MemoryStream assembly = new();
        Assert.Empty(user.Emit(assembly, cancellationToken: TestContext.Current.CancellationToken).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        assembly.Position = 0;
        using PEReader file = new(assembly);
        ClientUsage client = Assert.Single(AssemblyUsage.Read(file).Clients);
        Assert.Equal(("MyApp.DepotApi", "DepotClient"), (client.Namespace, client.Name));
        return client;
    }
}
