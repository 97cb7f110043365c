using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Binding.Context;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Binding.Models.Types;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Sameness;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Models.Operations;

/// <summary>Binds what a success gives.</summary>
internal sealed class ResponseBinder
{
    private const string AnyMediaType = "*/*";

    private readonly BindingContext _context;
    private readonly NamedTypes _types;
    private readonly TypeNames _names;
    private readonly TypeModels _models;
    private readonly List<TypeModel> _results = new();

    public ResponseBinder(BindingContext context, NamedTypes types, TypeNames names, TypeModels models)
    {
        _context = context;
        _types = types;
        _names = names;
        _models = models;
    }

    /// <summary>Gets the results that hold answers of several types.</summary>
    public IReadOnlyList<TypeModel> Results => _results;

    /// <param name="method">The method.</param>
    /// <param name="all">The methods of its group, among which those are that read the operation's other successes.</param>
    public ResponseModel Bind(MethodName method, IReadOnlyList<MethodName> all)
    {
        EquatableArray<ElsewhereModel> elsewhere = method.Representation.Elsewhere
            .Select(other => new ElsewhereModel(other.First, other.Last, all.First(m => m.Call == method.Call && m.Representation.Kind == other.Reader).Name))
            .ToEquatableArray();
        return Bind(method) with
        {
            Elsewhere = elsewhere,
            Headers = method.Representation.Answers.SelectMany(answer => answer.Response.Headers)
                .GroupBy(header => header.Name, StringComparer.OrdinalIgnoreCase)
                .Select(same => same.First())
                .Select(header => new HeaderModel(header.Name, header.Type, header.IsRequired, header.Pointer))
                .ToEquatableArray(),
            Statuses = method.Representation.Answers.Select(answer => answer.Response.StatusCode).ToEquatableArray(),
        };
    }

    private ResponseModel Bind(MethodName method)
    {
        IReadOnlyList<AnswerChoice> answers = method.Representation.Answers;
        List<AnswerChoice> withBody = answers.Where(answer => answer.Kind != ResponseKind.None).ToList();
        AnswerTypes kind = AnswerTypesOf.All(answers, _types);
        if (kind == AnswerTypes.None)
        {
            return new ResponseModel(
                ResponseKind.None, null, string.Empty, EquatableArray<ResponseCaseModel>.Empty, Docs.Text(answers.FirstOrDefault()?.Response.Description));
        }

        AnswerChoice first = withBody[0];
        string accept = Accept(withBody.Select(answer => answer.MediaType));
        DocModel doc = Docs.Text(first.Response.Description);
        switch (kind)
        {
            case AnswerTypes.One when AnswerTypesOf.DependOnEvent(withBody, _types):
                return BindEvents(method, first, accept, doc);
            case AnswerTypes.One:
                // 200 with a value beside 204 is one method that may give null, as is one of several values that may be null. A
                // text, stream or file can be empty itself.
                TypeRef? type = TypeOf(first);
                bool mayBeEmpty = (answers.Count > withBody.Count && first.Kind is ResponseKind.Json) || withBody.Any(answer => TypeOf(answer) is { IsNullable: true });
                return new ResponseModel(first.Kind, mayBeEmpty ? type!.AsNullable() : type, accept, EquatableArray<ResponseCaseModel>.Empty, doc);
            case AnswerTypes.Several:
                return BindResult(method, accept, doc);
            default:
                _context.Findings.Ignored(
                    method.Call.Operation.Pointer, $"the streams of the successes differ; the method returns that of {first.Response.StatusCode}");
                return new ResponseModel(first.Kind, TypeOf(first), Accept(new[] { first.MediaType }), EquatableArray<ResponseCaseModel>.Empty, doc);
        }
    }

    // What is read, and after it anything: an app that has nothing else to give would answer 406 (RFC 9110, 12.5.1).
    private static string Accept(IEnumerable<string> mediaTypes) =>
        string.Join(", ", mediaTypes.Distinct()) is var read && read == AnyMediaType ? read : read + ", " + AnyMediaType + ";q=0.1";

    private ResponseModel BindResult(MethodName method, string accept, DocModel doc)
    {
        ApiOperation operation = method.Call.Operation;
        IReadOnlyList<AnswerChoice> answers = method.Representation.Answers;
        string name = _names.OfOther(method.Representation);
        List<TypeRef> types = answers.Where(answer => answer.Kind != ResponseKind.None).Select(CaseOf).Distinct()
            .OrderBy(type => _context.Kept.PositionOfCase(name, type)).ToList();
        IReadOnlyList<string> names = CaseNames.Assign(types, name, operation.Pointer + "/responses", _ => false, _context.Kept, _context.Findings);
        EquatableArray<ResponseCaseModel> responses = answers.Select(answer =>
        {
            (int first, int last) = StatusRange.Of(answer.Response.StatusCode)!.Value;
            return answer.Kind == ResponseKind.None
                ? new ResponseCaseModel(first, last, ResponseKind.None, null, null)
                : new ResponseCaseModel(first, last, answer.Kind, names[types.IndexOf(CaseOf(answer))], MayBeNull(answer) ? CaseOf(answer).AsNullable() : CaseOf(answer));
        }).ToEquatableArray();
        TypeRef union = AddUnion(name, operation, types, names);
        return new ResponseModel(
            ResponseKind.Union, responses.Any(r => r.Type is null or { IsNullable: true }) ? union.AsNullable() : union, accept, responses, doc);
    }

    private ResponseModel BindEvents(MethodName method, AnswerChoice answer, string accept, DocModel doc)
    {
        string name = _names.OfOther(method.Representation);
        List<TypeRef> types = answer.Events.Select(TypeOf).Distinct().OrderBy(type => _context.Kept.PositionOfCase(name, type)).ToList();
        IReadOnlyList<string> names = CaseNames.Assign(types, name, method.Call.Operation.Pointer + "/responses", _ => false, _context.Kept, _context.Findings);
        return new ResponseModel(
            ResponseKind.Events, AddUnion(name, method.Call.Operation, types, names), accept, EquatableArray<ResponseCaseModel>.Empty, doc)
        {
            Events = answer.Events.Select(one => new EventCaseModel(one.Event, names[types.IndexOf(TypeOf(one))], TypeOf(one))).ToEquatableArray(),
        };
    }

    private TypeRef AddUnion(string name, ApiOperation operation, List<TypeRef> types, IReadOnlyList<string> names)
    {
        _results.Add(new UnionTypeModel(
            name,
            operation.Method + " " + operation.Path,
            new DocModel
            {
                Sources = EquatableArray.Create(_context.Source(operation.Pointer + "/responses")),
            },
            false,
            null,
            types.Select((type, i) => new UnionCaseModel(names[i], type, EquatableArray<string>.Empty)).ToEquatableArray()));
        return TypeRef.Named(TypeKind.Union, name);
    }

    private TypeRef TypeOf(EventChoice one) =>
        (one.Schema is { } schema ? _models.Of(schema, Direction.Received) : TypeRef.Of(one.Scalar)).AsNotNullable();

    // Null of JSON without a type is JSON.
    private bool MayBeNull(AnswerChoice answer) => TypeOf(answer) is { IsNullable: true, Kind: not TypeKind.Any };

    private TypeRef CaseOf(AnswerChoice answer) => (TypeOf(answer) ?? TypeRef.Of(TypeKind.String)).AsNotNullable();

    private TypeRef? TypeOf(AnswerChoice answer) =>
        answer.Schema is { } schema ? _models.Of(schema, Direction.Received)
        : answer.Scalar is { } scalar ? TypeRef.Of(scalar)
        : null;
}
