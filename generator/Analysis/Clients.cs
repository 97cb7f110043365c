using System;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Analysis;

/// <summary>Tells the generated clients themselves from the code that calls them.</summary>
internal static class Clients
{
    private static readonly string s_folder = typeof(DatabricksAppGenerator).FullName!;

    /// <summary>Tells whether a file is part of a client: the compiler puts it into a folder of the generator's name.</summary>
    public static bool Has(SyntaxTree file) => file.FilePath.IndexOf(s_folder, StringComparison.Ordinal) >= 0;
}
