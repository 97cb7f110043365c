using System.Reflection;
using System.Runtime.Loader;

namespace DatabricksApps.Gen.Tests;

/// <summary>The assembly of generated code, loaded until disposed.</summary>
internal sealed class LoadedAssembly : IDisposable
{
    private readonly AssemblyLoadContext _context = new("Generated", isCollectible: true);

    public LoadedAssembly(GeneratedCode code)
    {
        using MemoryStream stream = new();
        Assert.Empty(code.Emit(stream, TestContext.Current.CancellationToken));
        stream.Position = 0;
        Assembly = _context.LoadFromStream(stream);
    }

    public Assembly Assembly { get; }

    public void Dispose() => _context.Unload();
}
