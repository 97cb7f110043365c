using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Context;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Paging;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Binding.Models.Operations;

/// <summary>Binds the methods that read all pages of a list, each beside the method that reads one.</summary>
internal sealed class PagesBinder
{
    private readonly BindingContext _context;
    private readonly Dictionary<string, ObjectTypeModel> _types;

    /// <param name="context">The document.</param>
    /// <param name="types">The types of the client, whose members lead from a page to its parts.</param>
    public PagesBinder(BindingContext context, IEnumerable<TypeModel> types)
    {
        _context = context;
        _types = types.OfType<ObjectTypeModel>().ToDictionary(type => type.Name, StringComparer.Ordinal);
    }

    /// <summary>Adds them to the methods of a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="methods">The names of its methods.</param>
    public GroupModel AddTo(GroupModel group, IReadOnlyList<MethodName> methods)
    {
        ILookup<string, MethodName> lists = methods.Where(method => method.Paging is not null).ToLookup(method => method.Call.Operation.Pointer, StringComparer.Ordinal);
        if (lists.Count == 0)
        {
            return group;
        }

        Dictionary<string, MethodName> plain = methods.Where(method => method.IsPlain).ToDictionary(method => method.Name, StringComparer.Ordinal);
        List<OperationModel> all = new();
        foreach (OperationModel operation in group.Operations)
        {
            all.Add(operation);
            if (plain.TryGetValue(operation.MethodName, out MethodName? one) && lists[one.Call.Operation.Pointer].FirstOrDefault() is { } list && !_context.OperationBudget.IsSpent
                && Bind(operation, list, list.Paging!) is { } pages)
            {
                _context.OperationBudget.Spend(OperationCosts.Of(pages));
                all.Add(pages);
            }
        }

        return group with { Operations = all.ToEquatableArray() };
    }

    private OperationModel? Bind(OperationModel plain, MethodName method, PagingChoice paging)
    {
        ParameterModel? place = ParameterOf(plain, paging.Place?.Parameter.Name);
        if (plain.Response.Type is not { } page
            || Walk(page, paging.Items, out TypeRef? list) is not { } items
            || list is not { Kind: TypeKind.List }
            || (paging.Place is not null && place is null))
        {
            return null;
        }

        EquatableArray<ParameterModel> asked = plain.Parameters.Where(parameter => parameter.Constant is null && parameter != place).ToEquatableArray();
        ParameterModel? size = ParameterOf(plain, paging.Size?.Parameter.Name);
        return plain with
        {
            MethodName = method.Name,
            Parameters = asked,
            Checks = default,
            Response = new ResponseModel(ResponseKind.Pages, list.Item, "", default, DocModel.None),
            Doc = plain.Doc with { Remarks = plain.Doc.Remarks is { } remarks ? $"{Describe(paging, place, size)}\n\n{remarks}" : Describe(paging, place, size) },
            Paging = new PagingModel(paging.Style, plain.MethodName, page, asked.Select(parameter => parameter.Name).ToEquatableArray(), items)
            {
                Place = place?.Name,
                IsPlaceInt32 = place?.Type.Kind == TypeKind.Int32,
                Size = size?.Name,
                StandardSize = paging.StandardSize,
                MaximumSize = paging.MaximumSize,
                First = paging.First,
                Total = Walk(page, paging.Total),
                Pages = Walk(page, paging.Pages),
                Next = Walk(page, paging.Next, out TypeRef? next) ?? default,
                IsNextUri = next?.Kind == TypeKind.Uri,
                HasMore = Walk(page, paging.HasMore),
                IsLastSaid = paging.IsLastSaid,
            },
        };
    }

    private static string Describe(PagingChoice paging, ParameterModel? place, ParameterModel? size)
    {
        string how = paging.Style switch
        {
            PagingStyle.LimitOffset => $"limit-offset, by {place!.WireName}",
            PagingStyle.PageSize => $"page-size, by {place!.WireName} from {paging.First} on",
            PagingStyle.Cursor => $"cursor, by {place!.WireName} from {string.Join(".", paging.Next)}",
            PagingStyle.Link => $"link, by {string.Join(".", paging.Next)}",
            _ => "link, by the header Link",
        };
        string most = size is null ? "" : $" {size.WireName} is then the size of a page.";
        return $"Reads all pages ({how}): each is a request of its own, which is sent when its items are asked for.{most}";
    }

    private static ParameterModel? ParameterOf(OperationModel operation, string? wireName) => wireName is null ? null
        : operation.Parameters.FirstOrDefault(parameter => parameter.Location == ParameterLocation.Query && parameter.WireName == wireName && parameter.Constant is null);

    private EquatableArray<PageStepModel> Walk(TypeRef page, IReadOnlyList<string> path) => Walk(page, path, out _) ?? default;

    // The C# properties that the names on the wire lead through.
    private EquatableArray<PageStepModel>? Walk(TypeRef page, IReadOnlyList<string> path, out TypeRef? end)
    {
        end = page;
        List<PageStepModel> steps = new();
        foreach (string name in path)
        {
            PropertyModel? member = end is { Kind: TypeKind.Object, Name: { } type } && _types.TryGetValue(type, out ObjectTypeModel? model)
                ? model.Properties.FirstOrDefault(property => property.WireName == name)
                : null;
            end = member?.Type;
            if (member is null)
            {
                return null;
            }

            steps.Add(new PageStepModel(member.Name, member.Type.IsNullable));
        }

        return steps.ToEquatableArray();
    }
}
