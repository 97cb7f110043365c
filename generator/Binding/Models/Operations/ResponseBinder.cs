using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Binding.Models.Types;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Sameness;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Binding.Models.Operations;

/// <summary>Binds what a success gives.</summary>
internal sealed class ResponseBinder
{
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

    public ResponseModel Bind(CallChoice call)
    {
        List<AnswerChoice> withBody = call.Answers.Where(answer => answer.Kind != ResponseKind.None).ToList();
        AnswerTypes kind = AnswerTypesOf.Call(call, _types);
        if (kind == AnswerTypes.None)
        {
            return new ResponseModel(
                ResponseKind.None, null, string.Empty, EquatableArray<ResponseCaseModel>.Empty, Docs.Text(call.Answers.FirstOrDefault()?.Response.Description));
        }

        AnswerChoice first = withBody[0];
        string accept = string.Join(", ", withBody.Select(answer => answer.MediaType).Distinct());
        DocModel doc = Docs.Text(first.Response.Description);
        switch (kind)
        {
            case AnswerTypes.One:
                // 200 with a value beside 204 is one method that may give null. A text, stream or file can be empty itself.
                TypeRef? type = TypeOf(first);
                bool mayBeEmpty = call.Answers.Count > withBody.Count && first.Kind is ResponseKind.Json;
                return new ResponseModel(first.Kind, mayBeEmpty ? type!.AsNullable() : type, accept, EquatableArray<ResponseCaseModel>.Empty, doc);
            case AnswerTypes.Several:
                return BindResult(call, accept, doc);
            default:
                _context.Findings.Ignored(
                    call.Operation.Pointer, $"the successes are of different kinds; the method returns that of {first.Response.StatusCode}");
                return new ResponseModel(first.Kind, TypeOf(first), first.MediaType, EquatableArray<ResponseCaseModel>.Empty, doc);
        }
    }

    private ResponseModel BindResult(CallChoice call, string accept, DocModel doc)
    {
        string name = _names.OfOther(call.Operation);
        List<TypeRef> types = call.Answers.Where(answer => answer.Kind != ResponseKind.None).Select(CaseOf).Distinct().ToList();
        IReadOnlyList<string> names = CaseNames.Assign(types, name, _ => false);
        EquatableArray<ResponseCaseModel> responses = call.Answers.Select(answer =>
        {
            (int first, int last) = StatusRange.Of(answer.Response.StatusCode)!.Value;
            return answer.Kind == ResponseKind.None
                ? new ResponseCaseModel(first, last, ResponseKind.None, null, null)
                : new ResponseCaseModel(first, last, answer.Kind, names[types.IndexOf(CaseOf(answer))], CaseOf(answer));
        }).ToEquatableArray();
        _results.Add(new UnionTypeModel(
            name,
            call.Operation.Method + " " + call.Operation.Path,
            new DocModel
            {
                Sources = EquatableArray.Create(_context.Source(call.Operation.Pointer + "/responses")),
            },
            false,
            null,
            types.Select((type, i) => new UnionCaseModel(names[i], type, EquatableArray<string>.Empty)).ToEquatableArray()));
        TypeRef union = TypeRef.Named(TypeKind.Union, name);
        return new ResponseModel(
            ResponseKind.Union, responses.Any(r => r.Kind == ResponseKind.None) ? union.AsNullable() : union, accept, responses, doc);
    }

    private TypeRef CaseOf(AnswerChoice answer) => (TypeOf(answer) ?? TypeRef.Of(TypeKind.String)).AsNotNullable();

    private TypeRef? TypeOf(AnswerChoice answer) =>
        answer.Schema is { } schema ? _models.Of(schema, Direction.Received)
        : answer.Scalar is { } scalar ? TypeRef.Of(scalar)
        : null;
}
