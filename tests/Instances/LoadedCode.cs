using System.Reflection;
using System.Runtime.Loader;
using DatabricksApps.Harness;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Instances;

/// <summary>The assembly of generated code, loaded until disposed.</summary>
public sealed class LoadedCode : IDisposable
{
    private readonly AssemblyLoadContext _context = new("Generated", isCollectible: true);

    /// <summary>Compiles generated code and loads it.</summary>
    /// <exception cref="InvalidOperationException">The compiler has something to say about it.</exception>
    public LoadedCode(GeneratedCode code, CancellationToken cancellationToken = default)
    {
        using MemoryStream stream = new();
        IReadOnlyList<Diagnostic> diagnostics = code.Emit(stream, cancellationToken);
        if (diagnostics.Count > 0)
        {
            throw new InvalidOperationException(string.Join('\n', diagnostics.Take(10)));
        }

        stream.Position = 0;
        Assembly = _context.LoadFromStream(stream);
    }

    /// <summary>Gets the assembly.</summary>
    public Assembly Assembly { get; }

    /// <inheritdoc/>
    public void Dispose() => _context.Unload();
}
