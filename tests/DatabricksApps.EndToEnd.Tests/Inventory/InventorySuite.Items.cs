using System.Net;
using DatabricksApps.EndToEnd.Tests.InventoryApi;

namespace DatabricksApps.EndToEnd.Tests.Inventory;

public abstract partial class InventorySuite
{
    [Fact]
    public async Task Read_item_gives_every_member()
    {
        Item hammer = await _client.Items.ReadItemAsync(1, cancellationToken: Cancellation);

        Assert.Equal("item", hammer.Kind);
        Assert.Equal(1, hammer.Id);
        Assert.Equal("Hammer", hammer.Name);
        Assert.Equal(12.5, hammer.Price);
        Assert.Equal(10, hammer.ReorderLevel);
        Assert.Equal(40, hammer.Quantity);
        Assert.Equal(Status.InStock, hammer.Status);
        Assert.Equal("standard", hammer.Class);
        Assert.Equal("Steel", hammer.Note);
        Assert.Equal(new Dimensions { Width = 13, Height = 32.5, Depth = 0, Unit = "cm" }, hammer.Dimensions);
        Assert.Equal((3L, 2L, "B"), hammer.Position);
        Assert.Equal(["tool", "steel"], hammer.Tags);
        Assert.Equal(new Dictionary<string, string> { ["origin"] = "NL" }, hammer.Labels);
        Assert.Equal(new Guid("00000000-0000-5eed-0000-000000000001"), hammer.Sku);
        Assert.Equal(new DateOnly(2026, 1, 1), hammer.AddedOn);
        Assert.Equal(s_now, hammer.UpdatedAt);
        Assert.Empty(hammer.AdditionalProperties);
    }

