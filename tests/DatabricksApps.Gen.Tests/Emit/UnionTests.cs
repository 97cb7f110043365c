using DatabricksApps.Gen.Model;
using static DatabricksApps.Gen.Tests.Emit.Shop;

namespace DatabricksApps.Gen.Tests.Emit;

public sealed class UnionTests
{
    private static readonly ObjectTypeModel s_cat = Object(
        "Cat", Defaulted("Kind", StringType, LiteralKind.String, "cat"), Required("Name", StringType), Optional("Meow", Int64Type));

    private static readonly ObjectTypeModel s_dog = Object("Dog", Required("Kind", StringType), Required("Name", StringType), Optional("Bark", Int64Type));

    [Fact]
    public void A_discriminator_names_the_case_and_is_sent()
    {
        EmittedTypes types = new(
            s_cat,
            s_dog,
            Union("Pet", "kind", Case("Cat", Ref("Cat"), "cat", "kitten") with { TagMember = "Kind" }, Case("Dog", Ref("Dog"), "dog")));
        Assert.Equal(
            """
            Cat {"kind":"kitten","name":"a"}
            Dog {"name":"b","kind":"dog","bark":1}
            unknown {"kind":"bird","wings":[1.0,2]}
            Cat {"kind":"cat","name":"c"}
            {"name":"c"}
            Cat {"name":"d","meow":1}
            Cat.name: true cannot be read as a string. (at $.name)
            True False
            """.Replace("{\"name\":\"b\",\"kind\":\"dog\",\"bark\":1}", "{\"kind\":\"dog\",\"name\":\"b\",\"bark\":1}", StringComparison.Ordinal),
            types.Run(
                """
                string Describe(Pet pet) => pet.Match(cat => "Cat", dog => "Dog", json => "unknown") + " " + Json(pet);
                Cat made = new() { Name = "c" };
                Pet cat = made;
                Pet dog = Read<Pet>("{\"name\":\"b\",\"kind\":\"dog\",\"bark\":1}");
                string fault = Fault<Pet>("{\"kind\":\"cat\",\"name\":true}");
                return string.Join(
                    "\n",
                    Describe(Read<Pet>("{\"kind\":\"kitten\",\"name\":\"a\"}")),
                    Describe(dog),
                    Describe(Read<Pet>("{\"kind\":\"bird\",\"wings\":[1.0,2]}")),
                    Describe(cat),
                    Json(made),
                    Describe(Read<Pet>("{\"name\":\"d\",\"meow\":1}")),
                    fault,
                    $"{dog.TryGetDog(out Dog? found) && found.Bark == 1} {dog.TryGetCat(out _)}");
                """));
    }

    [Fact]
    public void Without_a_discriminator_the_shape_tells()
    {
        EmittedTypes types = new(
            Object("A", Required("X", Int64Type), Optional("Y", StringType)),
            Object("B", Required("X", StringType), Optional("Z", StringType)),
            Object("C", Required("W", Int64Type)),
            Union(
                "Any", null,
                Case("A", Ref("A")),
                Case("B", Ref("B")),
                Case("C", Ref("C")),
                Case("Text", StringType),
                Case("Number", Int64Type),
                Case("Date", TypeRef.Of(TypeKind.Date)),
                Case("List", TypeRef.ListOf(Ref("C"))),
                Case("Flag", TypeRef.Of(TypeKind.Boolean))));
        Assert.Equal(
            "A;B;B;C;C;Text;Number;Date;List;Flag;unknown {\"q\":1};unknown 1.5;unknown null;unknown [1]",
            types.Run(
                """
                string Describe(string json)
                {
                    Any value = Read<Any>(json);
                    string name = value.Match(a => "A", b => "B", c => "C", text => "Text", number => "Number", date => "Date", list => "List", flag => "Flag", unknown => "unknown " + json);
                    return Json(value) == json ? name : Json(value);
                }

                return string.Join(
                    ";",
                    Describe("{\"x\":1}"),
                    Describe("{\"x\":\"1\"}"),
                    Describe("{\"x\":\"1\",\"z\":\"2\"}"),
                    Describe("{\"w\":1}"),
                    Describe("{\"w\":1,\"other\":2}"),
                    Describe("\"text\""),
                    Describe("7"),
                    Describe("\"2024-02-29\""),
                    Describe("[{\"w\":1}]"),
                    Describe("true"),
                    Describe("{\"q\":1}"),
                    Describe("1.5"),
                    Describe("null"),
                    Describe("[1]"));
                """));
    }

    [Fact]
    public void A_union_may_hold_lists_of_itself()
    {
        EmittedTypes types = new(Union(
            "Tree", null, Case("Leaf", StringType), Case("Nodes", TypeRef.ListOf(TypeRef.Named(TypeKind.Union, "Tree")))));
        Assert.Equal(
            """
            ["a",["b",[]]]
            True
            "x"
            """,
            types.Run(
                """
                Tree tree = Tree.FromNodes(["a", Tree.FromNodes(["b", Tree.FromNodes([])])]);
                Tree leaf = "x";
                return string.Join("\n", Json(tree), tree == Read<Tree>(Json(tree)), leaf);
                """));
    }

