using DatabricksApps.Gen.Model;
using static DatabricksApps.Gen.Tests.Emit.Shop;

namespace DatabricksApps.Gen.Tests.Emit;

public sealed class ObjectTests
{
    [Fact]
    public void The_four_mixes_of_required_and_nullable_send_what_was_set()
    {
        EmittedTypes types = new(Object(
            "Item", Required("A", Int64Type), Required("B", StringType.AsNullable()), Optional("C", StringType), Optional("D", Int64Type), Nullable("E", StringType), Nullable("F", Int64Type)));
        Assert.Equal(
            """
            {"a":1,"b":null}
            {"a":1,"b":null,"e":null,"f":null}
            {"a":1,"b":"b","c":"c","d":4,"e":"e","f":6}
            {"a":2,"b":null,"e":null}
            """,
            types.Run(
                """
                Item least = new() { A = 1, B = null };
                Item nulls = new() { A = 1, B = null, C = null, D = null, E = null, F = null };
                Item all = new() { A = 1, B = "b", C = "c", D = 4, E = "e", F = 6 };
                Item copy = new(least) { A = 2, E = null };
                return string.Join("\n", Json(least), Json(nulls), Json(all), Json(copy));
                """));
    }

    [Fact]
    public void What_is_read_comes_back()
    {
        EmittedTypes types = new(Object(
            "Item", Required("A", Int64Type), Required("B", StringType.AsNullable()), Optional("C", StringType), Nullable("E", StringType), Optional("Parent", Ref("Item"))));
        Assert.Equal(
            """
            {"a":1,"b":null,"c":"c","e":null,"parent":{"a":2,"b":"","x":1},"y":[null]}
            {"a":1,"b":null}
            Item.b: Item lacks 'a', 'b', which the document requires.
            Item.a: null cannot be read as an integer of 64 bits. (at $.a)
            """,
            types.Run(
                """
                string all = "{\"a\":1,\"b\":null,\"c\":\"c\",\"e\":null,\"parent\":{\"a\":2,\"b\":\"\",\"x\":1},\"y\":[null]}";
                string missing = Fault<Item>("{}");
                return string.Join(
                    "\n",
                    Json(Read<Item>(all)),
                    Json(Read<Item>("{\"b\":null,\"a\":1,\"c\":null}")),
                    "Item.b: " + missing[..(missing.IndexOf('.') + 1)],
                    Fault<Item>("{\"a\":null,\"b\":null}"));
                """));
    }

