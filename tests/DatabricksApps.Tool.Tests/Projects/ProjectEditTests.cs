using DatabricksApps.Tool.Projects;

namespace DatabricksApps.Tool.Tests.Projects;

/// <summary>How the text of a project file is changed: at one place, and nowhere else.</summary>
public sealed class ProjectEditTests
{
    private const string Document = "shop.openapi.json";

    [Fact]
    public void A_project_without_documents_gets_a_group_at_its_end() => AssertEdit(
        """
        <Project Sdk="Microsoft.NET.Sdk">

          <!-- Ours. -->
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>   <!-- later: 11 -->
          </PropertyGroup>

        </Project>

        """,
        """
        <Project Sdk="Microsoft.NET.Sdk">

          <!-- Ours. -->
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>   <!-- later: 11 -->
          </PropertyGroup>

          <ItemGroup>
            <DatabricksApp Update="shop.openapi.json" Url="https://shop" />
          </ItemGroup>

        </Project>

        """);

    [Fact]
    public void Indentation_and_line_ends_are_the_files_own() => AssertEdit(
        "<Project>\r\n\t<PropertyGroup />\r\n</Project>",
        "<Project>\r\n\t<PropertyGroup />\r\n\t<ItemGroup>\r\n\t\t<DatabricksApp Update=\"shop.openapi.json\" Url=\"https://shop\" />\r\n\t</ItemGroup>\r\n</Project>");

    [Fact]
    public void A_project_on_one_line_stays_one_that_can_be_read() => AssertEdit(
        "<Project><PropertyGroup /></Project>",
        "<Project><PropertyGroup />\n  <ItemGroup>\n    <DatabricksApp Update=\"shop.openapi.json\" Url=\"https://shop\" />\n  </ItemGroup>\n</Project>");

    [Fact]
    public void A_document_comes_after_the_others() => AssertEdit(
        """
        <Project>
            <ItemGroup>
                <DatabricksApp Include="../a.json" />   <!-- theirs -->
                <Compile Remove="x.cs" />
            </ItemGroup>
            <ItemGroup Condition="'$(CI)' == ''" />
        </Project>
        """,
        """
        <Project>
            <ItemGroup>
                <DatabricksApp Include="../a.json" />   <!-- theirs -->
                <DatabricksApp Update="shop.openapi.json" Url="https://shop" />
                <Compile Remove="x.cs" />
            </ItemGroup>
            <ItemGroup Condition="'$(CI)' == ''" />
        </Project>
        """);

    [Theory]
    [InlineData("""<DatabricksApp Update="shop.openapi.json"/>""", """<DatabricksApp Update="shop.openapi.json" Url="https://shop"/>""")]
    [InlineData("""<DatabricksApp Include='.\shop.openapi.json' ClientName="a>b" />""", """<DatabricksApp Include='.\shop.openapi.json' ClientName="a>b" Url="https://shop" />""")]
    [InlineData("""<DatabricksApp Update="shop.openapi.json" Url = 'https://old' Scopes="sql" />""", """<DatabricksApp Update="shop.openapi.json" Url = 'https://shop' Scopes="sql" />""")]
    [InlineData("""<DatabricksApp Update="shop.openapi.json" App="shop" />""", """<DatabricksApp Update="shop.openapi.json" App="" Url="https://shop" />""")]
    [InlineData("<DatabricksApp Update=\"shop.openapi.json\"\n      Scopes=\"sql\">\n</DatabricksApp>", "<DatabricksApp Update=\"shop.openapi.json\"\n      Scopes=\"sql\"\n      Url=\"https://shop\">\n</DatabricksApp>")]
    [InlineData("""<DatabricksApp Update="shop.openapi.json"><Url>https://old</Url></DatabricksApp>""", """<DatabricksApp Update="shop.openapi.json"><Url>https://shop</Url></DatabricksApp>""")]
    [InlineData("""<DatabricksApp Update="shop.openapi.json"><Url /><App>x</App></DatabricksApp>""", """<DatabricksApp Update="shop.openapi.json"><Url>https://shop</Url><App></App></DatabricksApp>""")]
    public void An_item_of_the_document_is_changed_where_it_stands(string item, string changed)
    {
        const string project = "<Project>\r\n  <!-- <DatabricksApp Update=\"shop.openapi.json\" /> -->\r\n  <ItemGroup>\r\n    {0}\r\n  </ItemGroup>\r\n</Project>";

        (string text, string shown) = Set(project.Replace("{0}", item, StringComparison.Ordinal));

        Assert.Equal(project.Replace("{0}", changed, StringComparison.Ordinal), text);
        Assert.Equal(changed, shown);
    }

    [Theory]
    [InlineData("""<ItemGroup Condition="'$(CI)' == ''"><DatabricksApp Update="shop.openapi.json" /></ItemGroup>""")]
    [InlineData("""<ItemGroup><DatabricksApp Update="shop.openapi.json" Condition="'$(CI)' == ''" /></ItemGroup>""")]
    [InlineData("""<ItemGroup><DatabricksApp Update="shop.openapi.json;b.openapi.json" /></ItemGroup>""")]
    [InlineData("""<ItemGroup><DatabricksApp Update="other.openapi.json" /></ItemGroup>""")]
    [InlineData("""<Target Name="T"><ItemGroup><DatabricksApp Update="shop.openapi.json" /></ItemGroup></Target>""")]
    [InlineData("""<Choose><When Condition="true"><ItemGroup><DatabricksApp Update="shop.openapi.json" /></ItemGroup></When></Choose>""")]
    public void What_does_not_count_always_or_for_it_alone_is_left(string content)
    {
        string text = Set($"<Project>\n  {content}\n</Project>\n").Text;

        Assert.Equal($"<Project>\n  {content}\n  <ItemGroup>\n    <DatabricksApp Update=\"shop.openapi.json\" Url=\"https://shop\" />\n  </ItemGroup>\n</Project>\n", text);
    }

    [Fact]
    public void What_MSBuild_or_XML_would_take_for_its_own_is_escaped() => Assert.Equal(
        """<DatabricksApp Include="a%3Bb%2A&amp;%25.json" Url="https://shop/a%2520b?x=1&amp;y=%24(z)" />""",
        ProjectEdit.Item("a;b*&%.json", isKnown: false, "https://shop/a%20b?x=1&y=$(z)", ""));

    private static (string Text, string Item) Set(string project) => ProjectEdit.Set(
        project, path => path.Replace('\\', '/') is Document or "./" + Document, Document, isKnown: true, "https://shop", "");

    private static void AssertEdit(string before, string after) => Assert.Equal(after, Set(before).Text);
}
