using System.Net;
using DatabricksApps.EndToEnd.Tests.HonoApi;

namespace DatabricksApps.EndToEnd.Tests.Servers.Hono;

/// <summary>Every operation of an app of Hono with Zod.</summary>
public sealed class HonoTests(HonoApp app) : IClassFixture<HonoApp>
{
    private static readonly Guid s_id = new("11111111-2222-4333-8444-555555555555");

    private static readonly Guid s_rug = new("66666666-7777-4888-8999-000000000000");

    private static readonly Guid s_none = new("99999999-2222-4333-8444-555555555555");

    private static readonly Room s_lamp = new()
    {
        Id = s_id,
        Name = "Lamp",
        Floor = Floor.UpperFloor,
        Seats = 4,
        Price = 12.5,
        Opened = new DateOnly(2026, 3, 1),
        Checked = new DateTimeOffset(2026, 3, 1, 12, 30, 0, 500, TimeSpan.FromHours(2)),
        BookedBy = new Team { TeamValue = "oak", Size = 3 },
        Code = 7,
        Stock = new Dictionary<string, long> { ["chairs"] = 4 },
    };

    private readonly HonoClient _client = new(new HttpClient { BaseAddress = app.BaseAddress });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task The_app_serves_the_document() => app.CheckDocumentAsync(Cancellation);

    [Fact]
    public async Task A_list_with_parameters_of_each_kind()
    {
        Assert.Equal(["Lamp", "Rug"], (await _client.ListRoomsAsync(cancellationToken: Cancellation)).Select(room => room.Name));
        Assert.Equal(["Lamp"], (await _client.ListRoomsAsync(Floor.UpperFloor, cancellationToken: Cancellation)).Select(room => room.Name));
        Assert.Equal(["Rug"], (await _client.ListRoomsAsync(names: "Rug", cancellationToken: Cancellation)).Select(room => room.Name));
        Assert.Equal(
            ["Lamp", "Rug"],
            (await _client.ListRoomsAsync(names: ListRoomsNames.FromStringList(["Rug", "Lamp"]), cancellationToken: Cancellation)).Select(room => room.Name));
        Assert.Empty(await _client.ListRoomsAsync(openedSince: new DateOnly(2026, 3, 2), cancellationToken: Cancellation));
        Assert.Equal(["Lamp"], (await _client.ListRoomsAsync(limit: 1, cancellationToken: Cancellation)).Select(room => room.Name));
        Assert.Equal(["Rug"], (await _client.ListRoomsAsync(free: ListRoomsFree.True, cancellationToken: Cancellation)).Select(room => room.Name));
    }

    [Fact]
    public async Task A_list_that_is_refused()
    {
        AppException<Invalid> error = await Assert.ThrowsAsync<AppException<Invalid>>(
            () => _client.ListRoomsAsync(limit: 101, cancellationToken: Cancellation));

        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        InvalidIssuesItem issue = Assert.Single(error.Error.Issues);
        Assert.Equal("Too big: expected number to be <=100", issue.Message);
        Assert.Equal(["limit"], issue.Path);
    }

