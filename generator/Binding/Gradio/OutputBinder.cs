using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Gradio;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Binding.Gradio;

/// <summary>Binds the outputs of an endpoint: to the one value, or to a model with a member for each.</summary>
/// <remarks>Any output may be null, whatever its schema says: a cleared field, a function that returns None, a NaN.</remarks>
internal sealed class OutputBinder
{
    private readonly BindingContext _context;
    private readonly SchemaBinder _schemas;

    public OutputBinder(BindingContext context, SchemaBinder schemas)
    {
        _context = context;
        _schemas = schemas;
    }

    public ResponseModel Bind(GradioEndpoint endpoint, Hint hint)
    {
        string resultName = endpoint.Returns.Count > 1 ? _context.TypeNames.Take(hint.Name + "Result") : string.Empty;
        NameScope names = new(ReservedNames.ObjectMembers, new[] { resultName });
        List<PropertyModel> members = endpoint.Returns.Select((output, index) => BindMember(output, index, names, hint)).ToList();
        DocModel doc = Docs.Text(string.Join(", ", endpoint.Returns.Select(Describe)));
        TypeRef? type = members.Count switch
        {
            0 => null,
            1 => members[0].Type,
            _ => BindModel(endpoint, resultName, members),
        };
        return new ResponseModel(ResponseKind.Outputs, type, string.Empty, EquatableArray<ResponseCaseModel>.Empty, doc)
        {
            Outputs = members.Select(member => member.WireName).ToEquatableArray(),
        };
    }

    private TypeRef BindModel(GradioEndpoint endpoint, string name, List<PropertyModel> members)
    {
        _context.Add(new ObjectTypeModel(
            name,
            endpoint.Name,
            new DocModel
            {
                Sources = EquatableArray.Create(_context.Source(endpoint.Pointer + "/returns")),
            },
            false,
            members.ToEquatableArray(),
            null));
        return TypeRef.Named(TypeKind.Object, name);
    }

    private PropertyModel BindMember(GradioReturn output, int index, NameScope names, Hint hint)
    {
        string item = "Item" + (index + 1).ToString(CultureInfo.InvariantCulture);
        string label = Words.Pascal(output.Label ?? string.Empty);
        string name = label.Length == 0 ? names.Take(item) : names.Take(label, label + "Value");
        TypeRef type = _schemas.Bind(output.Schema, hint.Child(name));
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
