using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Contract;

/// <summary>A lock is read line by line by people, and gives back what it was written from.</summary>
public sealed class LockTests
{
    [Fact]
    public void It_says_what_the_client_promises() => Assert.Equal(
        """
        # What the client of depot.openapi.json promised when it was last accepted. Written by: databricks-apps accept
        GET /api/items                                  Items.ListItemsAsync
        GET /api/items ? limit                          limit integer optional maximum=100 default=20 @3
        GET /api/items ? q                              q string optional maxLength=40 @2
        GET /api/items header X-Team                    xTeam string required @1
        GET /api/items ->                               Item[] status=200

        POST /api/items                                 Items.CreateItemAsync
        POST /api/items <-                              body NewItem application/json required @1
        POST /api/items ->                              Item status=201
        POST /api/items -> 409                          NameTaken

        DELETE /api/items/{item_id}                     Items.DeleteItemAsync
        DELETE /api/items/{item_id} path item_id        itemId integer required @1
        DELETE /api/items/{item_id} ->                  nothing status=204

        GET /api/report                                 ReadReportAsync scope=read
        GET /api/report ->                              file status=200 accept=application/pdf

        Bolt                                            Bolt object received at=/components/schemas/Bolt
        Bolt.kind                                       Kind string constant value="bolt"
        Bolt.size                                       Size number optional

        Color                                           Color enum received at=/components/schemas/Color
        Color = blue                                    Blue
        Color = green                                   Green
        Color = red                                     Red

        Item                                            Item object received at=/components/schemas/Item
        Item.color                                      Color Color required
        Item.id                                         Id integer required
        Item.note                                       Note string? optional
        Item.part                                       Part Part optional

        NameTaken                                       NameTaken object received at=/components/schemas/NameTaken
        NameTaken.existing_id                           ExistingId integer required

        NewItem                                         NewItem object sent at=/components/schemas/NewItem
        NewItem.name                                    Name string required minLength=1
        NewItem.urgent                                  Urgent boolean optional default=false

        Nut                                             Nut object received at=/components/schemas/Nut
        Nut.kind                                        Kind string constant value="nut"

        Part                                            Part union:kind received at=/components/schemas/Part
        Part | Bolt                                     Bolt tag=bolt @1
        Part | Nut                                      Nut tag=nut @2

        """,
        LockFile.Write("depot.openapi.json", DepotDocument.Facts()));

    [Fact]
    public void It_gives_back_what_it_was_written_from()
    {
        EquatableArray<Fact> facts = DepotDocument.Facts();
        string text = LockFile.Write("depot.openapi.json", facts);

        EquatableArray<Fact> read = Read(text);

        Assert.Equal(facts.Select(fact => fact with { Pointer = "" }), read);
        Assert.Equal(text, LockFile.Write("depot.openapi.json", read));
        Assert.Empty(Difference.Of(read, facts));
    }

    // Keys and values of a document are any text.
    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a  gap")]
    [InlineData("line\nend")]
    [InlineData("\u2028\u202e\ud800 \u0000")]
    [InlineData("back\\slash \\s \\e")]
    [InlineData("# no comment")]
    [InlineData("<<<<<<<")]
    [InlineData("=")]
    [InlineData("-")]
    public void Any_text_stays_in_its_line_and_comes_back(string text)
    {
        EquatableArray<Fact> facts = EquatableArray.Create(
            new Fact(FactKind.Operation, "GET /" + text, "", "A", default),
            new Fact(FactKind.Parameter, "GET /" + text, "? " + text, "a", EquatableArray.Create("string", "default=" + text)),
            new Fact(FactKind.Field, "GET /" + text, text, "b", EquatableArray.Create("string")),
            new Fact(FactKind.Member, "T", text, "M", EquatableArray.Create("string")),
            new Fact(FactKind.Value, "T", text, "V", default));

        string written = LockFile.Write("a.json", facts);

        Assert.Equal(facts, Read(written));
        Assert.Equal(1 + facts.Count, written.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain(written, c => c != '\n' && (char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u202e'));
    }

    [Fact]
    public void A_merge_conflict_is_told_at_its_lines_and_the_rest_is_read()
    {
        const string text = """
            # lock
            Item                  Item object at=/a
            <<<<<<< ours
            Item.id               Id integer required
            =======
            Item.id               Id string required
            >>>>>>> theirs
            Color = red           Red
            """;
        List<(int, string)> problems = [];

        EquatableArray<Fact> facts = LockReader.Read(text, (line, problem) => problems.Add((line + 1, problem)));

        Assert.Equal(["Item", "Item.id", "Color = red"], facts.Select(fact => fact.Key));
        Assert.Equal(
            [
                (3, "the lock has a merge conflict: keep the lines of both sides, of a fact that both have one, and run databricks-apps accept"),
                (5, "the lock has a merge conflict: keep the lines of both sides, of a fact that both have one, and run databricks-apps accept"),
                (6, "the fact stands in the lock twice, as after a merge: Item.id. Keep one of its lines, and run databricks-apps accept"),
                (7, "the lock has a merge conflict: keep the lines of both sides, of a fact that both have one, and run databricks-apps accept"),
            ],
            problems);
    }

    [Theory]
    [InlineData("GET  /api/items")]
    [InlineData("GET /a what x   y")]
    [InlineData("A B   c")]
    [InlineData("   x")]
    [InlineData("Item.id")]
    public void What_is_no_fact_is_told(string line)
    {
        List<string> problems = [];

        Assert.Empty(LockReader.Read(line, (number, problem) => problems.Add($"{number}: {problem}")));

        Assert.Equal(["0: the line is no fact of a lock: mend it, or delete the file and run databricks-apps accept"], problems);
    }

    [Theory]
    [InlineData("inventory.openapi.json", "inventory.openapi.lock")]
    [InlineData("a/b.c/demo.gradio.json", "a/b.c/demo.gradio.lock")]
    [InlineData("a.b/openapi", "a.b/openapi.lock")]
    public void It_is_named_after_its_document(string document, string name) => Assert.Equal(name, ProjectLock.PathOf(document));

    private static EquatableArray<Fact> Read(string text) => LockReader.Read(text, (line, problem) => Assert.Fail($"{line + 1}: {problem}"));
}
