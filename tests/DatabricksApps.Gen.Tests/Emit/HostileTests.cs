using System.Reflection;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypeKind = DatabricksApps.Gen.Model.TypeKind;
using static DatabricksApps.Gen.Tests.Emit.Shop;

namespace DatabricksApps.Gen.Tests.Emit;

public sealed class HostileTests
{
    private const string Text =
        "*/ \"\"\" \" \\ } { {0} $\"{x}\" \r\n\u2028\u2029\u0085\0\a\u202E\uFEFF // </summary> ]]> &amp; <x/> 'a' \uD800 é😀\nclass Injected { } #error\n#if false\n";

    [Fact]
    public void No_text_of_a_document_becomes_code()
    {
        DocModel doc = new() { Summary = Text, Remarks = Text + "\n\n" + Text, Example = Text, Constraints = Text, Sources = EquatableArray.Create(Text) };
        ObjectTypeModel item = Object(
            "Item",
            Required("A", Int64Type) with { WireName = Text, Doc = doc },
            Optional("B", Int64Type) with { WireName = "*" + Text },
            Defaulted("C", StringType, LiteralKind.String, Text) with { Doc = doc, IsDeprecated = true },
            Constant("D", StringType, LiteralKind.String, Text),
            Defaulted("E", TypeRef.ListOf(StringType), LiteralKind.Json, "[\"*/ \\\"\\\"\\\" } class Injected { }\"]"));
        EmittedTypes types = new(
            item with { Doc = doc },
            Enum("Status", EnumKind.String, ("A", Text), ("B", Text + "2")) with { Doc = doc },
            Enum("Mode", EnumKind.Mixed, ("A", "\"*/ \\\"\\\"\\\" } class Injected { }\"")) with { Doc = doc },
            Union("Pet", Text, Case("Item", Ref("Item"), Text)) with { Doc = doc },
            new TupleTypeModel("Row", "Row", doc, true, EquatableArray.Create(Int64Type), null));

        Assembly assembly = types.Compile();
        Assert.DoesNotContain(assembly.GetTypes(), type => type.Name.Contains("Injected", StringComparison.Ordinal));
        Assert.DoesNotContain(
            CSharpSyntaxTree.ParseText(types.Text, cancellationToken: TestContext.Current.CancellationToken)
                .GetRoot(TestContext.Current.CancellationToken).DescendantTokens(),
            token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText.Contains("Injected", StringComparison.Ordinal));
        Assert.All(types.Text, c => Assert.False(c is '\r' or '\u2028' or '\u2029' or '\u0085' or '\0' or '\a' or '\u202E' or '\uFEFF'));
    }

    [Fact]
    public void Names_on_the_wire_stay_exact_whatever_they_are()
    {
        const string Name = "*/ \"\"\" \\ } {\r\n\u2028\u2029\u0085\0\a\u202E é😀";
        EmittedTypes types = new(Object("Item", Required("A", Int64Type) with { WireName = Name }, Optional("B", Int64Type) with { WireName = "*" + Name }));
        Assert.Equal(
            "True True",
            types.Run(
                $$"""
                string name = {{DatabricksApps.Gen.Emit.CSharpText.Literal(Name)}};
                var read = Read<Dictionary<string, long>>(Json(new Item { A = 1, B = 2 }));
                Item back = Read<Item>(Json(read));
                return $"{read[name] == 1 && read["*" + name] == 2} {back.A == 1 && back.B == 2}";
                """));
    }

    [Fact]
    public void Types_may_have_the_names_of_NET()
    {
        string[] names =
        [
            "Task", "String", "Uri", "List", "System", "JsonElement", "JsonModel", "Object", "Func", "TResult", "Guid", "Type", "IJsonModel",
            "ListJson", "Utf8JsonReader", "DatabricksApps", "Attribute", "Obsolete", "Int64", "Value", "IEquatable",
        ];
        PropertyModel[] properties = [.. names.Select((name, i) => Optional("P" + i, Ref(name)))];

        // Properties with the names of types, of other types than those.
        ObjectTypeModel crossed = Object(
            "Crossed", Optional("Task", StringType), Optional("Uri", Ref("Task")), Optional("String", TypeRef.ListOf(Ref("Uri"))),
            Defaulted("Status", Int64Type, LiteralKind.Number, "1"),
            Defaulted("State", TypeRef.Named(TypeKind.Enum, "Status"), LiteralKind.EnumMember, "Open"));
        EmittedTypes types = new(
            [
                .. names.Select(name => Object(name, Optional("X", StringType))),
                Object("All", properties),
                crossed,
                Enum("Status", EnumKind.String, ("Open", "open"), ("String", "String"), ("System", "System")),
                Union("Union", null, [.. names.Select(name => Case(name == "Value" ? "Value1" : name, Ref(name)))]),
                Union("Task2", "x", Case("Value1", Ref("Value"), "v")),
            ]);
        Assert.Equal("{\"state\":\"open\"}", types.Run("return Json(new Crossed { State = Status.Open });"));
    }

    [Fact]
    public void Types_may_have_the_names_of_their_own_members()
    {
        EmittedTypes types = new(
            Enum("Kind", EnumKind.String, ("A", "a")),
            Enum("Known", EnumKind.Integer, ("A", "1")),
            Enum("Value", EnumKind.Mixed, ("A", "1")),
            Union("Match", null, Case("Kind", TypeRef.Named(TypeKind.Enum, "Kind"))),
            Union("FromDate", null, Case("Date", TypeRef.Of(TypeKind.Date))),
            Union("TryGetDate", null, Case("Date", TypeRef.Of(TypeKind.Date))),
            new TupleTypeModel("Rest", "Rest", DocModel.None, false, EquatableArray.Create(Int64Type), null),
            new TupleTypeModel("Item1", "Item1", DocModel.None, false, EquatableArray.Create(Int64Type), null));
        Assert.Equal(
            "\"a\" A True A 1",
            types.Run("Match match = Kind.A; return $\"{Json(match)} {Kind.A.Kind_} {Kind.A.IsKnown} {Known.A.Kind} {Value.A.Value_}\";"));
    }

    [Fact]
    public void Keywords_serve_as_names()
    {
        string[] keywords = ["class", "record", "required", "field", "init", "with", "await", "var", "file", "scoped", "partial"];
        EmittedTypes types = new(
            [
                Object("Words", [.. keywords.Select(word => Optional(word, Int64Type) with { WireName = word })]),
                Enum("Kinds", EnumKind.String, [.. keywords.Select(word => (word, word))]),
                Union("class", null, Case("record", Ref("Words")), Case("event", Int64Type)),
            ]);
        Assert.Equal("{\"class\":1,\"with\":2}", types.Run("return Json(new Words { @class = 1, with = 2 });"));
    }
}
