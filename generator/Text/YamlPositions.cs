using SharpYaml;
using SharpYaml.Events;

namespace DatabricksApps.Gen.Text;

/// <summary>Finds JSON pointers in a YAML text.</summary>
internal sealed class YamlPositions : TextPositions
{
    private static readonly char[] s_lineBreaks = { '\r', '\n' };

    public YamlPositions(string text, int start)
        : base(text, start)
    {
    }

    protected override void Scan(PositionBuilder positions)
    {
        IParser parser = YamlTreeReader.CreateParser(Text);
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
    }

    private int FirstLine(ParsingEvent current)
    {
        int start = current.Start.Index;
        int end = System.Math.Min(current.End.Index, Text.Length);
        int lineEnd = start < end ? Text.IndexOfAny(s_lineBreaks, start, end - start) : -1;
        return (lineEnd < 0 ? end : lineEnd) - start;
    }
}
