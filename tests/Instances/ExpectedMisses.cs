namespace DatabricksApps.Instances;

/// <summary>
/// The schemas that are known not to come back equal: <c>folder/file.json /components/schemas/Item reason</c> a line.
/// </summary>
public sealed class ExpectedMisses
{
    private readonly ILookup<string, string> _byDocument;

    private ExpectedMisses(ILookup<string, string> byDocument) => _byDocument = byDocument;

    /// <summary>Reads the list; what begins with # is for the reader alone.</summary>
    public static ExpectedMisses Read(string file) => new(File.ReadLines(file)
        .Select(line => line.Trim())
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(' ', 3))
        .ToLookup(parts => parts[0], parts => parts[1]));

    /// <summary>Finds what was not expected: misses, and expectations that did not come true.</summary>
    public IEnumerable<string> FindFailures(RoundTripResult result)
    {
        if (result.Error is not null)
        {
            return [result.Error];
        }

        string key = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(result.Path))) + "/" + Path.GetFileName(result.Path);
        string[] expected = [.. _byDocument[key]];
        SchemaResult[] missed = [.. result.Schemas.Where(schema => schema.Miss is not null)];
        return missed
            .Where(schema => !expected.Contains(schema.Pointer))
            .Select(schema => $"{schema.Pointer}: {schema.Miss}")
            .Concat(expected.Except(missed.Select(schema => schema.Pointer)).Select(pointer => $"not needed in expected.txt: {pointer}"));
    }
}
