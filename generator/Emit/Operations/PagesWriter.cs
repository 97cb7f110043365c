using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Operations;

/// <summary>Writes what reads all pages of a list: a call of the runtime, with how one page is asked for and what of it is what.</summary>
internal sealed class PagesWriter(CodeWriter writer, OperationModel operation, PagingModel paging)
{
    private const string Page = "page";
    private const string Nothing = "null";

    public void Write()
    {
        List<string> arguments = [Call()];
        arguments.AddRange(paging.Style switch
        {
            PagingStyle.PageSize => [Number(paging.First)],
            PagingStyle.Cursor => [Member(paging.Next)],
            PagingStyle.Link => [Member(paging.Next, paging.IsNextUri ? "OriginalString" : null)],
            _ => System.Array.Empty<string>(),
        });
        arguments.AddRange(["options", "cancellationToken"]);
        Add("items", Member(paging.Items));
        if (paging.Style is PagingStyle.LimitOffset or PagingStyle.PageSize)
        {
            Add("pages", Member(paging.Pages));
            Add("total", Member(paging.Total));
            Add("more", More());
            Add("next", NamesNext());
            Add("size", Size());
        }
        else if (paging.Style == PagingStyle.Cursor)
        {
            Add("hasMore", Member(paging.HasMore));
        }

        TypeRef item = operation.Response.Type!;
        writer.WriteLine($"return {RuntimeNames.AppPages}.{Method()}<{TypeSyntax.Type(paging.Page)}, {TypeSyntax.Type(item)}, {TypeSyntax.Codec(item)}>(");
        using (writer.Indent())
        {
            writer.WriteLine(string.Join(",\n", arguments) + ");");
        }

        void Add(string name, string value)
        {
            if (value != Nothing)
            {
                arguments.Add($"{name}: {value}");
            }
        }
    }

    private string Method() => paging.Style switch
    {
        PagingStyle.LimitOffset => "ByOffset",
        PagingStyle.PageSize => "ByNumber",
        PagingStyle.Cursor => "ByCursor",
        PagingStyle.Link => "ByLink",
        _ => "ByLinkHeader",
    };

    // Such as (place, page, token) => ListItemsAsync(q: q, offset: place, options: page, cancellationToken: token).
    private string Call()
    {
        HashSet<string> taken = [.. paging.Arguments, "options", "cancellationToken"];
        string place = Local("place", taken), page = Local(Page, taken), token = Local("token", taken);
        List<string> given = paging.Arguments.Select(name => $"{CSharpText.Identifier(name)}: {CSharpText.Identifier(name)}").ToList();
        bool hasPlace = paging.Style is PagingStyle.LimitOffset or PagingStyle.PageSize or PagingStyle.Cursor;
        if (hasPlace)
        {
            given.Add($"{CSharpText.Identifier(paging.Place!)}: {(paging.IsPlaceInt32 ? $"checked((int){place})" : place)}");
        }

        given.AddRange([$"options: {page}", $"cancellationToken: {token}"]);
        return $"({(hasPlace ? place + ", " : "")}{page}, {token}) => {CSharpText.Identifier(paging.MethodName)}({string.Join(", ", given)})";
    }

    private string Size() => paging.Size is { } size
        ? $"{RuntimeNames.AppPages}.SizeOf({CSharpText.Identifier(size)}, {NumberOrNull(paging.StandardSize)}, {NumberOrNull(paging.MaximumSize)})"
        : Nothing;

    private string More()
    {
        string more = Member(paging.HasMore);
        return paging.IsLastSaid ? more.Replace($"=> {Page}", $"=> !{Page}") : more;
    }

    private string NamesNext() => paging.Next.IsEmpty ? Nothing : Member(paging.Next) + " is not null";

    // Such as static page => page.Meta?.Total. Of a list as it is there is no way to its items.
    private string Member(EquatableArray<PageStepModel> steps, string? last = null)
    {
        if (steps.IsEmpty)
        {
            return Nothing;
        }

        StringBuilder text = new($"static {Page} => {Page}");
        bool mayBeNull = false;
        foreach (PageStepModel step in last is null ? steps : steps.Append(new PageStepModel(last, false)))
        {
            text.Append(mayBeNull ? "?." : ".").Append(CSharpText.Identifier(step.Name));
            mayBeNull = step.IsNullable;
        }

        return text.ToString();
    }

    private static string NumberOrNull(long? number) => number is { } value ? Number(value) : Nothing;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Local(string name, HashSet<string> taken)
    {
        string free = name;
        for (int number = 2; !taken.Add(free); number++)
        {
            free = name + number;
        }

        return free;
    }
}
