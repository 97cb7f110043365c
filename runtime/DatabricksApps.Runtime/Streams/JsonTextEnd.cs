namespace DatabricksApps.Http;

/// <summary>Finds where a JSON text ends that may go over several lines, in one pass over its bytes.</summary>
internal struct JsonTextEnd
{
    private int _depth;
    private bool _isInString;
    private bool _isEscaped;

    /// <summary>Gets whether more of the text must follow.</summary>
    public readonly bool IsOpen => _depth > 0 || _isInString;

    /// <summary>Goes on through the text.</summary>
    public void Read(ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
        {
            if (_isInString)
            {
                _isInString = _isEscaped || b != '"';
                _isEscaped = !_isEscaped && b == '\\';
            }
            else
            {
                _isInString = b == '"';
                _depth += b is (byte)'{' or (byte)'[' ? 1 : b is (byte)'}' or (byte)']' ? -1 : 0;
            }
        }
    }
}
