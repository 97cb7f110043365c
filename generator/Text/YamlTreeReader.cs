using System;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading;
using DatabricksApps.Gen.Diagnostics;
using SharpYaml;
using SharpYaml.Events;

namespace DatabricksApps.Gen.Text;

/// <summary>Reads YAML text into nodes.</summary>
/// <remarks>
/// From the parser's events, not by a converter to nodes: duplicate keys, the spelling of numbers and null have to be as
/// the author wrote them. Of several YAML documents in one file the first is read.
/// </remarks>
internal sealed class YamlTreeReader
{
    private readonly TreeBuilder _tree;
    private readonly YamlAnchors _anchors = new();
    private readonly IParser _parser;
    private readonly CancellationToken _cancellationToken;

    private YamlTreeReader(string text, string prefix, Findings findings, CancellationToken cancellationToken)
    {
        _tree = new TreeBuilder(prefix, findings);
        _parser = CreateParser(text);
        _cancellationToken = cancellationToken;
    }

    public static JsonNode? Read(string text, string prefix, Findings findings, CancellationToken cancellationToken)
    {
        YamlTreeReader reader = new(text, prefix, findings, cancellationToken);
        try
        {
            return reader.Read();
        }
        catch (YamlException exception)
        {
            throw Unreadable(exception.Message, exception.Start);
        }
        catch (DocumentException exception)
        {
            throw exception.At(reader._parser.Current?.Start.Index ?? 0);
        }
    }

    /// <summary>Makes a parser whose own limit of depth (64 if none is given) lies behind ours.</summary>
    public static IParser CreateParser(string text) =>
        Parser.CreateParser(new StringReader(text), DocumentLimits.Depth + 1);

    private JsonNode? Read()
    {
        int count = 0;
        while (Advance())
        {
            if ((++count & 0xFFF) == 0)
            {
                _cancellationToken.ThrowIfCancellationRequested();
            }

            switch (_parser.Current)
            {
                case MappingStart mapping:
                    RefuseKey(mapping);
                    Open(mapping.Anchor, new JsonObject());
                    break;
                case SequenceStart sequence:
                    RefuseKey(sequence);
                    Open(sequence.Anchor, new JsonArray());
                    break;
                case MappingEnd:
                case SequenceEnd:
                    YamlMergeKeys.Apply(_tree.Container, _tree.Depth, _anchors);
                    _anchors.Close(_tree.Container);
                    _tree.Close();
                    break;
                case Scalar scalar:
                    Add(scalar);
                    break;
                case AnchorAlias alias:
                    RefuseKey(alias);
                    _tree.Add(_anchors.Copy(alias.Value, _tree.Depth));
                    break;
                case DocumentEnd:
                    return _tree.Root;
            }
        }

        return _tree.Root;
    }

    // The parser has exceptions of its own for what breaks YAML's rules, and .NET's for what breaks those of a conversion:
    // an escape that is half a character, a number of a directive that no integer holds.
    private bool Advance()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException or InvalidOperationException)
        {
            throw Unreadable("an escape or a number behind this place is none", _parser.Current?.End ?? default(Mark));
        }
    }

    private void Open(string? anchor, JsonNode container)
    {
        _tree.Open(container);
        if (anchor is not null)
        {
            _anchors.Open(anchor, container);
        }
    }

    private void Add(Scalar scalar)
    {
        if (_tree.IsKeyNext)
        {
            _tree.Key(scalar.Value);
            return;
        }

        JsonNode? value = YamlScalars.Read(scalar);
        _tree.Add(value);
        if (scalar.Anchor is not null)
        {
            _anchors.Add(scalar.Anchor, value);
        }
    }

    private void RefuseKey(ParsingEvent current)
    {
        if (_tree.IsKeyNext)
        {
            throw Unreadable("a key has to be a plain text", current.Start);
        }
    }

    private static DocumentException Unreadable(string message, Mark place)
    {
        // The message of the exception starts with its own zero-based place.
        int end = message.IndexOf("): ", StringComparison.Ordinal);
        message = message.StartsWith("(", StringComparison.Ordinal) && end > 0 ? message.Substring(end + 3) : message;
        return DocumentException.Unreadable(
            $"line {place.Line + 1}, column {place.Column + 1}: {message}",
            place.Index);
    }
}
