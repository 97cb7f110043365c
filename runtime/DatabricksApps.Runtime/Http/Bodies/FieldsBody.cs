using System.ComponentModel;

namespace DatabricksApps.Generated;

/// <summary>A body whose fields are parameters of the method.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class FieldsBody
{
    private readonly bool _isRequired;
    private int _constants;

    private protected FieldsBody(bool isRequired) => _isRequired = isRequired;

    /// <summary>Gets whether there is a body: it is required, or has a field that the caller gave.</summary>
    internal bool IsSent => _isRequired || Extent > _constants;

    /// <summary>Gets how much there is, in whatever measure: more with each field.</summary>
    private protected abstract int Extent { get; }

    /// <summary>Ends the fields that nobody is asked for, which by themselves make no body.</summary>
    public void EndConstants() => _constants = Extent;

    internal abstract HttpContent ToContent(string mediaType);
}
