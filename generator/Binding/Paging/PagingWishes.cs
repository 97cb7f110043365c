using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Paging;

/// <summary>What the user says of lists: the item's <c>Paging</c>, a style for all or <c>OPERATION=STYLE</c> for some.</summary>
internal sealed class PagingWishes
{
    public const string None = "none", LimitOffset = "limit-offset", PageSize = "page-size", Cursor = "cursor", Link = "link";

    private static readonly string[] s_styles = { None, LimitOffset, PageSize, Cursor, Link };

    private readonly List<(string Entry, string? Operation, string Style)> _wishes = new();
    private readonly HashSet<string> _met = new(StringComparer.Ordinal);
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);

    /// <param name="entries">The metadata.</param>
    /// <param name="findings">Takes what the user should know.</param>
    public PagingWishes(IEnumerable<string> entries, Findings findings)
    {
        foreach (string entry in entries)
        {
            int sign = entry.LastIndexOf('=');
            string style = entry.Substring(sign + 1).Trim();
            if (s_styles.Contains(style) && sign != 0)
            {
                _wishes.Add((entry, sign < 0 ? null : entry.Substring(0, sign).Trim(), style));
            }
            else
            {
                findings.BadMetadata("", $"Paging '{entry}' is none of {string.Join(", ", s_styles)}, alone or behind the name of an operation and '='");
            }
        }
    }

    /// <summary>Gets what is said of an operation: by its name before all others; null: nothing.</summary>
    public (string Entry, string Style, bool IsByName)? Of(CallChoice call)
    {
        (string Entry, string Style, bool IsByName)? first = null;
        foreach ((string entry, string? name, string style) in _wishes.OrderBy(wish => wish.Operation is null ? 1 : 0))
        {
            if (name is null || name == call.Name || IsMatch(name, call.Operation.OperationId) || IsMatch(name, FunctionOf(call.Operation)))
            {
                _named.Add(entry);
                first ??= (entry, style, name is not null);
            }
        }

        return first;
    }

    /// <summary>Notes that an entry has changed, or said of, what a list is read by.</summary>
    public void Meet(string entry) => _met.Add(entry);

    /// <summary>Tells which entries are about nothing.</summary>
    public void TellUnmet(Findings findings)
    {
        foreach ((string entry, string? name, _) in _wishes.Where(wish => !_met.Contains(wish.Entry)))
        {
            findings.FilterWithoutMatch("", name is null
                ? (MessageText)$"Paging '{entry}' is the style of no list of the document"
                : _named.Contains(entry) ? (MessageText)$"Paging '{entry}' is about operations alone that an entry before it names"
                : $"Paging '{entry}' names no operation that the item takes, by its operationId, its function or its route, such as GET /api/items");
        }
    }

    private static string? FunctionOf(ApiOperation operation) =>
        operation.OperationId is { } id ? FastApiOperationId.FindName(id, operation.Path, operation.Method, operation.Tags) : null;

    private static bool IsMatch(string pattern, string? name) => name is not null && PathPattern.IsMatchOfName(pattern, name);
}
