using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract;

/// <summary>Which way each type goes: a promise to a sender is another one than to a reader.</summary>
internal sealed partial class TypeDirections
{
    private readonly Dictionary<string, TypeModel> _types;
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);
    private readonly HashSet<string> _received = new(StringComparer.Ordinal);

    private TypeDirections(ClientModel client) =>
        _types = client.Types.GroupBy(type => type.Name, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    /// <summary>Follows what each operation sends and receives.</summary>
    public static TypeDirections Of(ClientModel client)
    {
        TypeDirections directions = new(client);
        foreach (OperationModel operation in client.Groups.SelectMany(group => group.Operations))
        {
            directions.Follow(operation.Parameters.Select(parameter => parameter.Type), directions._sent);
            directions.Follow(operation.Body is { } body ? body.Fields.Select(field => field.Type) : [], directions._sent);
            directions.Follow(ReceivedBy(operation), directions._received);
        }

        return directions;
    }

    /// <summary>Gets the ways of a type, a word each.</summary>
    public IEnumerable<string> Of(string type)
    {
        if (_sent.Contains(type))
        {
            yield return Sent;
        }

        if (_received.Contains(type))
        {
            yield return Received;
        }
    }

    private static IEnumerable<TypeRef> ReceivedBy(OperationModel operation) =>
        new[] { operation.Response.Type }
            .Concat(operation.Response.Cases.Select(answer => answer.Type))
            .Concat(operation.Response.Events.Select(one => one.Type))
            .Concat(operation.Errors.Select(error => error.Type))
            .OfType<TypeRef>();

    private void Follow(IEnumerable<TypeRef> types, HashSet<string> reached)
    {
        Stack<TypeRef> open = new(types);
        while (open.Count > 0)
        {
            TypeRef type = open.Pop();
            IEnumerable<TypeRef> parts = type.Arguments;
            if (type.Name is { } name)
            {
                parts = reached.Add(name) && _types.TryGetValue(name, out TypeModel? model) ? PartsOf(model) : [];
            }

            foreach (TypeRef part in parts)
            {
                open.Push(part);
            }
        }
    }

    private static IEnumerable<TypeRef> PartsOf(TypeModel type) => type switch
    {
        ObjectTypeModel model => model.Properties.Select(property => property.Type).Concat(model.AdditionalProperties is { } rest ? [rest] : []),
        UnionTypeModel model => model.Cases.Select(one => one.Type),
        TupleTypeModel model => model.Items.Concat(model.Rest is { } rest ? [rest] : Enumerable.Empty<TypeRef>()),
        _ => [],
    };
}
