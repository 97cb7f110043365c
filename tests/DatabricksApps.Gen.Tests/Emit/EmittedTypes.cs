using System.Reflection;
using System.Runtime.Loader;
using DatabricksApps.Gen.Emit;
using DatabricksApps.Gen.Emit.Types;
using DatabricksApps.Gen.Model;
using DatabricksApps.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace DatabricksApps.Gen.Tests.Emit;

/// <summary>Types as Emit writes them, compiled without a warning in the oldest and the latest C#, and run.</summary>
internal sealed class EmittedTypes(params TypeModel[] types)
{
    private const string Namespace = "MyApp.ShopApi";

    private readonly TypesFileModel _file = new(
        "Types", "shop.openapi.json", Namespace, "ShopClient", "ShopJson", IsPublic: true, types.ToEquatableArray());

    /// <summary>Gets the file of the types.</summary>
    public string Text => TypesFile.Write(_file);

    /// <summary>Gets the file that makes the unions among them unions of C# 15.</summary>
    public string UnionsText => UnionsFile.Write(new UnionsFileModel(
        _file.DocumentName,
        Namespace,
        _file.ClientName,
        _file.JsonName,
        types.OfType<UnionTypeModel>().Select(union => union.Name).ToEquatableArray(),
        types.OfType<UnionTypeModel>().FirstOrDefault(union => union.Name == "Value")));

    /// <summary>Compiles the types alone.</summary>
    public Assembly Compile() => Compile("");

    /// <summary>Runs statements that use the types, and returns what they return.</summary>
    /// <param name="body">The statements; <c>Json</c>, <c>Read&lt;T&gt;</c> and <c>Fault&lt;T&gt;</c> are at hand.</param>
    public string Run(string body)
    {
        Assembly assembly = Compile(
            $$"""
            namespace {{Namespace}};

            internal static class Probe
            {
                public static string Run()
                {
                    {{body}}
                }

                private static string Json<T>(T value) => global::System.Text.Json.JsonSerializer.Serialize(value, s_options);

                private static T Read<T>(string json) => global::System.Text.Json.JsonSerializer.Deserialize<T>(json, s_options)!;

                private static string Fault<T>(string json)
                {
                    try
                    {
                        return "no fault: " + Json(Read<T>(json));
                    }
                    catch (global::System.Text.Json.JsonException exception)
                    {
                        return exception.Message;
                    }
                }

                private static readonly global::System.Text.Json.JsonSerializerOptions s_options = new()
                {
                    TypeInfoResolver = global::System.Text.Json.Serialization.Metadata.JsonTypeInfoResolver.Combine(
                        ShopJson.TypeInfoResolver, new global::System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver()),
                    Encoder = global::System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                };
            }
            """);
        return (string)assembly.GetType(Namespace + ".Probe")!.GetMethod("Run")!.Invoke(null, null)!;
    }

    private Assembly Compile(string probe)
    {
        string resolver = ResolverFile.Write(new ResolverFileModel(
            "shop.openapi.json", Namespace, "ShopClient", "ShopJson", IsPublic: true, types.Select(type => type.Name).ToEquatableArray(),
            EquatableArray<TypeRef>.Empty, EquatableArray<StreamItemModel>.Empty));
        string[] parts =
        [
            .. from union in types.OfType<UnionTypeModel>()
               from part in Enumerable.Range(1, (union.Cases.Count - 1) / Buckets.MostCasesTogether)
               select TypesFile.Write(_file with { Types = EquatableArray<TypeModel>.Empty, Part = new UnionPartModel(union, part * Buckets.MostCasesTogether) }),
        ];
        string[] sources = [Text, .. parts, resolver, probe];
        CompileWith(LanguageVersion.CSharp12, sources);
        return CompileWith(LanguageVersion.Latest, [.. sources, UnionsText, UnionAttributeFile.Text]);
    }

    private static Assembly CompileWith(LanguageVersion language, params string[] sources)
    {
        CSharpCompilation compilation = new Project(new DatabricksAppGenerator(), language).CreateCompilation(sources);
        using MemoryStream stream = new();
        EmitResult result = compilation.Emit(stream, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => $"{d}\n{Line(d)}"));
        stream.Position = 0;
        return new AssemblyLoadContext("Emitted", isCollectible: true).LoadFromStream(stream);
    }

    private static string? Line(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString();
}