    // Two cases, but one type for the runtime: it can have one constructor, and a pattern of it means both.
    [Fact]
    public void Cases_that_differ_in_what_may_be_null_share_what_hangs_on_their_type()
    {
        EmittedTypes types = new(Union(
            "Names", null,
            Case("Strict", TypeRef.ListOf(StringType)),
            Case("Loose", TypeRef.ListOf(StringType.AsNullable())),
            Case("Numbers", TypeRef.ListOf(Int64Type)),
            Case("Maybe", TypeRef.ListOf(Int64Type.AsNullable()))));
        Assert.Equal(
            "True False 1; True True 1; True True 2; False False 0; Maybe",
            types.Run(
                """
                string Show(Names names) => $"{names.TryGetValue(out IReadOnlyList<string>? list)} {names.TryGetLoose(out _)} {list?.Count ?? 0}";
                Names made = new(new List<long?> { null });
                return $"{Show(new(new List<string> { "a" }))}; {Show(Names.FromLoose([null]))}; {Show(Read<Names>("[null,\"a\"]"))}; {Show(made)}; {made.Match(_ => "Strict", _ => "Loose", _ => "Numbers", _ => "Maybe", _ => "unknown")}";
                """));
    }

    // A case of any JSON and the unknown case are one type: the constructor makes the first, and a pattern means both.
    [Fact]
    public void A_case_of_any_JSON_is_not_the_unknown_one()
    {
        EmittedTypes types = new(Union("Any", null, Case("Text", StringType), Case("Json", TypeRef.Of(TypeKind.Any))));
        Assert.Equal(
            "True True False 1; True False True ; False False False ",
            types.Run(
                """
                string Show(Any any)
                {
                    bool isJson = any.TryGetValue(out global::System.Text.Json.JsonElement json);
                    string text = json.ValueKind == global::System.Text.Json.JsonValueKind.Undefined ? "" : json.ToString();
                    return $"{isJson} {any.TryGetJson(out _)} {any.TryGetUnknown(out _)} {text}";
                }

                Any number = Read<global::System.Text.Json.JsonElement>("1");
                return $"{Show(number)}; {Show(default)}; {Show("x")}";
                """));
    }

    [Fact]
    public void A_value_is_never_null()
    {
        EmittedTypes types = new(Union("Any", null, Case("Text", StringType)), Union("Value", null, Case("Text", StringType)));
        Assert.Equal(
            "x Undefined 1 Null | x Undefined 1 Null",
            types.Run(
                """
                string Any(Any any) => any.Value is string text ? text : ((global::System.Text.Json.JsonElement)any.Value) is { ValueKind: global::System.Text.Json.JsonValueKind.Number } json ? json.ToString() : ((global::System.Text.Json.JsonElement)any.Value).ValueKind.ToString();
                string Value(Value any) => any.Value_ is string text ? text : ((global::System.Text.Json.JsonElement)any.Value_) is { ValueKind: global::System.Text.Json.JsonValueKind.Number } json ? json.ToString() : ((global::System.Text.Json.JsonElement)any.Value_).ValueKind.ToString();
                return $"{Any("x")} {Any(default)} {Any(Read<Any>("1"))} {Any(Read<Any>("null"))} | {Value("x")} {Value(default)} {Value(Read<Value>("1"))} {Value(Read<Value>("null"))}";
                """));
    }

    [Fact]
    public void Three_hundred_cases_work()
    {
        ObjectTypeModel[] objects = [.. Enumerable.Range(0, 300).Select(i => Object("T" + i, Required("P" + i, Int64Type)))];
        UnionCaseModel[] cases = [.. objects.Select(o => Case(o.Name, Ref(o.Name)))];
        EmittedTypes types = new([.. objects, Union("Many", null, cases)]);
        Assert.Equal(
            "T299 7",
            types.Run("Many many = Read<Many>(\"{\\\"p299\\\":7}\"); return many.TryGetT299(out T299? t) ? \"T299 \" + t.P299 : \"none\";"));
    }

    [Fact]
    public void An_array_of_fixed_items_is_a_record_too_large_for_a_tuple()
    {
        TypeRef[] items = [.. Enumerable.Repeat(Int64Type, 8), StringType.AsNullable()];
        EmittedTypes types = new(
            new TupleTypeModel("Row", "Row", DocModel.None, false, items.ToEquatableArray(), null),
            new TupleTypeModel("Head", "Head", DocModel.None, false, EquatableArray.Create(Int64Type), StringType));
        Assert.Equal(
            """
            [1,2,3,4,5,6,7,8,null]
            [1,2,3,4,5,6,7,8,"x",{"more":1}]
            [1,"a","b"]
            An array of 2 items cannot be read as an array of at least 9 items.
            $[1]: The number 2 cannot be read as a string. (at $[1])
            True
            """,
            types.Run(
                """
                Row row = Read<Row>("[1,2,3,4,5,6,7,8,null]");
                return string.Join(
                    "\n",
                    Json(row),
                    Json(Read<Row>("[1,2,3,4,5,6,7,8,\"x\",{\"more\":1}]")),
                    Json(new Head { Item1 = 1, Rest = ["a", "b"] }),
                    Fault<Row>("[1,2]"),
                    Fault<Head>("[1,2]"),
                    row == Read<Row>(row.ToString()));
                """));
    }
}