    // The README's way to what a document does not say, with the address, the sign-in and the errors of the call.
    [Fact]
    public async Task The_answer_of_any_call_is_as_it_came()
    {
        await using AppAnswer answer = await _client.AnswerOfAsync(client => client.Items.ReadItemAsync(1, cancellationToken: Cancellation));

        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.StatusCode, answer.ContentHeaders.ContentType!.MediaType));
        Assert.Contains("\"Hammer\"", await answer.ReadTextAsync(Cancellation), StringComparison.Ordinal);
        await Assert.ThrowsAsync<AppException<NotFound>>(() => _client.AnswerOfAsync(client => client.Items.ReadItemAsync(99, cancellationToken: Cancellation)));
    }

    // The README's way to a failure without an exception.
    [Fact]
    public async Task A_failure_that_code_expects_is_a_value()
    {
        List<string> texts = [];
        foreach (long id in (long[])[1, 99])
        {
            AppResult<Item> result = await _client.ResultOfAsync(client => client.Items.ReadItemAsync(id, cancellationToken: Cancellation));
            texts.Add(result.TryGetValue(out Item? item) ? item.Name
                : result.TryGetError(out NotFound? missing) ? $"no {missing.What} {missing.Id}"
                : $"{result.Failure!.StatusCode}: {result.Failure.Message}");
        }

        Assert.Equal(["Hammer", "no item 99"], texts);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.FailureOfAsync(client => client.Items.DeleteItemAsync(99, cancellationToken: Cancellation)))!.StatusCode);
    }

    [Fact]
    public async Task Read_item_gives_null_for_what_is_not_there()
    {
        Item saw = await _client.Items.ReadItemAsync(2, cancellationToken: Cancellation);

        Assert.Null(saw.ReorderLevel);
        Assert.Null(saw.Note);
        Assert.Null(saw.Dimensions);
        Assert.Null(saw.Position);
        Assert.Equal(Status.SoldOut, saw.Status);
        Assert.Equal("sold-out", saw.Status.Value);
    }

    [Fact]
    public async Task Read_item_throws_the_declared_error()
    {
        AppException<NotFound> error = await Assert.ThrowsAsync<AppException<NotFound>>(
            () => _client.Items.ReadItemAsync(99, cancellationToken: Cancellation));

        Assert.Equal(new NotFound { What = "item", Id = "99" }, error.Error);
        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
        Assert.Equal(AppErrorReason.NotFound, error.Reason);
        Assert.Equal("GET", error.Method);
        Assert.Equal("/api/items/{item_id}", error.Route);
    }

    [Fact]
    public async Task List_items_without_filters_gives_all()
    {
        PageItem page = await _client.Items.ListItemsAsync(cancellationToken: Cancellation);

        Assert.Equal(["Hammer", "Saw", "Bolts"], page.Items.Select(item => item.Name));
        Assert.Equal(3, page.Total);
        Assert.Null(page.NextOffset);
    }

    [Fact]
    public async Task List_items_sends_each_filter()
    {
        Assert.Equal(["Saw"], await NamesAsync(status: Status.SoldOut));
        Assert.Equal(["Bolts"], await NamesAsync(@class: "bulk"));
        Assert.Equal(["Hammer", "Bolts"], await NamesAsync(tag: ["steel"]));
        Assert.Equal(["Hammer"], await NamesAsync(tag: ["steel", "tool"]));
        Assert.Equal(["Hammer", "Saw"], await NamesAsync(minPrice: 12.5));
        Assert.Equal(["Saw", "Bolts"], await NamesAsync(addedSince: new DateOnly(2026, 1, 2)));
        Assert.Equal(["Bolts", "Saw", "Hammer"], await NamesAsync(newestFirst: true));
    }

    [Fact]
    public async Task All_items_are_those_of_one_large_page()
    {
        PageItem whole = await _client.Items.ListItemsAsync(limit: 100, cancellationToken: Cancellation);
        List<Item> all = [];
        await foreach (Item item in _client.Items.ListItemsAllAsync(limit: 2, cancellationToken: Cancellation))
        {
            all.Add(item);
        }

        Assert.Equal(whole.Items, all);
    }

    [Fact]
    public async Task List_items_gives_pages()
    {
        PageItem first = await _client.Items.ListItemsAsync(limit: 2, cancellationToken: Cancellation);
        PageItem second = await _client.Items.ListItemsAsync(offset: first.NextOffset, limit: 2, cancellationToken: Cancellation);

        Assert.Equal(["Hammer", "Saw"], first.Items.Select(item => item.Name));
        Assert.Equal(2, first.NextOffset);
        Assert.Equal(["Bolts"], second.Items.Select(item => item.Name));
        Assert.Null(second.NextOffset);
    }

    [Fact]
    public async Task List_items_throws_for_a_parameter_that_the_app_refuses()
    {
        AppValidationException refused = await Assert.ThrowsAsync<AppValidationException>(
            () => _client.Items.ListItemsAsync(limit: 0, cancellationToken: Cancellation));

        AppValidationError error = Assert.Single(refused.Errors);
        Assert.Equal("limit", error.Member);
        Assert.Equal("ensure this value is greater than or equal to 1", error.Message);
        Assert.Equal("value_error.number.not_ge", error.Type);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task Create_item_sends_what_is_set_and_gives_the_item()
    {
        NewItem nails = new()
        {
            Name = "Nails",
            Price = 0.1,
            ReorderLevel = null,
            Class = "bulk",
            Dimensions = new Dimensions { Width = 0.5, Height = 4 },
            Position = (1, 2, "C"),
            Labels = new Dictionary<string, string> { ["length"] = "40 mm" },
        };

        Item created = await _client.Items.CreateItemAsync(nails, cancellationToken: Cancellation);

        Assert.Equal(4, created.Id);
        Assert.Equal("Nails", created.Name);
        Assert.Equal("bulk", created.Class);
        Assert.Equal(0, created.Quantity);
        Assert.Equal(Status.InStock, created.Status);
        Assert.Null(created.Note);
        Assert.Equal(4, created.Dimensions?.Height);
        Assert.Equal((1L, 2L, "C"), created.Position);
        Assert.Equal("40 mm", created.Labels["length"]);
        Assert.Equal(new DateOnly(2026, 3, 1), created.AddedOn);
    }

    [Fact]
    public async Task Create_item_shows_the_location_header()
    {
        string? location = null;
        AppRequestOptions options = new() { OnResponse = response => location = response.Headers.Location?.ToString() };
        NewItem nails = new() { Name = "Nails", Price = 0.1, ReorderLevel = 5 };

        await _client.Items.CreateItemAsync(nails, options, Cancellation);

        Assert.Equal("/api/items/4", location);
    }

    [Fact]
    public async Task Create_item_names_the_members_that_the_app_refuses()
    {
        NewItem wrong = new() { Name = "", Price = -1, ReorderLevel = null, Quantity = -1 };

        AppValidationException refused = await Assert.ThrowsAsync<AppValidationException>(
            () => _client.Items.CreateItemAsync(wrong, cancellationToken: Cancellation));

        Assert.Equal(["body.Name", "body.Price", "body.Quantity"], refused.Errors.Select(error => error.Member));
        Assert.Equal("ensure this value is greater than 0", refused.Errors[1].Message);
    }

    [Fact]
    public async Task Create_item_throws_its_own_error()
    {
        NewItem hammer = new() { Name = "Hammer", Price = 1, ReorderLevel = null };

        AppException<NameTaken> error = await Assert.ThrowsAsync<AppException<NameTaken>>(
            () => _client.Items.CreateItemAsync(hammer, cancellationToken: Cancellation));

        Assert.Equal(new NameTaken { Name = "Hammer", ExistingId = 1 }, error.Error);
        Assert.Equal(HttpStatusCode.Conflict, error.StatusCode);
    }

    [Fact]
    public async Task Find_item_sends_a_GUID()
    {
        Item bolts = await _client.Items.FindItemAsync(new Guid("00000000-0000-5eed-0000-000000000003"), cancellationToken: Cancellation);

        Assert.Equal("Bolts", bolts.Name);
    }

    [Fact]
    public async Task Items_with_status_sends_an_enum_in_the_path()
    {
        IReadOnlyList<Item> soldOut = await _client.Items.ItemsWithStatusAsync(Status.SoldOut, cancellationToken: Cancellation);

        Assert.Equal("Saw", Assert.Single(soldOut).Name);
    }

    [Fact]
    public async Task Update_item_leaves_alone_what_is_not_set()
    {
        Item changed = await _client.Items.UpdateItemAsync(1, new ItemPatch { Quantity = 39 }, cancellationToken: Cancellation);

        Assert.Equal(39, changed.Quantity);
        Assert.Equal("Steel", changed.Note);
        Assert.Equal(12.5, changed.Price);
    }

    [Fact]
    public async Task Update_item_sends_a_null_that_is_set()
    {
        ItemPatch patch = new() { Note = null, Status = Status.Discontinued, Tags = [] };

        Item changed = await _client.Items.UpdateItemAsync(1, patch, cancellationToken: Cancellation);

        Assert.Null(changed.Note);
        Assert.Equal(Status.Discontinued, changed.Status);
        Assert.Empty(changed.Tags);
        Assert.Equal(40, changed.Quantity);
    }

    [Fact]
    public async Task Delete_item_removes_it()
    {
        await _client.Items.DeleteItemAsync(2, cancellationToken: Cancellation);

        await Assert.ThrowsAsync<AppException<NotFound>>(() => _client.Items.DeleteItemAsync(2, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Reserve_item_gives_one_of_two_answers()
    {
        ReserveItemResult now = await _client.Items.ReserveItemAsync(1, 15, cancellationToken: Cancellation);
        ReserveItemResult later = await _client.Items.ReserveItemAsync(1, 30, cancellationToken: Cancellation);

        Assert.True(now.TryGetReserved(out Reserved? reserved));
        Assert.Equal(new Reserved { ItemId = 1, ReservedValue = 15 }, reserved);
        Assert.True(later.TryGetWaiting(out Waiting? waiting));
        Assert.Equal(5, waiting.Missing);
    }

    [Fact]
    public async Task Reserve_item_names_the_parameter_that_the_app_refuses()
    {
        AppValidationException refused = await Assert.ThrowsAsync<AppValidationException>(
            () => _client.Items.ReserveItemAsync(1, 0, cancellationToken: Cancellation));

        Assert.Equal("quantity", Assert.Single(refused.Errors).Member);
    }

    private async Task<string[]> NamesAsync(
        Status? status = null,
        string? @class = null,
        IReadOnlyList<string>? tag = null,
        double? minPrice = null,
        DateOnly? addedSince = null,
        bool? newestFirst = null)
    {
        PageItem page = await _client.Items.ListItemsAsync(
            status: status,
            @class: @class,
            tag: tag,
            minPrice: minPrice,
            addedSince: addedSince,
            newestFirst: newestFirst,
            cancellationToken: Cancellation);
        return [.. page.Items.Select(item => item.Name)];
    }
}
