using System.Globalization;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit;

/// <summary>The names of the generated files: unique in a project, and always the same for the same part of a document.</summary>
internal static class HintNames
{
    public static string Of(TypesFileModel file) => Name(file.Namespace, file.JsonName, ".Types" + Number(file.Bucket));

    public static string Of(OperationsFileModel file) => Name(file.Namespace, file.ClientName, ".Operations" + Number(file.Bucket));

    public static string Of(ClientFileModel file) => Name(file.Namespace, file.ClientName, "");

    public static string Of(ResolverFileModel file) => Name(file.Namespace, file.JsonName, "");

    public static string Of(UnionsFileModel file) => Name(file.Namespace, file.JsonName, ".Unions");

    private static string Number(int bucket) => bucket.ToString("00", CultureInfo.InvariantCulture);

    private static string Name(string space, string name, string part)
    {
        // An identifier may have characters (combining marks) that the compiler refuses in the name of a file.
        string hintName = string.Concat($"{space}.{name}".Select(
            c => char.IsLetterOrDigit(c) || c is '.' or '_' ? c.ToString() : $"({(int)c:X4})"));
        return hintName + part + ".g.cs";
    }
}
