using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Pipeline;

namespace DatabricksApps.Gen.Tests.Binding;

public class DocumentationTests
{
    [Theory]
    [InlineData("Read Item", "Reads one.\\n\\nOr fails.\\n\\nNever both.", "Reads one.", "Or fails.\n\nNever both.")]
    [InlineData("Read Item", "Reads one.", "Reads one.", null)]
    [InlineData("Read Item", "", "Read Item", null)]
    [InlineData("Fetch it", "Reads one.", "Fetch it", "Reads one.")]
    [InlineData("Fetch it", "Fetch it", "Fetch it", null)]
    public void A_docstring_is_the_summary_where_FastAPI_made_one_up(string summary, string description, string expected, string? remarks)
    {
        BoundDocument bound = BoundDocument.OfPaths(
            $$$$"""{"/items":{"get":{"operationId":"read_item_items_get","summary":"{{{{summary}}}}","description":"{{{{description}}}}","responses":{} } } }""");

        DocModel doc = bound.Client.Groups[0].Operations[0].Doc;
        Assert.Equal((expected, remarks), (doc.Summary, doc.Remarks));
    }

    [Fact]
    public void Whole_bounds_are_whole_numbers()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            """{"Item":{"type":"object","properties":{"p":{"type":"integer","minimum":1.0,"maximum":10}}}}""");

        ObjectTypeModel item = Assert.IsType<ObjectTypeModel>(bound.Client.Types[0]);
        Assert.Equal("At least 1. At most 10.", item.Properties[0].Doc.Constraints);
    }

    [Fact]
    public void A_type_and_the_members_that_refer_to_it_show_its_docstring()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            """{"Color":{"title":"Color","description":"What one sees.","type":"string","enum":["red","green"]},"Item":{"type":"object","properties":{"c":{"allOf":[{"$ref":"#/components/schemas/Color"}],"default":"red"},"d":{"$ref":"#/components/schemas/Color"}}}}""");

        Assert.Equal("What one sees.", bound.Client.Types.Single(type => type.Name == "Color").Doc.Summary);
        ObjectTypeModel item = Assert.IsType<ObjectTypeModel>(bound.Client.Types.Single(type => type.Name == "Item"));
        Assert.All(item.Properties, property => Assert.Equal("What one sees.", property.Doc.Summary));
    }
}
