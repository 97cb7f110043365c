namespace DatabricksApps;

/// <summary>An optional input of a Gradio endpoint: a value, null, or nothing, in whose place the app puts its own default.</summary>
/// <remarks>A value or <c>null</c> is given as it is; a list, map or another interface in <c>new(…)</c>.</remarks>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly record struct GradioInput<T>
{
    private readonly T _value;

    /// <summary>Makes an input that is given.</summary>
    /// <param name="value">The value, or null.</param>
    public GradioInput(T value)
    {
        _value = value;
        IsGiven = true;
    }

    /// <summary>Gets whether a value or null is given. The <c>default</c> of the type gives nothing.</summary>
    public bool IsGiven { get; }

    /// <summary>Gets the value; where none is given, that of the type's <c>default</c>.</summary>
    public T Value => _value;

    /// <summary>Gives a value.</summary>
    /// <param name="value">The value, or null.</param>
    public static implicit operator GradioInput<T>(T value) => new(value);
}
