using System.ComponentModel;

namespace DatabricksApps.Generated;

/// <summary>Compares and shows generated values by the JSON that they write.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonValues
{
    /// <summary>Tells whether two values write the same JSON.</summary>
    public static bool AreEqual<T>(T left, T right)
        where T : IJsonModel => JsonEquality.AreEqual(left.WriteTo, right.WriteTo);

    /// <summary>Returns a hash of the JSON.</summary>
    public static int GetHashCode<T>(T value)
        where T : IJsonModel => JsonEquality.GetHashCode(value.WriteTo);

    /// <summary>Returns the JSON, shortened, with the secrets masked.</summary>
    public static string Show<T>(T value)
        where T : IJsonModel => JsonText.Show(value.WriteTo);
}
