using DatabricksApps.Gen.Emit;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Pipeline;

public sealed class BucketsTests
{
    [Fact]
    public void Every_type_is_in_one_file_with_the_other_types_of_its_origin()
    {
        ClientModel client = Client(Enumerable.Range(0, 500).SelectMany(i => new[] { Type($"Model{i}", $"m{i}"), Type($"Model{i}Kind", $"m{i}") }));

        IReadOnlyList<TypesFileModel> files = Files(client);

        Assert.Equal(1000, files.Sum(file => file.Types.Count));
        Assert.Equal(client.Types.Select(type => type.Name).Order(), files.SelectMany(file => file.Types).Select(type => type.Name).Order());
        Assert.All(files, file => Assert.Equal([file.Name, file.Name + "Kind"], file.Types.Select(type => type.Name).Order()));
        Assert.Equal(64, Buckets.Cut(client).Types.Count);
        Assert.All(Buckets.Cut(client).Types, bucket => Assert.InRange(bucket.Files.Count, 1, 20));
    }

    [Fact]
    public void A_new_type_changes_one_bucket_and_the_resolver()
    {
        ClientModel before = Client(Enumerable.Range(0, 100).Select(i => Type($"Model{i}", $"m{i}")));
        ClientModel after = before with { Types = before.Types.Prepend(Type("Added", "added")).ToEquatableArray() };

        Assert.Single(
            Enumerable.Range(0, Buckets.TypeCount),
            i => !Buckets.Cut(before).Types[i].Equals(Buckets.Cut(after).Types[i]));
        Assert.Equal(Buckets.SelectClient(before), Buckets.SelectClient(after));
        Assert.Equal(Buckets.SelectResolver(before).Types.Prepend("Added"), Buckets.SelectResolver(after).Types);
    }

    [Fact]
    public void The_bucket_of_a_type_is_the_same_on_every_machine()
    {
        ClientModel client = Client([Type("Item", "Item")]);

        Assert.Equal("Item", Assert.Single(Buckets.Cut(client).Types[34].Files).Name);
    }

    [Fact]
    public void The_client_file_knows_the_groups_but_not_their_operations()
    {
        GroupModel own = new(null, "ShopClient", DocModel.None, EquatableArray.Create(Operation("A")));
        GroupModel items = new("Items", "ItemsOperations", DocModel.None, EquatableArray.Create(Operation("B")));
        ClientModel client = Client([]) with { Groups = EquatableArray.Create(own, items) };

        Assert.Equal(
            EquatableArray.Create(items with { Operations = EquatableArray<OperationModel>.Empty }),
            Buckets.SelectClient(client).Groups);
        Assert.Equal(
            ["ItemsOperations", "ShopClient"],
            Buckets.Cut(client).Operations.SelectMany(bucket => bucket.Files).Select(file => file.Group.ClassName).Order());
    }

    [Fact]
    public void A_large_document_has_more_buckets_and_no_full_one()
    {
        ClientModel client = Client(Enumerable.Range(0, 10_000).Select(i => Type($"Model{i}", $"m{i}")));

        Assert.Equal(512, Buckets.Cut(client).Types.Count);
        Assert.All(Buckets.Cut(client).Types, bucket => Assert.InRange(bucket.Files.Count, 5, 45));
    }

    // An enum without values has 60 lines, so that 1,280 of them fill 64 buckets of 1,200 lines.
    [Theory]
    [InlineData(1_280, 64)]
    [InlineData(1_281, 128)]
    [InlineData(2_560, 128)]
    [InlineData(2_561, 256)]
    [InlineData(10_240, 512)]
    [InlineData(10_241, 512)]
    [InlineData(30_000, 512)]
    public void Buckets_are_doubled_when_they_are_full_as_long_as_there_may_be_more(int types, int buckets) =>
        Assert.Equal(buckets, Buckets.Cut(Client(Enumerable.Range(0, types).Select(i => Type($"Model{i}", $"m{i}")))).Types.Count);

    // Each part has the members of a hundred cases more, and the union itself those of the first hundred.
    [Theory]
    [InlineData(1, "")]
    [InlineData(100, "")]
    [InlineData(101, "100")]
    [InlineData(200, "100")]
    [InlineData(201, "100,200")]
    [InlineData(1_000, "100,200,300,400,500,600,700,800,900")]
    public void A_union_has_a_part_for_each_further_hundred_cases(int cases, string parts)
    {
        UnionTypeModel union = new(
            "Any", "Any", DocModel.None, false, null,
            Enumerable.Range(0, cases).Select(i => new UnionCaseModel($"C{i}", TypeRef.Of(TypeKind.String), EquatableArray<string>.Empty)).ToEquatableArray());

        IReadOnlyList<TypesFileModel> further = [.. Files(Client([union])).Where(file => file.Part is not null)];
        Assert.Equal(parts, string.Join(',', further.Select(file => file.Part!.First).Order()));
        Assert.All(further, file => Assert.Equal($"Any-Cases{file.Part!.First + 1}", file.Name));
    }

    [Fact]
    public void The_many_types_of_one_origin_are_spread()
    {
        ClientModel client = Client(Enumerable.Range(0, 500).Select(i => Type($"Model{i}", "one")));

        Assert.All(Files(client), file => Assert.Equal(file.Name, Assert.Single(file.Types).Name));
        Assert.Equal(500, Files(client).Count);
        Assert.All(Buckets.Cut(client).Types, bucket => Assert.InRange(bucket.Files.Count, 1, 20));
    }

    [Fact]
    public void The_many_operations_of_one_group_are_spread_and_its_head_stands_once()
    {
        GroupModel items = new("Items", "ItemsOperations", DocModel.None, Enumerable.Range(0, 300).Select(i => Operation($"A{i}")).ToEquatableArray());
        IReadOnlyList<OperationsFileModel> parts = [.. Buckets.Cut(Client([]) with { Groups = EquatableArray.Create(items) }).Operations.SelectMany(bucket => bucket.Files)];

        Assert.Equal(16, parts.Count);
        Assert.Equal(300, parts.Sum(file => file.Group.Operations.Count));
        Assert.Equal("ShopClient.Items", Assert.Single(parts, file => file.Part is null).Name);
        Assert.Contains("ShopClient.Items.00", parts.Select(file => file.Name));
    }

    private static IReadOnlyList<TypesFileModel> Files(ClientModel client) => [.. Buckets.Cut(client).Types.SelectMany(bucket => bucket.Files)];

    private static ClientModel Client(IEnumerable<TypeModel> types) => new(
        "shop.openapi.json", "My.ShopApi", "Shop", "ShopClient", "ShopJson", true, DocModel.None,
        EquatableArray<string>.Empty, EquatableArray<GroupModel>.Empty, types.ToEquatableArray());

    private static TypeModel Type(string name, string origin) =>
        new EnumTypeModel(name, origin, DocModel.None, false, EnumKind.String, EquatableArray<EnumValueModel>.Empty);

    private static OperationModel Operation(string name) => new(
        name, new RouteModel("GET", "/", EquatableArray<PathPartModel>.Empty), EquatableArray<ParameterModel>.Empty, null,
        new ResponseModel(ResponseKind.None, null, "", EquatableArray<ResponseCaseModel>.Empty, DocModel.None),
        EquatableArray<ErrorModel>.Empty, DocModel.None, false);
}