    [Fact]
    public void Constants_are_sent_and_defaults_are_not()
    {
        EnumTypeModel status = Enum("Status", EnumKind.String, ("Open", "open"));
        TypeRef statusType = TypeRef.Named(TypeKind.Enum, "Status");
        EmittedTypes types = new(
            status,
            Object("Empty", Optional("X", StringType)),
            Object(
                "Item",
                Constant("Kind", StringType, LiteralKind.String, "item"),
                Constant("Version", Int64Type, LiteralKind.Number, "2"),
                Defaulted("Status", statusType, LiteralKind.EnumMember, "Open"),
                Defaulted("Name", StringType, LiteralKind.String, "a\"b"),
                Defaulted("Limit", TypeRef.Of(TypeKind.Int32), LiteralKind.Number, "-10"),
                Defaulted("Ratio", TypeRef.Of(TypeKind.Double), LiteralKind.Number, "1e-3"),
                Defaulted("Share", TypeRef.Of(TypeKind.Single), LiteralKind.Number, "0.5"),
                Defaulted("Price", TypeRef.Of(TypeKind.DecimalString), LiteralKind.Number, "9.90"),
                Defaulted("Flag", TypeRef.Of(TypeKind.Boolean), LiteralKind.Boolean, "true"),
                Defaulted("Tags", TypeRef.ListOf(StringType), LiteralKind.EmptyList, ""),
                Defaulted("Map", TypeRef.MapOf(Int64Type), LiteralKind.EmptyMap, ""),
                Defaulted("Inner", Ref("Empty"), LiteralKind.EmptyObject, ""),
                Defaulted("Self", Ref("Item"), LiteralKind.EmptyObject, ""),
                Defaulted("Words", TypeRef.ListOf(StringType), LiteralKind.Json, "[\"a\",\"b\"]"),
                Nullable("Note", StringType) with { Default = new LiteralModel(LiteralKind.Null, "") },
                Nullable("Size", Int64Type) with { Default = new LiteralModel(LiteralKind.Number, "3") }));
        Assert.Equal(
            """
            {"kind":"item","version":2}
            open a"b -10 0.001 0.5 9.90 True 0 0 {} {"kind":"item","version":2} a,b  3
            {"kind":"item","version":2,"status":"open","name":"n","price":"9.90","tags":[],"inner":{},"words":["a"],"note":null,"size":3}
            {"kind":"other","version":3,"limit":-10}
            """,
            types.Run(
                """
                global::System.Globalization.CultureInfo.CurrentCulture = global::System.Globalization.CultureInfo.InvariantCulture;
                Item item = new();
                Item set = new() { Status = Status.Open, Name = "n", Price = item.Price, Tags = [], Inner = new(), Words = ["a"], Note = null, Size = item.Size };
                return string.Join(
                    "\n",
                    Json(item),
                    $"{item.Status} {item.Name} {item.Limit} {item.Ratio} {item.Share} {item.Price} {item.Flag} {item.Tags.Count} {item.Map.Count} {item.Inner} {item.Self} {string.Join(",", item.Words)} {item.Note} {item.Size}",
                    Json(set),
                    Json(Read<Item>("{\"kind\":\"other\",\"version\":3,\"limit\":-10}")));
                """));
    }

    [Fact]
    public void Further_properties_have_their_type()
    {
        EmittedTypes types = new(Object("Scores", Optional("Name", StringType)) with { AdditionalProperties = Int64Type });
        Assert.Equal(
            """
            3
            {"name":"n","a":1,"b":2}
            {"c":3}
            {"name":"m","c":3}
            Scores.b: The string "x" cannot be read as an integer of 64 bits. (at $.b)
            True
            """,
            types.Run(
                """
                Scores scores = Read<Scores>("{\"a\":1,\"name\":\"n\",\"b\":2}");
                Scores made = new() { AdditionalProperties = new Dictionary<string, long> { ["c"] = 3 } };
                return string.Join(
                    "\n",
                    scores.AdditionalProperties["a"] + scores.AdditionalProperties["b"],
                    Json(scores),
                    Json(made),
                    Json(new Scores(made) { Name = "m" }),
                    Fault<Scores>("{\"b\":\"x\"}"),
                    scores == Read<Scores>("{\"b\":2,\"name\":\"n\",\"a\":1}"));
                """));
    }

