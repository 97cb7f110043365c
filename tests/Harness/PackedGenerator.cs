using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Harness;

/// <summary>Loads the generator from its package, as the compiler loads it: its own dlls beside it, all else the compiler's.</summary>
public sealed class PackedGenerator : AssemblyLoadContext
{
    private readonly string _folder;

    private PackedGenerator(string folder)
        : base("DatabricksApps.Gen") => _folder = folder;

    /// <summary>Makes the generator of an unpacked package.</summary>
    /// <param name="package">The folder of the package.</param>
    public static IIncrementalGenerator Load(string package)
    {
        PackedGenerator context = new(Path.Combine(package, "analyzers", "dotnet", "cs"));
        Assembly assembly = context.LoadFromAssemblyName(new AssemblyName("DatabricksApps.Gen"));
        Type generator = assembly.GetTypes().Single(type => type.IsDefined(typeof(GeneratorAttribute)));
        return (IIncrementalGenerator)Activator.CreateInstance(generator)!;
    }

    protected override Assembly? Load(AssemblyName name)
    {
        string file = Path.Combine(_folder, name.Name + ".dll");
        return File.Exists(file) && (IsOwn(name) || !IsOfCompiler(name)) ? LoadFromAssemblyPath(file) : null;
    }

    /// <summary>Whether no compiler has the assembly, though this program may have a copy.</summary>
    private static bool IsOwn(AssemblyName name) =>
        !name.Name!.StartsWith("System.", StringComparison.Ordinal) && !name.Name.StartsWith("Microsoft.", StringComparison.Ordinal);

    /// <summary>Whether the compiler has the assembly, which then wins over that of the package.</summary>
    private static bool IsOfCompiler(AssemblyName name)
    {
        try
        {
            return Default.LoadFromAssemblyName(name) is not null;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (FileLoadException)
        {
            return false;
        }
    }
}
