using System.ComponentModel;

namespace DatabricksApps.Generated;

/// <summary>A body whose fields are parameters of the method.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class FieldsBody
{
    private readonly bool _isRequired;

    private protected FieldsBody(bool isRequired) => _isRequired = isRequired;

    /// <summary>Gets whether there is a body: it is required, or has a field.</summary>
    internal bool IsSent => _isRequired || HasFields;

    private protected abstract bool HasFields { get; }

    internal abstract HttpContent ToContent(string mediaType);
}
