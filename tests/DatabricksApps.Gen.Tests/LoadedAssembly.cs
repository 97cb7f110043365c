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
        IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic> diagnostics = code.Emit(stream, TestContext.Current.CancellationToken);
        Assert.True(diagnostics.Count == 0, string.Join('\n', diagnostics.Take(10)));
        stream.Position = 0;
        Assembly = _context.LoadFromStream(stream);
    }

    public Assembly Assembly { get; }

    public void Dispose() => _context.Unload();
}
