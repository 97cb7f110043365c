using System;
using System.Globalization;

namespace DatabricksApps.Gen.Pipeline;

#pragma warning disable RS1035, RS0030 // The rules ban the culture so that output does not depend on it, which is what this sees to.

/// <summary>Sets the invariant culture until disposed, so that no number is written with the builder's own decimal comma.</summary>
internal readonly struct InvariantCultureScope : IDisposable
{
    private readonly CultureInfo _previous;

    private InvariantCultureScope(CultureInfo previous) => _previous = previous;

    public static InvariantCultureScope Enter()
    {
        InvariantCultureScope scope = new(CultureInfo.CurrentCulture);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return scope;
    }

    public void Dispose() => CultureInfo.CurrentCulture = _previous;
}
