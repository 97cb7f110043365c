using System.Text.RegularExpressions;

namespace DatabricksApps.Corpus;

/// <summary>How many methods have the name of the Python function that serves them.</summary>
internal sealed partial class NameStatistics
{
    private int _fastApi;
    private int _asWritten;
    private int _clashes;
    private int _clashesResolved;

    /// <summary>Counts a document's operations whose operationId is made by FastAPI's own rule.</summary>
    public void Add(DocumentOutcome outcome)
    {
        List<(string Function, GeneratedMethod Method)> named =
        [
            .. from operation in outcome.Operations
               let function = FunctionOf(operation)
               where function is not null
               join method in outcome.Methods on operation.Pointer equals method.Pointer
               select (function, method),
        ];

        foreach (IGrouping<(string Type, string Name), (string Function, GeneratedMethod Method)> same in
            named.GroupBy(item => (item.Method.Type, Simplify(item.Function))))
        {
            int asWritten = same.Count(item => Simplify(item.Method.Name) == Simplify(item.Function) + "async");
            _fastApi += same.Count();
            _asWritten += asWritten;
            if (same.Count() > 1)
            {
                _clashes += same.Count();
                _clashesResolved += same.Select(item => item.Method.Name).Distinct().Count() == same.Count() ? same.Count() : 0;
            }
        }
    }

    public override string ToString() =>
        $"{_fastApi} operationIds by FastAPI's rule: {_asWritten} methods are named as the Python function; " +
        $"{_clashes} functions share their name within a class, {_clashesResolved} of them told apart";

    /// <summary>Takes FastAPI's suffix off: <c>re.sub(r"\W", "_", name + path) + "_" + method</c>.</summary>
    private static string? FunctionOf(DocumentOperation operation)
    {
        string suffix = NotWord().Replace(operation.Path, "_") + "_" + operation.Method;
        return operation.OperationId is { } id && id.Length > suffix.Length && id.EndsWith(suffix, StringComparison.Ordinal)
            ? id[..^suffix.Length]
            : null;
    }

    private static string Simplify(string name) => name.Replace("_", "").ToLowerInvariant();

    [GeneratedRegex(@"\W")]
    private static partial Regex NotWord();
}
