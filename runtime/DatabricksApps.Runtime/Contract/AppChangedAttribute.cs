using System.ComponentModel;

namespace DatabricksApps.Generated;

/// <summary>
/// Says at an assembly what of a client in it changed since its document was accepted. Generated while changes are pending; the
/// analyzer of DatabricksApps.Gen tells it at the lines that use it, in this assembly and in those that reference it.
/// </summary>
/// <param name="type">The type that it is about.</param>
/// <param name="member">Its method or property; empty: the type itself.</param>
/// <param name="part">What of it: a parameter, a bound, a former name; empty: all of it.</param>
/// <param name="use">Which uses are meant.</param>
/// <param name="id">The diagnostic.</param>
/// <param name="text">What it says.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AppChangedAttribute(Type type, string member, string part, string use, string id, string text) : Attribute
{
    /// <summary>Gets the type that it is about.</summary>
    public Type Type { get; } = type;

    /// <summary>Gets its method or property; empty: the type itself.</summary>
    public string Member { get; } = member;

    /// <summary>Gets what of it: a parameter, a bound, a former name; empty: all of it.</summary>
    public string Part { get; } = part;

    /// <summary>Gets which uses are meant.</summary>
    public string Use { get; } = use;

    /// <summary>Gets the diagnostic.</summary>
    public string Id { get; } = id;

    /// <summary>Gets what it says.</summary>
    public string Text { get; } = text;
}
