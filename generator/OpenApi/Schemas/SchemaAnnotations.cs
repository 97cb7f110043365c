using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Schemas;

/// <summary>Reads the keywords that describe a schema, or the reference that they stand beside.</summary>
internal static class SchemaAnnotations
{
    public static ApiAnnotations Read(in SchemaKeywords keywords) => !keywords.Has(KeywordSets.Annotations) ? ApiAnnotations.None : new ApiAnnotations
    {
        Title = keywords.Title.AsText(),
        Description = keywords.Description.AsText(),
        IsDeprecated = keywords.Deprecated.AsFlag() == true,
        IsReadOnly = keywords.ReadOnly.AsFlag() == true,
        IsWriteOnly = keywords.WriteOnly.AsFlag() == true,
        Default = SchemaValues.Read(keywords.Default, keywords.Has(SchemaKeyword.Default)),
        Example = SchemaValues.ReadExample(keywords),
    };
}
