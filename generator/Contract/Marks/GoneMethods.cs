using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract.Marks;

/// <summary>Tells the methods that are gone.</summary>
internal static class GoneMethods
{
    /// <summary>Gets the parameters of a call, in the order of C#: required ones first, and of each kind the body's last.</summary>
    public static IReadOnlyList<Fact> ParametersOf(FactIndex facts, string call) =>
        new[] { FactKind.Parameter, FactKind.Body, FactKind.Field }
            .SelectMany(kind => facts.Of(kind, call))
            .Where(fact => fact is { Name.Length: > 0, Position: not null })
            .OrderBy(fact => fact.Has("required") ? 0 : 1)
            .ThenBy(fact => fact.Position)
            .ToList();

    /// <param name="context">What is known of the document.</param>
    /// <param name="operation">The operation as it was.</param>
    /// <param name="className">The class that had its method.</param>
    /// <param name="text">What became of it.</param>
    public static GoneMethodModel Of(MarkContext context, Fact operation, string className, string text) => new(
        GroupOf(operation) ?? "",
        className,
        NameOf(operation),
        ParametersOf(context.Was, operation.Owner)
            .GroupBy(fact => fact.Name, StringComparer.Ordinal)
            .Select(same => ParameterOf(context, same.First()))
            .ToEquatableArray(),
        ResponseOf(context, operation),
        text);

    public static string NameOf(Fact operation) => operation.Name.Substring(operation.Name.LastIndexOf('.') + 1);

    /// <summary>Gets the group of a method; null: the client itself has it.</summary>
    public static string? GroupOf(Fact operation) => operation.Name.LastIndexOf('.') is > 0 and int dot ? operation.Name.Substring(0, dot) : null;

    private static GoneParameterModel ParameterOf(MarkContext context, Fact fact)
    {
        bool isRequired = fact.Has("required");
        TypeRef type = context.TypeNames.Read(fact.Type ?? "");
        return new GoneParameterModel(fact.Name, isRequired ? type : type.AsNullable(), isRequired);
    }

    private static ResponseModel ResponseOf(MarkContext context, Fact method)
    {
        string text = (method.Kind == FactKind.Method ? method : context.Was.Of(FactKind.Answer, method.Owner).FirstOrDefault())?.Type ?? "nothing";
        (ResponseKind kind, string? type) = text switch
        {
            "nothing" => (ResponseKind.None, null),
            "text" => (ResponseKind.Text, null),
            "file" => (ResponseKind.File, null),
            _ when After("events:") is { } item => (ResponseKind.Events, item),
            _ when After("lines:") is { } item => (ResponseKind.Lines, item),
            _ when After("pages:") is { } item => (ResponseKind.Pages, item),
            _ when After("outputs:") is { } item => (ResponseKind.OutputStream, item),
            _ => (ResponseKind.Json, text),
        };
        TypeRef? read = type is null or "nothing" ? null : context.TypeNames.Read(type);
        return new ResponseModel(read is null && kind is (ResponseKind.Lines or ResponseKind.Pages or ResponseKind.OutputStream) ? ResponseKind.None : kind, read, "", default, DocModel.None);

        string? After(string start) => text.StartsWith(start, StringComparison.Ordinal) ? text.Substring(start.Length) : null;
    }
}
