using System.Net;
using DatabricksApps.EndToEnd.Tests.NestApi;

namespace DatabricksApps.EndToEnd.Tests.Servers.Nest;

/// <summary>Every operation of an app of NestJS.</summary>
public sealed class NestTests(NestApp app) : IClassFixture<NestApp>
{
    private const string Id = "11111111-2222-4333-8444-555555555555";

    private const string RugId = "66666666-7777-4888-8999-000000000000";

    private static readonly Parcel s_lamp = new()
    {
        Id = new Guid(Id),
        Label = "Lamp",
        Size = Size.Large,
        Grade = Grade.Value2,
        Sent = new DateTimeOffset(2026, 3, 1, 12, 30, 0, 250, TimeSpan.Zero),
        Due = new DateOnly(2026, 3, 9),
        Marks = ["light", "oak"],
        Weight = new Weight { Grams = 12.5 },
        Target = new Locker { Number = 7 },
        Counts = new Dictionary<string, long> { ["north"] = 3 },
    };

    private readonly NestClient _client = new(new HttpClient { BaseAddress = app.BaseAddress });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task The_app_serves_the_document() => app.CheckDocumentAsync(Cancellation);

    [Fact]
    public async Task A_list_with_parameters_of_each_kind()
    {
        Assert.Equal(["Lamp", "Rug"], (await _client.Parcels.ListAsync(cancellationToken: Cancellation)).Select(parcel => parcel.Label));
        Assert.Equal(["Rug"], (await _client.Parcels.ListAsync(Size.Small, cancellationToken: Cancellation)).Select(parcel => parcel.Label));
        Assert.Equal(["Lamp"], (await _client.Parcels.ListAsync(marks: ["oak"], cancellationToken: Cancellation)).Select(parcel => parcel.Label));
        Assert.Equal(["Lamp"], (await _client.Parcels.ListAsync(marks: ["oak", "light"], cancellationToken: Cancellation)).Select(parcel => parcel.Label));
        Assert.Equal(["Lamp"], (await _client.Parcels.ListAsync(limit: 1, cancellationToken: Cancellation)).Select(parcel => parcel.Label));
    }

    [Fact]
    public async Task An_error_that_no_operation_declares()
    {
        AppException error = await Assert.ThrowsAsync<AppException>(
            () => _client.Parcels.ListAsync(new Size("huge"), cancellationToken: Cancellation));

        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.Equal("""{"message":"Validation failed (enum string is expected)","error":"Bad Request","statusCode":400}""", error.Body);
    }

