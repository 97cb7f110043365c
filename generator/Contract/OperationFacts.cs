using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract;

/// <summary>Tells what a method promises.</summary>
internal static class OperationFacts
{
    /// <param name="group">The group of the method.</param>
    /// <param name="operation">The method.</param>
    /// <param name="document">The document's file name.</param>
    /// <param name="root">The path that the app is mounted at, if the client says it; empty: none.</param>
    public static IEnumerable<Fact> Of(GroupModel group, OperationModel operation, string document, string root)
    {
        string owner = operation.Call.Name;
        string pointer = Pointers.Of(operation.Doc, document);
        yield return new Fact(FactKind.Operation, owner, "", MethodOf(group, operation), WordsOf(operation, root)) { Pointer = pointer };

        foreach (ParameterModel constant in operation.Parameters.Where(parameter => parameter.Constant is not null))
        {
            yield return new Fact(
                FactKind.Parameter, owner, FactKey.PartOf(constant.Location, constant.WireName), "",
                new[] { TypeText.Of(constant.Type.AsNotNullable()), "constant" }.Concat(SpellingWords.Of(constant)).Append($"{BoundText.Value}={constant.Constant!.Text}").ToEquatableArray())
            {
                Pointer = constant.Pointer.Length == 0 ? pointer : constant.Pointer,
            };
        }

        int position = 0;
        foreach (ParameterModel parameter in operation.Parameters.Where(parameter => parameter.Constant is null))
        {
            yield return new Fact(
                FactKind.Parameter, owner, FactKey.PartOf(parameter.Location, parameter.WireName), parameter.Name,
                Words(parameter.Type, parameter.IsRequired, SpellingWords.Of(parameter).Concat(BoundText.Of(parameter.Doc)), parameter.IsDeprecated, ++position))
            {
                Pointer = parameter.Pointer.Length == 0 ? pointer : parameter.Pointer,
            };
        }

        foreach (Fact fact in BodyOf(operation, owner, pointer, position))
        {
            yield return fact;
        }

        yield return new Fact(FactKind.Answer, owner, "", "", AnswerOf(operation.Response)) { Pointer = Pointers.Below(pointer, "responses") };
        foreach (Fact header in HeadersOf(operation))
        {
            yield return header;
        }

        foreach (ErrorModel error in operation.Errors)
        {
            string status = StatusOf(error);
            yield return new Fact(FactKind.Error, owner, status, "", EquatableArray.Create(TextOf(error)))
            {
                Pointer = Pointers.Below(pointer, "responses", status),
            };
        }
    }

    /// <summary>Tells what a further method promises of an operation: another kind of its answers, and all else as the first.</summary>
    public static IEnumerable<Fact> OfFurther(GroupModel group, OperationModel operation, string document)
    {
        Fact method = new(FactKind.Method, operation.Call.Name, AnswerKinds.Of(operation.Response.Kind), MethodOf(group, operation), AnswerOf(operation.Response))
        {
            Pointer = Pointers.Below(Pointers.Of(operation.Doc, document), "responses"),
        };
        return HeadersOf(operation).Prepend(method);
    }

    private static string MethodOf(GroupModel group, OperationModel operation) =>
        group.PropertyName is null ? operation.MethodName : $"{group.PropertyName}.{operation.MethodName}";

    private static IEnumerable<Fact> HeadersOf(OperationModel operation) => operation.Response.Headers.Select(header =>
        new Fact(FactKind.Header, operation.Call.Name, header.Name, "", EquatableArray.Create(header.Type, header.IsRequired ? "required" : "optional"))
        {
            Pointer = header.Pointer,
        });

    private static EquatableArray<string> WordsOf(OperationModel operation, string root) =>
        operation.ApiKeys.Select(key => $"{(key.IsNeeded ? "key" : "key?")}={key.Scheme}@{key.Location.ToString().ToLowerInvariant()}:{key.WireName}")
            .Concat(operation.Scopes.Select(scope => $"scope={scope}"))
            .Concat(root.Length > 0 ? ["root=" + root] : Enumerable.Empty<string>())
            .Concat(operation.IsDeprecated ? ["deprecated"] : Enumerable.Empty<string>())
            .ToEquatableArray();

