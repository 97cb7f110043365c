using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DatabricksApps.Gen.Binding.Context;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Binding.Models;
using DatabricksApps.Gen.Binding.Models.Types;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.Gradio;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Binding.Gradio;

/// <summary>Binds the outputs of an endpoint: to the one value, or to a model with a member for each.</summary>
/// <remarks>Any output may be null, whatever its schema says: a cleared field, a function that returns None, a NaN.</remarks>
internal sealed class OutputBinder
{
    private readonly BindingContext _context;
    private readonly TypeModels _types;
    private readonly TypeNames _names;
    private readonly List<TypeModel> _results = new();

    public OutputBinder(BindingContext context, TypeModels types, TypeNames names)
    {
        _context = context;
        _types = types;
        _names = names;
    }

    /// <summary>Gets the models of what endpoints with several outputs return.</summary>
    public IReadOnlyList<TypeModel> Results => _results;

    /// <summary>Gets what an output is called: its label, else its place.</summary>
    public static string RoleOf(GradioReturn output, int index) =>
        WordOf(output) is null ? Numbered(index) : output.Label!;

    public ResponseModel Bind(GradioEndpoint endpoint)
    {
        string? resultName = endpoint.Returns.Count > 1 ? _names.OfOther(endpoint) : null;
        IReadOnlyList<string> names = WordNames.Assign(
            new NameScope(ReservedNames.ResultMembers, resultName is null ? Array.Empty<string>() : new[] { resultName }),
            endpoint.Returns.Select((output, i) => new Wanted(
                "member", output.Label ?? "", output.Schema.Pointer, new NameClaim(i.ToString("D8", CultureInfo.InvariantCulture), Candidates(output, i)))),
            _context.Findings);
        List<PropertyModel> members = endpoint.Returns.Select((output, i) => BindMember(output, names[i])).ToList();
        DocModel doc = Docs.Text(string.Join(", ", endpoint.Returns.Select(Describe)));
        TypeRef? type = members.Count switch
        {
            0 => null,
            1 => members[0].Type,
            _ => BindModel(endpoint, resultName!, members),
        };
        return new ResponseModel(ResponseKind.Outputs, type, string.Empty, EquatableArray<ResponseCaseModel>.Empty, doc)
        {
            Outputs = members.Select(member => member.WireName).ToEquatableArray(),
        };
    }

    private static IEnumerable<string> Candidates(GradioReturn output, int index)
    {
        string? word = WordOf(output);

        // What has no word leaves two rounds to those that have one.
        yield return word ?? "";
        yield return word is null ? "" : word + "Value";
        yield return word + Numbered(index);
    }

    // The label in C#; null: it has no word, or there is none.
    private static string? WordOf(GradioReturn output) => Words.Pascal(output.Label ?? "") is { Length: > 0 } word ? word : null;

    private static string Numbered(int index) => "Item" + (index + 1).ToString(CultureInfo.InvariantCulture);

    private TypeRef BindModel(GradioEndpoint endpoint, string name, List<PropertyModel> members)
    {
        _results.Add(new ObjectTypeModel(
            name,
            endpoint.Name,
            new DocModel
            {
                Sources = EquatableArray.Create(_context.Source(endpoint.Pointer + "/returns")),
            },
            false,
            members.ToEquatableArray(),
            null)
        {
            IsGradioResult = true,
        });
        return TypeRef.Named(TypeKind.Object, name);
    }

    private PropertyModel BindMember(GradioReturn output, string name)
    {
        TypeRef type = _types.Of(output.Schema, Direction.Received);
        return new PropertyModel
        {
            Name = name,
            WireName = Words.Camel(name),
            Type = type.Kind == TypeKind.Any ? type : type.AsNullable(),
            Presence = PropertyPresence.Required,
            Doc = Docs.Text(Describe(output)),
        };
    }

    private static string Describe(GradioReturn output) =>
        string.IsNullOrEmpty(output.Component) ? output.Label ?? string.Empty : $"{output.Label} ({output.Component})";
}
