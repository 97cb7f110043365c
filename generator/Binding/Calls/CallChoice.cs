using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>What goes to and fro in a call of an operation, of all that the document offers: the result of the first pass.</summary>
/// <remarks>
/// Of the document's server only the path counts, as a prefix of the route. Its host is where the document was written,
/// often localhost; which app is called the client's options say.
/// </remarks>
internal sealed record CallChoice(
    ApiOperation Operation,
    string Route,
    IReadOnlyList<ParameterChoice> Parameters,
    IReadOnlyList<string> UndeclaredPathParameters,
    BodyChoice? Body,
    IReadOnlyList<Representation> Representations,
    IReadOnlyList<ErrorChoice> Errors)
{
    /// <summary>Gets what tells the call from all others: <c>GET /api/items</c>.</summary>
    public string Name => RouteModel.NameOf(Operation.Method, Route);

    /// <param name="operation">The operation.</param>
    /// <param name="options">The item's metadata.</param>
    /// <param name="bodies">The components that are nothing but bodies.</param>
    /// <param name="kindOf">Gets the kind of answers that a lock knows by the plain name of a call; empty: none.</param>
    /// <param name="findings">Takes what the user should know.</param>
    public static CallChoice Of(ApiOperation operation, DocumentOptions options, BodyComponents bodies, Func<string, string> kindOf, Findings findings)
    {
        string route = RouteOf(operation, options.BasePath);
        PreferredMediaTypes preferred = new(options.MediaTypes);
        IReadOnlyList<string> inPath = PathTemplate.ParameterNames(route);
        IReadOnlyList<ParameterChoice> parameters = ParameterChoice.AllOf(operation, inPath, findings);
        List<string> undeclared = inPath
            .Except(parameters.Where(p => p.Location == ParameterLocation.Path).Select(p => p.Parameter.Name))
            .ToList();
        foreach (string name in undeclared)
        {
            findings.UndeclaredPathParameter(operation.Pointer, $"'{name}' of '{route}'");
        }

        return new CallChoice(
            operation,
            route,
            parameters,
            undeclared,
            BodyChoice.Of(operation, bodies, preferred, findings),
            Calls.Representations.AllOf(operation, kindOf(RouteModel.NameOf(operation.Method, route)), preferred, findings),
            ErrorChoice.AllOf(operation, preferred, findings));
    }

    /// <summary>Gets the route of an operation below the app's address.</summary>
    public static string RouteOf(ApiOperation operation, string? basePath) => PathTemplate.Join(
        basePath ?? (operation.ServerUrl is { } server ? PathTemplate.PathOf(server) : string.Empty), operation.Path);

    /// <summary>Gets the schemas of what goes to and fro.</summary>
    public IEnumerable<SchemaRoot> Roots()
    {
        foreach (ParameterChoice parameter in Parameters)
        {
            if (parameter.Schema is { } schema)
            {
                yield return new SchemaRoot(schema, Direction.Sent, Operation, new[] { parameter.Parameter.Name });
            }
        }

        if (Body?.Whole is { } whole)
        {
            yield return new SchemaRoot(whole, Direction.Sent, Operation, new[] { "Body" });
        }

        if (Body is { Fields: not null })
        {
            foreach (ApiProperty field in Body.TypedFields())
            {
                yield return new SchemaRoot(field.Schema, Direction.Sent, Operation, new[] { field.Name });
            }
        }

        foreach (AnswerChoice answer in Representations.SelectMany(representation => representation.Answers))
        {
            if (answer.Events.Count > 1)
            {
                foreach (EventChoice one in answer.Events)
                {
                    if (one.Schema is { } data)
                    {
                        yield return new SchemaRoot(data, Direction.Received, Operation, new[] { "Event", one.Event });
                    }
                }
            }
            else if (answer.Schema is { } schema)
            {
                yield return new SchemaRoot(schema, Direction.Received, Operation, answer.Roles);
            }
        }

        foreach (ErrorChoice error in Errors)
        {
            if (error.Schema is { } schema)
            {
                yield return new SchemaRoot(schema, Direction.Received, Operation, new[] { error.Role });
            }
        }
    }
}
