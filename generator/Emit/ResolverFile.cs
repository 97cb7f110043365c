using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit;

/// <summary>Writes the file of the type-info resolver.</summary>
internal static class ResolverFile
{
    /// <summary>
    /// The converter that every type names, nested in the resolver's class. It is of the client's own assembly, so that the
    /// types' attributes need not spell the runtime's: that is 100 bytes a type.
    /// </summary>
    public const string ConverterName = "Converter";

    public static string Write(ResolverFileModel file)
    {
        CodeWriter writer = new();
        FileHeader.Write(writer, file.DocumentName);
        FileHeader.WriteNamespace(writer, file.Namespace);
        writer.WriteLine();
        writer.WriteLine(
            $"""
            /// <summary>The JSON of the types of {CSharpText.Xml(file.DocumentName)}, for serializers of your own.</summary>
            {FileHeader.GeneratedCode}
            """);
        using (writer.Block($"{(file.IsPublic ? "public" : "internal")} static partial class {CSharpText.Identifier(file.JsonName)}"))
        {
            writer.WriteLine(
                """
                /// <summary>
                /// Gets a resolver that knows every generated type, lists, arrays and maps of them, and whatever else a member
                /// or method of the client gives. A serializer needs it where reflection is off: under trimming and native AOT.
                /// </summary>
                public static global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver TypeInfoResolver { get; } = Create();

                """);
            using (writer.Block($"private static {RuntimeNames.JsonTypes} Create()"))
            {
                writer.WriteLine($"{RuntimeNames.JsonTypes} types = new();");
                foreach (string type in file.Types)
                {
                    writer.WriteLine($"types.Add<{CSharpText.Identifier(type)}>();");
                }

                foreach (TypeRef type in file.Values)
                {
                    writer.WriteLine($"types.Add<{TypeSyntax.Type(type)}, {TypeSyntax.Codec(type)}>();");
                }

                foreach (StreamItemModel stream in file.Streams)
                {
                    string item = TypeSyntax.Type(stream.Item);
                    writer.WriteLine(stream.IsEvent ? $"types.AddEvents<{item}, {TypeSyntax.Codec(stream.Item)}>();" : $"types.AddStream<{item}>();");
                }

                writer.WriteLine("return types;");
            }

            writer.WriteLine();
            writer.WriteLine(
                $$"""
                /// <summary>Lets <see cref="global::System.Text.Json.JsonSerializer"/> read and write a type.</summary>
                /// <typeparam name="T">The type.</typeparam>
                public sealed class {{ConverterName}}<T> : {{RuntimeNames.ModelConverter}}<T>
                    where T : {{RuntimeNames.IJsonModel}}, {{RuntimeNames.IJsonModel}}<T>
                {
                }
                """);
        }

        return writer.End();
    }
}
