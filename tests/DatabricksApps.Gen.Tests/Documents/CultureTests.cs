using System.Globalization;

namespace DatabricksApps.Gen.Tests.Documents;

/// <summary>The same document gives the same bytes wherever it is built.</summary>
public sealed class CultureTests
{
    // Letters, numbers, dates and orders that cultures write and compare differently.
    private static readonly Document s_nasty = new("nasty.openapi.json", """
        {"openapi": "3.1.0", "info": {"title": "TITLE I", "version": "1.5"},
         "paths": {
           "/api/INDIA/{id}": {"get": {"operationId": "list_items_INDIA_id_get", "tags": ["ITEMS"], "responses": {"200": {"description": "İıIi"}},
             "parameters": [{"name": "ID", "in": "query", "schema": {"type": "integer"}}, {"name": "TITLE_ID", "in": "header", "schema": {"type": "number", "default": 1.5}}]}},
           "/api/indigo": {"TRACE": {"responses": {}}, "PATCH": {"responses": {}}}},
         "components": {"schemas": {
           "ISSUE": {"type": "object", "properties": {
             "IDENTIFIER": {"type": "string", "format": "uuid", "default": "123e4567-e89b-12d3-a456-426614174000"},
             "ratio": {"type": "number", "minimum": -1.5, "maximum": 1e10, "default": -0.25},
             "price": {"type": "number", "format": "decimal", "default": 1234567.891},
             "when": {"type": "string", "format": "date", "default": "2024-05-06"},
             "ÄÖ_INIT": {"enum": ["INFO", "info", "ıÅ", "１", "1", "-1.5", "v", "w", "z", "å"]}}},
           "issue": {"oneOf": [{"$ref": "#/components/schemas/ISSUE"}, {"type": "integer"}]},
           "İtem": {"type": "object"}, "ıtem": {"type": "object"}, "vV": {"type": "object"}, "Wv": {"type": "object"}, "ch": {"type": "object"}, "cz": {"type": "object"}}}}
        """);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fi-FI")]
    [InlineData("ja-JP")]
    public void A_document_gives_the_same_bytes_under_every_culture(string name)
    {
        Document[] documents =
        [
            s_nasty,
            .. Directory.GetFiles(Repository.PathOf("tests", "DatabricksApps.Gen.Tests", "Snapshots", "Documents"))
                .Order(StringComparer.Ordinal)
                .Select(path => new Document(Path.GetFileName(path), File.ReadAllText(path))),
        ];

        Assert.Equal(Texts(CultureInfo.InvariantCulture, documents), Texts(CultureInfo.GetCultureInfo(name), documents));
    }

    private static IEnumerable<string> Texts(CultureInfo culture, Document[] documents)
    {
        (CultureInfo before, CultureInfo beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            GeneratedCode code = new Project(new DatabricksAppGenerator(rethrowsBugs: true)).Generate(documents, TestContext.Current.CancellationToken);
            return
            [
                .. code.Result.GeneratedSources.Select(source => source.HintName + "\n" + source.SourceText),
                .. code.Diagnostics.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)),
            ];
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }
}
