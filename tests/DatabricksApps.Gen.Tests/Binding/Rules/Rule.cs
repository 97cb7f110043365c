using System.Text.RegularExpressions;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Pipeline;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>Small documents around what a rule is about.</summary>
internal static class Rule
{
    /// <summary>Binds a schema as the member <c>p</c> of <c>Item</c>.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="others">Further component schemas, such as <c>"Cat":{…}</c>.</param>
    public static BoundDocument Member(string schema, string others = "")
    {
        string comma = others.Length == 0 ? "" : ",";
        return BoundDocument.OfSchemas($$$"""{"Item":{"type":"object","required":["p"],"properties":{"p":{{{schema}}}}}{{{comma}}}{{{others}}}}""");
    }

    /// <summary>Gets the type of the member <c>p</c>.</summary>
    public static string TypeOfMember(this BoundDocument bound)
    {
        Match member = Regex.Match(bound.TypeOf("Item"), @"^record Item\((?:Required|Constant) (.+?) P(?: = .*)?\)$");
        Assert.True(member.Success, bound.TypeOf("Item"));
        return member.Groups[1].Value;
    }

    /// <summary>Binds the operation <c>send</c>, of the path <c>/api/a</c>.</summary>
    /// <param name="members">Its members in the document.</param>
    /// <param name="schemas">The component schemas.</param>
    public static BoundDocument Operation(string members, string schemas = "{}") =>
        BoundDocument.OfPaths($$$$$"""{"/api/a":{"post":{"operationId":"send",{{{{{members}}}}},"responses":{}}}}""", schemas);

    /// <summary>Gets the route that an operation calls.</summary>
    public static RouteModel Route(this OperationModel operation) => Assert.IsType<RouteModel>(operation.Call);

    /// <summary>Gets the one operation.</summary>
    public static OperationModel TheOperation(this BoundDocument bound) =>
        Assert.Single(Assert.Single(bound.Client.Groups, group => !group.Operations.IsEmpty).Operations);
}
