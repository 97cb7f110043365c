namespace DatabricksApps.Readers;

/// <summary>One thing that a document says about an operation, such as <c>GET /items response 200 application/json</c>.</summary>
/// <param name="Operation">The method and path. For a call that the app makes: whose it is, the method and its name.</param>
/// <param name="Kind"><c>parameter</c>, <c>body</c>, <c>response</c> or <c>operationId</c>; empty: that there is the operation.</param>
/// <param name="Subject">The place and name of a parameter, or the status of a response.</param>
/// <param name="Value">What is said.</param>
internal readonly record struct Fact(string Operation, string Kind = "", string Subject = "", string Value = "")
{
    public override string ToString() => string.Join(' ', new[] { Operation, Kind, Subject, Value }.Where(part => part.Length > 0));
}