    private static IEnumerable<Fact> BodyOf(OperationModel operation, string owner, string pointer, int position)
    {
        if (operation.Body is not { } body)
        {
            yield break;
        }

        string place = Pointers.Below(pointer, "requestBody");
        bool isWhole = body.Fields.Count == 1 && body.Fields[0].WireName.Length == 0;
        List<string> words = new()
        {
            isWhole ? TypeText.Of(body.IsRequired ? body.Fields[0].Type : body.Fields[0].Type.AsNotNullable()) : "fields", body.MediaType,
        };
        words.Add(body.IsRequired ? "required" : "optional");
        words.AddRange(body.Constants.Select(constant => $"constant:{constant.WireName}={constant.Value.Text}"));
        if (isWhole)
        {
            words.AddRange(BoundText.Of(body.Fields[0].Doc));
            words.Add($"@{position + 1}");
        }

        yield return new Fact(FactKind.Body, owner, "", isWhole ? body.Fields[0].Name : "", words.ToEquatableArray()) { Pointer = place };
        if (isWhole)
        {
            yield break;
        }

        foreach (BodyFieldModel field in body.Fields)
        {
            yield return new Fact(
                FactKind.Field, owner, field.WireName, field.Name,
                Words(field.Type, field.IsRequired, SpellingWords.Of(body, field).Concat(BoundText.Of(field.Doc)), field.IsDeprecated, ++position))
            { Pointer = place };
        }
    }

    private static EquatableArray<string> Words(TypeRef type, bool isRequired, IEnumerable<string> more, bool isDeprecated, int position)
    {
        List<string> words = new() { TypeText.Of(isRequired ? type : type.AsNotNullable()), isRequired ? "required" : "optional" };
        words.AddRange(more);
        if (isDeprecated)
        {
            words.Add("deprecated");
        }

        words.Add($"@{position}");
        return words.ToEquatableArray();
    }

    private static EquatableArray<string> AnswerOf(ResponseModel response)
    {
        string type = response.Kind switch
        {
            ResponseKind.None => "nothing",
            ResponseKind.Text => "text",
            ResponseKind.File => "file",
            ResponseKind.Events => $"events:{Text(response.Type)}",
            ResponseKind.Lines => $"lines:{Text(response.Type)}",
            ResponseKind.Pages => $"pages:{Text(response.Type)}",
            ResponseKind.OutputStream => $"outputs:{Text(response.Type)}",
            _ => Text(response.Type),
        };
        return new[] { type }
            .Concat(StatusesOf(response).OrderBy(status => status, StringComparer.Ordinal).Select(status => $"status={status}"))
            .Concat(response.Events.OrderBy(one => one.Event, StringComparer.Ordinal).Select(one => $"event={one.Event}:{TypeText.Of(one.Type)}"))
            .Concat(response.Kind is ResponseKind.Text or ResponseKind.File ? [$"accept={WithoutRest(response.Accept)}"] : Enumerable.Empty<string>())
            .ToEquatableArray();
    }

    // Of several types each status has its own.
    private static IEnumerable<string> StatusesOf(ResponseModel response) => response.Kind == ResponseKind.Union && response.Cases.Count == response.Statuses.Count
        ? response.Statuses.Zip(response.Cases, (status, one) => one.Type is null ? status : $"{status}:{TypeText.Of(one.Type)}")
        : response.Statuses;

    // That anything else is read too is no promise of the app.
    private static string WithoutRest(string accept) => accept.Replace(", */*;q=0.1", "").Replace(" ", "");

    private static string Text(TypeRef? type) => type is null ? "nothing" : TypeText.Of(type);

    private static string StatusOf(ErrorModel error) => error.FirstStatus == error.LastStatus
        ? error.FirstStatus.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : error is { FirstStatus: var first, LastStatus: var last } && first % 100 == 0 && last == first + 99
            ? $"{first / 100}XX"
            : $"{error.FirstStatus}-{error.LastStatus}";

    private static string TextOf(ErrorModel error) => error.Body switch
    {
        ErrorBody.Typed => TypeText.Of(error.Type!),
        ErrorBody.Validation => "validation",
        _ => "text",
    };
}
