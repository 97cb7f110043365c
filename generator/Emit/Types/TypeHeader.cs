using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Types;

/// <summary>Writes what stands above every generated type.</summary>
internal sealed class TypeHeader(CodeWriter writer, TypesFileModel file)
{
    private readonly string _converter = CSharpText.Identifier(file.JsonName) + "." + ResolverFile.ConverterName;

    /// <summary>Gets the access modifier of the types of this file.</summary>
    public string Accessibility => file.IsPublic ? "public" : "internal";

    /// <summary>Spells a generated type for expressions: a property may have the type's name there.</summary>
    public static string FullName(string name) => RuntimeNames.Own + CSharpText.Identifier(name);

    /// <summary>Names a member that a type has of itself: C# gives no member the name of its type (CS0542).</summary>
    public static string Member(string name, TypeModel type) => name == type.Name ? name + "_" : name;

    public void Write(TypeModel type)
    {
        DocComment.WriteSummary(writer, type.Doc, type.Name);
        DocComment.WriteRemarks(writer, type.Doc);
        if (type.IsDeprecated)
        {
            writer.WriteLine(Deprecated);
        }

        writer.WriteLine($"[{RuntimeNames.Json}Serialization.JsonConverter(typeof({_converter}<{CSharpText.Identifier(type.Name)}>))]");
        writer.WriteLine(FileHeader.GeneratedCode);
    }

    /// <summary>Gets the attribute of public members that only generated code calls: completion leaves them out.</summary>
    public const string Hidden = "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";

    /// <summary>Gets what stands in the place of a value that is not to be shown, as a C# literal.</summary>
    public const string Masked = """
        "\"***\""
        """;

    /// <summary>Gets the attribute of what the document calls deprecated.</summary>
    public const string Deprecated = "[global::System.Obsolete(\"The app's document calls it deprecated.\")]";
}