    [Fact]
    public async Task A_parcel_with_every_member()
    {
        Parcel rug = new()
        {
            Id = new Guid(RugId),
            Label = "Rug",
            Size = Size.Small,
            Grade = Grade.Value1,
            Sent = s_lamp.Sent,
            Due = null,
            Marks = [],
            Weight = null,
            Target = new Address { Street = "Way 1" },
        };

        Assert.Equal(s_lamp, await _client.Parcels.ReadAsync(Id, cancellationToken: Cancellation));
        Assert.Equal(rug, await _client.Parcels.ReadAsync(RugId, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_parcel_that_is_not_there()
    {
        const string None = "99999999-2222-4333-8444-555555555555";

        AppException<Failure> error = await Assert.ThrowsAsync<AppException<Failure>>(
            () => _client.Parcels.ReadAsync(None, cancellationToken: Cancellation));

        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
        Assert.Equal(new Failure { StatusCode = 404, Message = $"There is no parcel {None}.", Error = "Not Found" }, error.Error);
    }

    [Fact]
    public async Task A_new_parcel_gives_back_what_was_sent()
    {
        NewParcel parcel = new()
        {
            Label = "Mat \u00fc",
            Size = Size.Small,
            Grade = Grade.Value1,
            Due = null,
            Marks = [],
            Weight = null,
            Target = new Address { Street = "Way 2" },
        };

        Assert.Equal(
            new Parcel
            {
                Id = new Guid(Id),
                Label = "Mat \u00fc",
                Size = Size.Small,
                Grade = Grade.Value1,
                Sent = s_lamp.Sent,
                Due = null,
                Marks = [],
                Weight = null,
                Target = new Address { Street = "Way 2" },
            },
            await _client.Parcels.CreateAsync(parcel, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_new_parcel_that_is_refused_with_another_body_than_is_declared()
    {
        NewParcel parcel = new()
        {
            Label = "",
            Size = Size.Small,
            Grade = Grade.Value1,
            Due = null,
            Marks = [],
            Weight = null,
            Target = new Address { Street = "Way 2" },
        };

        AppException error = await Assert.ThrowsAsync<AppException>(() => _client.Parcels.CreateAsync(parcel, cancellationToken: Cancellation));

        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.Equal("""{"message":["label should not be empty"],"error":"Bad Request","statusCode":400}""", error.Body);
    }

    [Fact]
    public async Task A_change_sends_what_is_set()
    {
        ChangeResponse change = await _client.Parcels.ChangeAsync(
            Id, new ParcelChanges { Due = null, Grade = Grade.Value2, Weight = new Weight { Grams = 1 } }, cancellationToken: Cancellation);
        ChangeResponse nothing = await _client.Parcels.ChangeAsync(Id, new ParcelChanges(), cancellationToken: Cancellation);

        Assert.Equal(["due=null", "grade=2", "weight={\"grams\":1}"], change.Fields.Order());
        Assert.Empty(nothing.Fields);
    }

    [Fact]
    public Task An_answer_without_a_body() => _client.Parcels.RemoveAsync(Id, cancellationToken: Cancellation);

    [Fact]
    public async Task A_file_with_fields() =>
        Assert.Equal(
            new Uploaded { Name = "lamp.png", Type = "image/png", Size = 1000, Text = "3: Gr\u00fcn" },
            await _client.Parcels.UploadAsync(Id, AppFile.FromBytes(new byte[1000], "lamp.png", "image/png"), 3, "Gr\u00fcn", cancellationToken: Cancellation));

    [Fact]
    public async Task A_file_that_comes()
    {
        await using AppFile photo = await _client.Parcels.PhotoAsync(Id, cancellationToken: Cancellation);
        using MemoryStream content = new();
        await photo.CopyToAsync(content, Cancellation);

        Assert.Equal(("lamp.png", "image/png"), (photo.FileName, photo.ContentType));
        Assert.Equal([137, 80, 78, 71], content.ToArray());
    }

    [Fact]
    public async Task Each_case_of_a_union()
    {
        AddressOrLocker address = await _client.Parcels.EchoAsync(new Address { Street = "Way 1" }, cancellationToken: Cancellation);
        AddressOrLocker locker = await _client.Parcels.EchoAsync(new Locker { Number = 7 }, cancellationToken: Cancellation);

        Assert.Equal("address Way 1", Describe(address));
        Assert.Equal("locker 7", Describe(locker));

        static string Describe(AddressOrLocker it) =>
            it.Match(address => $"{address.Kind} {address.Street}", locker => $"{locker.Kind} {locker.Number}", unknown => "unknown");
    }

    [Fact]
    public async Task Events() =>
        Assert.Equal(
            [
                new AppEvent<Position>(new Position { X = 0, At = s_lamp.Sent }, "moved", "0", null),
                new AppEvent<Position>(new Position { X = 1, At = s_lamp.Sent }, "moved", "1", null),
            ],
            await _client.Moves.MovesAsync(2, cancellationToken: Cancellation).ToListAsync(Cancellation));

    [Fact]
    public async Task A_header() =>
        Assert.Equal(new Dictionary<string, string> { ["team"] = "oak, b" }, await _client.Moves.WhoAsync("oak, b", cancellationToken: Cancellation));
}
