namespace DatabricksApps.Gen.OpenApi;

/// <summary>Finds JSON pointers in a text, which is scanned when the first is asked for.</summary>
internal abstract class TextPositions : IPositions
{
    private readonly int _start;
    private PositionNode? _root;

    /// <param name="text">The text without its byte order mark.</param>
    /// <param name="start">The length of the byte order mark.</param>
    protected TextPositions(string text, int start)
    {
        Text = text;
        _start = start;
    }

    protected string Text { get; }

    public (int Offset, int Length) Find(string pointer)
    {
        if (pointer.Length == 0)
        {
            return (0, 0);
        }

        _root ??= Scan();
        PositionNode node = _root.FindNearest(pointer);
        return (node.Offset + _start, node.Length);
    }

    /// <summary>Finds the places of all nodes.</summary>
    protected abstract PositionNode Scan();
}
