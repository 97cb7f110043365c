using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit;

/// <summary>
/// The names of the generated files: what a reader looks for, such as <c>InventoryClient/Item</c>, and always the same for
/// the same part of a document.
/// </summary>
/// <remarks>
/// The folder is named after the client, because no two clients of a project have the same name in any case
/// (<see cref="Pipeline.ClientNames"/>); within it, <see cref="TellApart"/> sees to it. The compiler fails on two files of
/// one name, whose case it does not look at, and so do the file systems that <c>EmitCompilerGeneratedFiles</c> writes to.
/// </remarks>
internal static class FileNames
{
    /// <summary>Half of what file systems take (255 bytes), since Windows takes no more than 260 characters of the whole path.</summary>
    private const int MostBytes = 120;

    // With any extension, they are devices of Windows.
    private static readonly HashSet<string> s_devices = new(
        new[] { "CON", "PRN", "AUX", "NUL" }.Concat(Enumerable.Range(1, 9).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" })),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the name of a file that holds all types of an origin: that of the type that the others belong to.</summary>
    /// <remarks>Inline types are named after their owner, which is the component or what an operation takes or returns.</remarks>
    public static string OfTypes(IEnumerable<TypeModel> types) =>
        types.Select(type => type.Name).OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).First();

    /// <summary>Gets the name of a file that holds some of the cases of a very large union.</summary>
    /// <param name="union">The union.</param>
    /// <param name="first">The index of the first of them.</param>
    public static string OfCases(UnionTypeModel union, int first) => $"{union.Name}-Cases{first + 1}";

    /// <summary>Gets the name of a file that holds the operations of a group.</summary>
    /// <param name="client">The client.</param>
    /// <param name="group">The group.</param>
    /// <param name="part">The number of the part, if the head of the group's class is in another file.</param>
    public static string OfGroup(ClientModel client, GroupModel group, int? part) =>
        $"{client.ClientName}.{group.PropertyName ?? "Operations"}" + (part is null ? "" : "." + part.Value.ToString("00", CultureInfo.InvariantCulture));

    /// <summary>Makes names of files: short enough, none twice in any case, and none of those that the client itself has.</summary>
    /// <param name="names">Names that may be long, or differ in case alone.</param>
    /// <param name="client">The client.</param>
    /// <returns>The names that are free as they are, with a number behind the others.</returns>
    public static string[] TellApart(IReadOnlyList<string> names, ClientModel client)
    {
        Dictionary<string, int> seen = new(StringComparer.OrdinalIgnoreCase) { [Fit(client.ClientName)] = 1, [Fit(client.JsonName)] = 1, [Fit(client.RulesName)] = 1 };
        string[] result = new string[names.Count];

        // In an order of their own, so that the order of the document does not give the numbers.
        foreach (int index in Enumerable.Range(0, names.Count).OrderBy(index => names[index], StringComparer.Ordinal))
        {
            string name = Fit(names[index]);
            seen.TryGetValue(name, out int count);
            seen[name] = count + 1;

            // No identifier has a hyphen.
            result[index] = count == 0 ? name : $"{name}-{count + 1}";
        }

        return result;
    }

    public static string Of(TypesFileModel file) => Path(file.ClientName, file.Name);

    public static string Of(OperationsFileModel file) => Path(file.ClientName, file.Name);

    public static string Of(ClientFileModel file) => Path(file.ClientName, Fit(file.ClientName));

    public static string Of(ResolverFileModel file) => Path(file.ClientName, Fit(file.JsonName));

    public static string Of(UnionsFileModel file) => Path(file.ClientName, Fit(file.JsonName + ".Unions"));

    public static string Of(RulesFileModel file) => Path(file.ClientName, Fit(file.RulesName));

    public static string Of(ChangesModel file) => Path(file.ClientName, Fit(file.FileName));

    private static string Path(string client, string name) => $"{Fit(client)}/{name}.g.cs";

    private static string Fit(string name)
    {
        StringBuilder result = new();
        int bytes = 0;
        foreach (char c in name)
        {
            // An identifier may have characters (combining marks) that the compiler refuses in the name of a file.
            string spelled = char.IsLetterOrDigit(c) || c is '.' or '_' or '-' ? c.ToString() : $"({(int)c:X4})";
            bytes += Encoding.UTF8.GetByteCount(spelled);
            if (bytes > MostBytes)
            {
                // Another name may begin likewise: that of the client of another document, too.
                return result.Append('-').Append(Buckets.Hash(name).ToString("x8", CultureInfo.InvariantCulture)).ToString();
            }

            result.Append(spelled);
        }

        string fitted = result.ToString();
        return s_devices.Contains(fitted) ? fitted + "_" : fitted;
    }
}
