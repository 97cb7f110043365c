using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding;

/// <summary>Collects the texts of XML documentation.</summary>
internal static class Docs
{
    public static DocModel BindType(BindingContext context, ApiSchema schema, string fallback, params string[] pointers) =>
        Bind(schema, schema.Title ?? fallback, pointers.Select(context.Source));

    public static DocModel BindMember(ApiSchema schema, string? description)
    {
        ApiSchema described = description is null && schema.Description is null && schema.Title is null ? Schemas.SchemaFacts.Follow(schema) : schema;
        return Bind(schema, description ?? described.Description ?? described.Title, Enumerable.Empty<string>(), isSummary: true);
    }

    public static DocModel BindOperation(BindingContext context, ApiOperation operation) => new(
        operation.Summary ?? operation.OperationId,
        SameText(operation.Description, operation.Summary) ? null : operation.Description,
        null,
        null,
        EquatableArray.Create(context.Source(operation.Pointer)));

    public static DocModel Text(string? summary) => DocModel.None with { Summary = summary };

    private static DocModel Bind(ApiSchema schema, string? summary, IEnumerable<string> sources, bool isSummary = false) => new(
        summary,
        isSummary || SameText(schema.Description, summary) ? null : schema.Description,
        schema.Example is { Node: not null } example ? example.Json : null,
        Constraints(schema),
        sources.ToEquatableArray());

    private static bool SameText(string? a, string? b) => a is null || string.Equals(a.Trim(), b?.Trim(), System.StringComparison.Ordinal);

    private static string? Constraints(ApiSchema schema)
    {
        List<string> parts = new();
        Add(parts, "At least ", schema.Minimum);
        Add(parts, "At most ", schema.Maximum);
        Add(parts, "Greater than ", schema.ExclusiveMinimum);
        Add(parts, "Less than ", schema.ExclusiveMaximum);
        Add(parts, "Minimum length ", schema.MinLength?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Add(parts, "Maximum length ", schema.MaxLength?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Add(parts, "At least ", schema.MinItems?.ToString(System.Globalization.CultureInfo.InvariantCulture), " items");
        Add(parts, "At most ", schema.MaxItems?.ToString(System.Globalization.CultureInfo.InvariantCulture), " items");
        Add(parts, "Pattern ", schema.Pattern);
        Add(parts, "Default ", schema.Default is { Node: not null } value ? value.Json : null);
        return parts.Count == 0 ? null : string.Join(" ", parts);
    }

    private static void Add(List<string> parts, string words, string? value, string unit = "")
    {
        if (value is not null)
        {
            parts.Add(words + value + unit + ".");
        }
    }
}
