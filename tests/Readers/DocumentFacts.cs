namespace DatabricksApps.Readers;

/// <summary>What a reader found in a document.</summary>
internal sealed class DocumentFacts
{
    private readonly HashSet<Fact> _items = [];

    public IReadOnlySet<Fact> Items => _items;

    /// <summary>Adds an operation.</summary>
    /// <param name="owner">What stands before the method: nothing, or whose webhook or callback the operation is.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path, or the name of the webhook or callback.</param>
    /// <param name="operationId">The operationId; null if there is none.</param>
    /// <returns>The <see cref="Fact.Operation"/> of what else is said about it.</returns>
    public string AddOperation(string owner, string method, string path, string? operationId)
    {
        string operation = NameOf(owner, method, path);
        _items.Add(new Fact(operation));
        if (operationId is not null)
        {
            _items.Add(new Fact(operation, "operationId", Value: operationId));
        }

        return operation;
    }

    public static string NameOf(string owner, string method, string path) => $"{owner}{method.ToUpperInvariant()} {path}";

    /// <summary>Adds a parameter. Where it is a media type of its own, a style says nothing.</summary>
    public void AddParameter(
        string operation, string location, string name, bool isRequired, string style, bool explode, string? contentType)
    {
        Fact parameter = new(operation, "parameter", $"{location} {name}");
        _items.Add(parameter with { Value = "required=" + Spell(isRequired) });
        _items.Add(parameter with { Value = contentType ?? $"style={style} explode={Spell(explode)}" });
    }

    public void AddBody(string operation, bool isRequired, IEnumerable<string> mediaTypes)
    {
        Fact body = new(operation, "body");
        _items.Add(body with { Value = "required=" + Spell(isRequired) });
        _items.UnionWith(mediaTypes.Select(mediaType => body with { Value = mediaType }));
    }

    public void AddResponse(string operation, string status, IEnumerable<string> mediaTypes)
    {
        Fact response = new(operation, "response", status);
        _items.Add(response);
        _items.UnionWith(mediaTypes.Select(mediaType => response with { Value = mediaType }));
    }

    private static string Spell(bool value) => value ? "true" : "false";
}
