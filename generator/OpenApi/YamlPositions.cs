using System.IO;
using SharpYaml;
using SharpYaml.Events;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>Finds JSON pointers in a YAML text.</summary>
internal sealed class YamlPositions : IPositions
{
    private readonly string _text;
    private PositionNode? _root;

    public YamlPositions(string text) => _text = text;

    public (int Offset, int Length) Find(string pointer)
    {
        if (pointer.Length == 0)
        {
            return (0, 0);
        }

        _root ??= Scan();
        PositionNode node = _root.FindNearest(pointer);
        return (node.Offset, node.Length);
    }

    private PositionNode Scan()
    {
        PositionBuilder positions = new();
        IParser parser = Parser.CreateParser(new StringReader(_text));
        while (parser.MoveNext() && parser.Current is not DocumentEnd)
        {
            ParsingEvent current = parser.Current!;
            switch (current)
            {
                case Scalar scalar when positions.IsKeyNext:
                    positions.Key(scalar.Value, current.Start.Index, FirstLine(current));
                    break;
                case MappingStart:
                    positions.Open(isObject: true, current.Start.Index, 1);
                    break;
                case SequenceStart:
                    positions.Open(isObject: false, current.Start.Index, 1);
                    break;
                case MappingEnd or SequenceEnd:
                    positions.Close();
                    break;
                case Scalar or AnchorAlias:
                    positions.Add(current.Start.Index, FirstLine(current));
                    break;
            }
        }

        return positions.Root;
    }

    private int FirstLine(ParsingEvent current)
    {
        int start = current.Start.Index;
        int end = System.Math.Min(current.End.Index, _text.Length);
        int lineEnd = start < end ? _text.IndexOf('\n', start, end - start) : -1;
        return (lineEnd < 0 ? end : lineEnd) - start;
    }
}