    [Fact]
    public void Every_scalar_comes_back()
    {
        TypeKind[] kinds =
        [
            TypeKind.Boolean, TypeKind.Int32, TypeKind.Int64, TypeKind.BigInteger, TypeKind.Single, TypeKind.Double, TypeKind.Decimal,
            TypeKind.DecimalString, TypeKind.DateTime, TypeKind.Date, TypeKind.Time, TypeKind.Duration, TypeKind.ConstantDuration, TypeKind.Guid, TypeKind.Uri,
            TypeKind.Bytes, TypeKind.Any,
        ];
        string[] values =
        [
            "true", "1", "2", "10000000000000000000000", "0.5", "0.25", "1.10", "\"2.20\"", "\"2024-02-29T12:00:00Z\"", "\"2024-02-29\"",
            "\"12:30:00\"", "\"P1DT2H\"", "\"1.02:00:00\"", "\"3f2504e0-4f89-41d3-9a0c-0305e82c3301\"", "\"https://example.com/\"", "\"+/8=\"", "{\"a\":[]}",
        ];
        PropertyModel[] required = [.. kinds.Select((kind, i) => Required("P" + i, TypeRef.Of(kind)))];
        PropertyModel[] optional = [.. kinds.Select((kind, i) => Optional("P" + i, TypeRef.Of(kind)))];
        PropertyModel[] nullable = [.. kinds.Select((kind, i) => Nullable("P" + i, TypeRef.Of(kind)))];
        PropertyModel[] lists = [.. kinds.Select((kind, i) => Required("P" + i, TypeRef.ListOf(TypeRef.MapOf(TypeRef.Of(kind)))))];
        string json = "{" + string.Join(",", values.Select((value, i) => $"\"p{i}\":{value}")) + "}";
        string nested = "{" + string.Join(",", values.Select((value, i) => $"\"p{i}\":[{{\"k\":{value}}},{{}}]")) + "}";
        EmittedTypes types = new(Object("A", required), Object("B", optional), Object("C", nullable), Object("D", lists));
        Assert.Equal(
            string.Join("\n", json, json, json, nested),
            types.Run(
                $""""
                string json = """{json}""";
                string nested = """{nested}""";
                return string.Join("\n", Json(Read<A>(json)), Json(Read<B>(json)), Json(Read<C>(json)), Json(Read<D>(nested)));
                """"));
    }

    [Fact]
    public void More_than_64_properties_keep_what_was_assigned()
    {
        PropertyModel[] properties = [.. Enumerable.Range(0, 200).Select(i => Nullable("P" + i, Int64Type))];
        EmittedTypes types = new(Object("Wide", [.. properties, Required("Last", Int64Type)]));
        Assert.Equal(
            """
            {"p0":null,"p63":63,"p64":null,"p199":199,"last":1}
            {"p0":null,"p63":63,"p64":null,"p100":7,"p199":199,"last":1}
            {"p0":null,"p63":63,"p64":null,"p199":199,"last":1}
            Wide lacks 'last'
            """,
            types.Run(
                """
                Wide wide = new() { P0 = null, P63 = 63, P64 = null, P199 = 199, Last = 1 };
                Wide copy = new(wide) { P100 = 7 };
                return string.Join("\n", Json(wide), Json(copy), Json(Read<Wide>(Json(wide))), Fault<Wide>("{\"p5\":1}")[..17]);
                """));
    }

    [Fact]
    public void An_object_without_properties_keeps_what_comes()
    {
        EmittedTypes types = new(Object("Nothing"));
        Assert.Equal("{\"a\":1}", types.Run("return Json(Read<Nothing>(\"{\\\"a\\\":1}\"));"));
    }

    [Fact]
    public void Secrets_are_masked_in_texts_for_people()
    {
        EmittedTypes types = new(Object(
            "Login", Required("User", StringType), Required("Password", StringType) with { IsSecret = true }, Nullable("Pin", Int64Type) with { IsSecret = true }));
        Assert.Equal(
            """
            {"user":"u","password":"***","pin":"***"}
            {"user":"u","password":"p","pin":1}
            """,
            types.Run("Login login = new() { User = \"u\", Password = \"p\", Pin = 1 }; return login + \"\\n\" + Json(login);"));
    }

    [Fact]
    public void What_is_deprecated_says_so_and_generated_code_may_use_it()
    {
        ObjectTypeModel old = Object("Old", Required("A", Int64Type) with { IsDeprecated = true }, Optional("B", Int64Type) with { IsDeprecated = true });
        EmittedTypes types = new(old with { IsDeprecated = true }, Object("Item", Required("Old", Ref("Old")) with { IsDeprecated = true }));
        System.Reflection.Assembly assembly = types.Compile();
        Assert.NotNull(Attribute.GetCustomAttribute(assembly.GetType("MyApp.ShopApi.Old")!, typeof(ObsoleteAttribute)));
        Assert.NotNull(Attribute.GetCustomAttribute(assembly.GetType("MyApp.ShopApi.Old")!.GetProperty("B")!, typeof(ObsoleteAttribute)));
    }
}