    [Fact]
    public async Task A_room_with_every_member()
    {
        Assert.Equal(s_lamp, await _client.ReadRoomAsync(s_id, cancellationToken: Cancellation));
        Assert.Equal(
            new Room(s_lamp) { Id = s_rug, Name = "Rug", Floor = Floor.Value3, Price = null, BookedBy = null, Code = "r-1", Stock = new Dictionary<string, long>() },
            await _client.ReadRoomAsync(s_rug, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_room_that_is_not_there()
    {
        AppException<Trouble> error = await Assert.ThrowsAsync<AppException<Trouble>>(
            () => _client.ReadRoomAsync(s_none, cancellationToken: Cancellation));

        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
        Assert.Equal(new Trouble { Error = new TroubleError { Code = "no_room", Id = $"{s_none}" } }, error.Error);
    }

    [Fact]
    public async Task A_new_room_gives_back_what_was_sent()
    {
        NewRoom room = new()
        {
            Name = "Mat",
            Floor = Floor.Ground,
            Seats = 2,
            Price = null,
            Opened = new DateOnly(2026, 4, 1),
            BookedBy = new Guest { Name = "Ada" },
            Code = 1.5,
            Stock = new Dictionary<string, long> { ["a b"] = long.MaxValue >> 11 },
        };
        Room expected = new(s_lamp) { Name = "Mat", Floor = Floor.Ground, Seats = 2, Price = null, Opened = room.Opened, BookedBy = room.BookedBy, Code = 1.5, Stock = room.Stock };

        Assert.Equal(expected, await _client.CreateRoomAsync(room, cancellationToken: Cancellation));
        Assert.Equal(new Room(expected) { Name = "Mat null" }, await _client.CreateRoomAsync(new NewRoom(room) { Note = null }, cancellationToken: Cancellation));
        Assert.Equal(new Room(expected) { Name = "Mat n" }, await _client.CreateRoomAsync(new NewRoom(room) { Note = "n" }, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_change_sends_what_is_set()
    {
        PatchApiRoomsByIdResponse price = await _client.PatchApiRoomsByIdAsync(s_id, new PatchApiRoomsByIdBody { Price = null }, cancellationToken: Cancellation);
        PatchApiRoomsByIdResponse name = await _client.PatchApiRoomsByIdAsync(s_id, new PatchApiRoomsByIdBody { Name = "Mat" }, cancellationToken: Cancellation);

        Assert.Equal(new PatchApiRoomsByIdResponse { Fields = ["price"], Room = new Room(s_lamp) { Price = null } }, price);
        Assert.Equal(new PatchApiRoomsByIdResponse { Fields = ["name"], Room = new Room(s_lamp) { Name = "Mat" } }, name);
    }

    [Fact]
    public async Task A_header_and_an_answer_without_a_body()
    {
        string? said = null;
        AppRequestOptions options = new() { OnResponse = answer => said = answer.Headers.GetValues("x-said").Single() };

        await _client.DeleteRoomAsync(s_id, "too small, \"too dark\"", options, Cancellation);

        Assert.Equal("too small, \"too dark\"", said);
    }

    [Fact]
    public async Task A_file_with_fields() =>
        Assert.Equal(
            new UploadPlanResponse { Name = "plan \u00fc.pdf", Type = "application/pdf", Size = 1000, Pages = 3, Caption = "Gr\u00fcn" },
            await _client.UploadPlanAsync(s_id, AppFile.FromBytes(new byte[1000], "plan \u00fc.pdf", "application/pdf"), 3, "Gr\u00fcn", cancellationToken: Cancellation));

    [Fact]
    public async Task A_file_that_comes()
    {
        await using AppFile plan = await _client.DownloadPlanAsync(s_id, cancellationToken: Cancellation);
        using MemoryStream content = new();
        await plan.CopyToAsync(content, Cancellation);

        Assert.Equal(("plan \u00fc.pdf", "application/pdf"), (plan.FileName, plan.ContentType));
        Assert.Equal("%PDF"u8.ToArray(), content.ToArray());
    }

    [Fact]
    public async Task Each_case_of_a_union()
    {
        EchoBookerResponse guest = await _client.EchoBookerAsync(new Guest { Name = "Ada" }, cancellationToken: Cancellation);
        EchoBookerResponse team = await _client.EchoBookerAsync(new Team { TeamValue = "oak" }, cancellationToken: Cancellation);

        Assert.Equal(new EchoBookerResponse { Booker = new Guest { Name = "Ada" }, Also = "Ada" }, guest);
        Assert.Equal(new EchoBookerResponse { Booker = new Team { TeamValue = "oak" }, Also = new Team { TeamValue = "oak" } }, team);
    }

    [Fact]
    public async Task Events() =>
        Assert.Equal(
            [
                new AppEvent<Tick>(new Tick { N = 1, At = new DateOnly(2026, 3, 1) }, "tick", "1", null),
                new AppEvent<Tick>(new Tick { N = 2, At = new DateOnly(2026, 3, 1) }, "tick", "2", null),
            ],
            await _client.WatchTicksAsync(2, cancellationToken: Cancellation).ToListAsync(Cancellation));

    [Fact]
    public async Task Lines() =>
        Assert.Equal(
            [new Tick { N = 1, At = new DateOnly(2026, 3, 1) }, new Tick { N = 2, At = new DateOnly(2026, 3, 2) }],
            await _client.ReadLinesAsync(cancellationToken: Cancellation).ToListAsync(Cancellation));
}
