using System.Text.RegularExpressions;

namespace DatabricksApps.Generators;

/// <summary>Declares the types that NSwag's output names and forgets, so that csc has something to compile.</summary>
internal static partial class Stubs
{
    private const int MostRounds = 5;

    /// <summary>Compiles the output, with stubs as long as undeclared names are what is wrong with it.</summary>
    /// <returns>The names, and the errors that are left: none if it compiles.</returns>
    public static async Task<(IReadOnlyList<string> Names, string[] Errors)> AddAsync(string folder)
    {
        SortedSet<string> names = new(StringComparer.Ordinal);
        string[] errors = [];
        for (int i = 0; i < MostRounds; i++)
        {
            errors = (await Csc.StartAsync(Generation.NSwag, folder)).Errors;
            string[] undeclared = [.. errors.Select(error => UndeclaredName().Match(error)).Where(match => match.Success).Select(match => match.Groups[1].Value)];
            if (undeclared.Length == 0)
            {
                break;
            }

            names.UnionWith(undeclared);
            await File.WriteAllTextAsync(
                Path.Combine(folder, "Stubs.cs"),
                $"namespace {NSwagGeneration.Namespace};\n" + string.Concat(names.Select(name => $"public partial class {name} {{ }}\n")));
        }

        return ([.. names], errors);
    }

    [GeneratedRegex(@"error CS0246: .*?'(\w+)'")]
    private static partial Regex UndeclaredName();
}
