using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace DatabricksApps.Benchmarks;

/// <summary>Compiles many object types of ten properties in each candidate shape: assembly size and compiler time.</summary>
internal static class Size
{
    private static readonly string[] s_words =
        "name url node html events commit branch author owner repo team member issue label state body title count size path sha ref mode type actor review check run suite status head base merge key value hook config secret scope token plan billing seat usage limit policy rule alert package version tag release asset gist file content message tree blob".Split(' ');

    public static void Run()
    {
        Console.WriteLine("shape                          types      bytes   bytes/type   source KB   csc CPU s");
        foreach (int count in new[] { 300, 2000 })
        {
            foreach (Shape shape in Enum.GetValues<Shape>())
            {
                Measure(shape, count);
            }
        }
    }

    private enum Shape
    {
        RecordWithBaseAutoProperties,
        RecordWithBase,
        RecordWithoutBase,
        ClassWithBase,
    }

    private static void Measure(Shape shape, int count)
    {
        string source = Write(shape, count);
        TimeSpan start = Environment.CpuUsage.TotalTime;
        SyntaxTree tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp12));
        CSharpCompilation compilation = CSharpCompilation.Create(
            "GitHub.Client",
            [tree],
            References(),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable));
        using MemoryStream assembly = new();
        EmitResult result = compilation.Emit(assembly, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb), pdbStream: new MemoryStream());
        TimeSpan time = Environment.CpuUsage.TotalTime - start;
        foreach (Diagnostic diagnostic in result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).Take(3))
        {
            Console.WriteLine(diagnostic);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{shape,-30} {count,5} {assembly.Length,10} {assembly.Length / count,12} {source.Length / 1024,11} {time.TotalSeconds,11:0.0}"));
        if (Environment.GetEnvironmentVariable("SIZE_OUT") is { } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{shape}{count}.dll"), assembly.ToArray());
            File.WriteAllText(Path.Combine(folder, $"{shape}{count}.cs"), source);
        }
    }

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "DatabricksApps.Runtime.dll" or "Benchmarks.dll" or "netstandard.dll" or "mscorlib.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));

    private static string Write(Shape shape, int count)
    {
        StringBuilder source = new();
        source.AppendLine("""
            #nullable enable
            #pragma warning disable CS8618
            using System;
            using System.Collections.Generic;
            using System.Diagnostics.CodeAnalysis;
            using System.Text;
            using System.Text.Json;
            using System.Text.Json.Serialization;
            using DatabricksApps;
            using DatabricksApps.Generated;
            namespace GitHub.GitHubApi;

            [JsonConverter(typeof(ModelConverter<State>))]
            public readonly partial struct State : IEquatable<State>, IJsonModel, IJsonModel<State>
            {
                private static readonly JsonEnum s_values = new("open", "closed");
                private readonly string? _value;
                public State(string value) => _value = value;
                public string Value => _value ?? "";
                public bool Equals(State other) => Value == other.Value;
                public override bool Equals(object? obj) => obj is State other && Equals(other);
                public override int GetHashCode() => Value.GetHashCode();
                public static State ReadFrom(ref Utf8JsonReader reader) => new(s_values.Read(ref reader));
                public static int FitOf(Utf8JsonReader reader) => s_values.Fit(reader);
                public void WriteTo(Utf8JsonWriter writer) => writer.WriteStringValue(Value);
            }
            """);
        Random random = new(1);
        for (int i = 0; i < count; i++)
        {
            WriteType(source, shape, i, count, random);
        }

        return source.ToString();
    }

    private sealed record Property(string Name, string Wire, string Type, string Codec, char Mark, string Call, string CallTypes);

    private static List<Property> Properties(int count, Random random)
    {
        (string Type, string Codec, char Mark, string Call, string CallTypes)[] kinds =
        [
            ("long", "Int64Json", '!', "Write", "long, Int64Json"),
            ("string", "StringJson", '!', "Write", "string, StringJson"),
            ("string?", "ReferenceOrNullJson<string, StringJson>", ' ', "WriteOptional", "string, StringJson"),
            ("string?", "ReferenceOrNullJson<string, StringJson>", '?', "WriteAssigned", "string?, ReferenceOrNullJson<string, StringJson>"),
            ("bool?", "NullableJson<bool, BooleanJson>", ' ', "WriteOptionalValue", "bool, BooleanJson"),
            ("DateTimeOffset", "DateTimeJson", '!', "Write", "DateTimeOffset, DateTimeJson"),
            ("IReadOnlyList<string>?", "ReferenceOrNullJson<IReadOnlyList<string>, ListJson<string, StringJson>>", ' ', "WriteOptional", "IReadOnlyList<string>, ListJson<string, StringJson>"),
            ("T#?", "ReferenceOrNullJson<T#, ModelJson<T#>>", ' ', "WriteOptional", "T#, ModelJson<T#>"),
            ("State", "ModelJson<State>", '!', "Write", "State, ModelJson<State>"),
            ("int?", "NullableJson<int, Int32Json>", '?', "WriteAssigned", "int?, NullableJson<int, Int32Json>"),
        ];
        List<Property> properties = [];
        HashSet<string> names = [];
        foreach (var kind in kinds)
        {
            string first, second;
            do
            {
                first = s_words[random.Next(s_words.Length)];
                second = s_words[random.Next(s_words.Length)];
            }
            while (!names.Add(first + second));
            string other = "Type" + random.Next(count).ToString(CultureInfo.InvariantCulture);
            properties.Add(new Property(
                char.ToUpperInvariant(first[0]) + first[1..] + char.ToUpperInvariant(second[0]) + second[1..],
                first + "_" + second,
                kind.Type.Replace("T#", other, StringComparison.Ordinal),
                kind.Codec.Replace("T#", other, StringComparison.Ordinal),
                kind.Mark,
                kind.Call,
                kind.CallTypes.Replace("T#", other, StringComparison.Ordinal)));
        }

        return properties;
    }

    private static void WriteType(StringBuilder source, Shape shape, int number, int count, Random random)
    {
        List<Property> properties = Properties(count, random);
        string name = $"Type{number.ToString(CultureInfo.InvariantCulture)}";
        bool hasBase = shape != Shape.RecordWithoutBase;
        bool isRecord = shape != Shape.ClassWithBase;
        bool isAuto = shape == Shape.RecordWithBaseAutoProperties;
        string FieldOf(Property p) => isAuto && p.Mark != '?' ? p.Name : "_" + char.ToLowerInvariant(p.Name[0]) + p.Name[1..];
        string table = string.Join("\\n", properties.Select(p => p.Mark + p.Wire));
        string baseName = isRecord ? "JsonRecordModel" : "JsonModel";
        source.AppendLine($$"""
            [JsonConverter(typeof(ModelConverter<{{name}}>))]
            public sealed partial {{(isRecord ? "record" : "class")}} {{name}} : {{(hasBase ? baseName : "IJsonModel")}}, IJsonModel<{{name}}>
            {
                private static readonly JsonMembers s_members = new("{{table}}"u8);
                public {{name}}() { }
                [SetsRequiredMembers] private {{name}}(ref Utf8JsonReader reader) : this() => {{(hasBase ? "ReadMembers(s_members, ref reader)" : "_state = s_members.Fit(reader)")}};
                public static {{name}} ReadFrom(ref Utf8JsonReader reader) => new(ref reader);
            """);
        if (hasBase && isRecord)
        {
            source.AppendLine($$"""
                    public bool Equals({{name}}? other) => base.Equals(other);
                    public override int GetHashCode() => base.GetHashCode();
                    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
                """);
        }

        if (!isRecord)
        {
            source.AppendLine($"    [SetsRequiredMembers] public {name}({name} original) : base(original) {{");
            foreach (string field in properties.Select(FieldOf))
            {
                source.AppendLine($"        {field} = original.{field};");
            }

            source.AppendLine("    }");
        }

        if (!hasBase)
        {
            source.AppendLine($$"""
                    private long _state;
                    private object? _rest;
                    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get => (IReadOnlyDictionary<string, JsonElement>)_rest!; init => _rest = value; }
                    private void Assign(int member) => _state |= 1L << member;
                    public void WriteTo(Utf8JsonWriter writer) { JsonMemberWriter members = default; WriteMembers(ref members); }
                    public bool Equals({{name}}? other) => ReferenceEquals(this, other);
                    public override int GetHashCode() => _state.GetHashCode();
                    public override string ToString() => _state.ToString();
                    private bool PrintMembers(StringBuilder builder) => builder.Length > 0;
                """);
        }

        foreach (Property p in properties)
        {
            string field = FieldOf(p);
            string required = p.Mark == '!' ? "required " : "";
            if (field == p.Name)
            {
                source.AppendLine($"    public {required}{p.Type} {p.Name} {{ get; {(isAuto ? "set" : "init")}; }}");
            }
            else
            {
                string init = p.Mark == '?' ? $"{{ {field} = value; Assign({properties.IndexOf(p)}); }}" : $"=> {field} = value;";
                source.AppendLine($"    private {p.Type} {field};");
                source.AppendLine($"    public {required}{p.Type} {p.Name} {{ get => {field}; init {init} }}");
            }
        }

        string modifiers = hasBase ? "protected override" : "private";
        source.AppendLine($"    {modifiers} void ReadMember(int member, ref Utf8JsonReader reader) {{ switch (member) {{");
        for (int i = 0; i < properties.Count; i++)
        {
            Property p = properties[i];
            string field = FieldOf(p);
            source.AppendLine(CultureInfo.InvariantCulture, $"        case {i}: {field} = {p.Codec}.Read(ref reader); break;");
        }

        source.AppendLine("    } }");
        source.AppendLine($"    {modifiers} void WriteMembers(ref JsonMemberWriter writer) {{ writer.Begin(s_members);");
        foreach (Property p in properties)
        {
            string field = FieldOf(p);
            source.AppendLine($"        writer.{p.Call}<{p.CallTypes}>({field});");
        }

        source.AppendLine("    } }");
    }
}
