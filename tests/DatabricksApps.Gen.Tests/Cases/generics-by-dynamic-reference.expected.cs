// DBXAPP0106 /components/schemas/Page
// DBXAPP0108 /components/schemas/Page/$defs/item/not

public sealed partial class ShopClient
{
    // GET /api/pets
    public Task<ListPetsResponse> ListPetsAsync();

    // GET /api/any
    public Task<Page> ListAnyAsync();
}

public sealed partial class Box
{
    public BoxPages? Pages { get; init; }
}

public sealed partial class BoxPages
{
    public IReadOnlyList<Box>? Items { get; init; }

    public BoxPages? Next { get; init; }
}

public sealed partial class ListPetsResponse
{
    public IReadOnlyList<Pet>? Items { get; init; }

    public ListPetsResponse? Next { get; init; }
}

public sealed partial class Numbers
{
    public IReadOnlyList<long>? Items { get; init; }

    public PageObject? Next { get; init; }

    public long? Sum { get; init; }
}

public sealed partial class Page
{
    public IReadOnlyList<JsonElement>? Items { get; init; }

    public Page? Next { get; init; }
}

public sealed partial class PageObject
{
    public IReadOnlyList<long>? Items { get; init; }

    public PageObject? Next { get; init; }
}

public sealed partial class Pet
{
    public string? Name { get; init; }
}
