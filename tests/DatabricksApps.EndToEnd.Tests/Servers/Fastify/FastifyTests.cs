using System.Net;
using DatabricksApps.EndToEnd.Tests.FastifyApi;

namespace DatabricksApps.EndToEnd.Tests.Servers.Fastify;

/// <summary>Every operation of an app of Fastify. Its components have the keys <c>def-0</c>, <c>def-1</c> and so on, and their names as titles.</summary>
public sealed class FastifyTests(FastifyApp app) : IClassFixture<FastifyApp>
{
    private static readonly Guid s_lamp = new("11111111-2222-3333-4444-555555555555");

    private static readonly Guid s_none = new("99999999-2222-3333-4444-555555555555");

    private readonly FastifyClient _client = new(new HttpClient { BaseAddress = app.BaseAddress });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task The_app_serves_the_document() => app.CheckDocumentAsync(Cancellation);

    [Fact]
    public async Task A_list_with_parameters_of_each_kind()
    {
        DateTimeOffset second = new(2026, 3, 2, 2, 0, 0, TimeSpan.FromHours(2));

        Assert.Equal(["Lamp", "Rug"], (await _client.Tickets.ListTicketsAsync(cancellationToken: Cancellation)).Select(ticket => ticket.Title));
        Assert.Equal(["Rug"], (await _client.Tickets.ListTicketsAsync(Priority.Low, cancellationToken: Cancellation)).Select(ticket => ticket.Title));
        Assert.Equal(["Lamp"], (await _client.Tickets.ListTicketsAsync(label: ["oak", "light"], cancellationToken: Cancellation)).Select(ticket => ticket.Title));
        Assert.Equal(["Lamp"], (await _client.Tickets.ListTicketsAsync(label: ["oak"], cancellationToken: Cancellation)).Select(ticket => ticket.Title));
        Assert.Equal(["Rug"], (await _client.Tickets.ListTicketsAsync(openedSince: second, cancellationToken: Cancellation)).Select(ticket => ticket.Title));
        Assert.Equal(["Lamp"], (await _client.Tickets.ListTicketsAsync(limit: 1, cancellationToken: Cancellation)).Select(ticket => ticket.Title));
    }

    [Fact]
    public async Task A_ticket_with_every_member()
    {
        Assert.Equal(
            new Ticket
            {
                Id = s_lamp,
                Title = "Lamp",
                Priority = Priority.High,
                Opened = new DateTimeOffset(2026, 3, 1, 12, 30, 0, 250, TimeSpan.Zero),
                Due = new DateOnly(2026, 3, 9),
                Labels = ["light", "oak"],
                Effort = 1.5,
            },
            await _client.Tickets.ReadTicketAsync(s_lamp, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_ticket_that_is_not_there()
    {
        AppException<Problem> error = await Assert.ThrowsAsync<AppException<Problem>>(
            () => _client.Tickets.ReadTicketAsync(s_none, cancellationToken: Cancellation));

        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
        Assert.Equal(new Problem { StatusCode = 404, Code = "NO_TICKET", Error = "Not Found", Message = $"There is no ticket {s_none}." }, error.Error);
    }

    [Fact]
    public async Task A_new_ticket_with_and_without_what_has_a_default()
    {
        Ticket full = await _client.Tickets.CreateTicketAsync(
            new NewTicket { Title = "Mat \u00fc", Priority = Priority.High, Due = new DateOnly(2026, 4, 1), Labels = ["x"] }, cancellationToken: Cancellation);
        Ticket bare = await _client.Tickets.CreateTicketAsync(new NewTicket { Title = "Mat", Due = null }, cancellationToken: Cancellation);

        Assert.Equal(("Mat \u00fc", Priority.High, new DateOnly(2026, 4, 1)), (full.Title, full.Priority, full.Due));
        Assert.Equal(["x"], full.Labels);
        Assert.Equal(("Mat", Priority.Low, null), (bare.Title, bare.Priority, bare.Due));
        Assert.Empty(bare.Labels);
    }

    [Fact]
    public async Task A_new_ticket_that_is_refused()
    {
        AppException<Problem> error = await Assert.ThrowsAsync<AppException<Problem>>(
            () => _client.Tickets.CreateTicketAsync(new NewTicket { Title = "" }, cancellationToken: Cancellation));

        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.Equal(("FST_ERR_VALIDATION", "body/title must NOT have fewer than 1 characters"), (error.Error.Code, error.Error.Message));
    }

    [Fact]
    public async Task An_operation_without_a_name_and_with_types_of_its_own() =>
        Assert.Equal(
            new PutApiTicketsByIdPriorityResponse { Was = "high", Is = "low" },
            await _client.Tickets.PutApiTicketsByIdPriorityAsync(s_lamp, new PutApiTicketsByIdPriorityBody { Priority = Priority.Low }, cancellationToken: Cancellation));

    [Fact]
    public Task An_answer_without_a_body() => _client.Tickets.DeleteTicketAsync(s_lamp, cancellationToken: Cancellation);

    [Fact]
    public async Task A_file_with_and_without_a_field()
    {
        AppFile file = AppFile.FromBytes(new byte[1000], "lamp \u00fc.png", "image/png");

        Assert.Equal(
            new AttachFileResponse { Name = "lamp \u00fc.png", Type = "image/png", Length = 1000, Caption = "Gr\u00fcn" },
            await _client.Tickets.AttachFileAsync(s_lamp, file, "Gr\u00fcn", cancellationToken: Cancellation));
        Assert.Equal(
            new AttachFileResponse { Name = "a.bin", Type = "application/octet-stream", Length = 1 },
            await _client.Tickets.AttachFileAsync(s_lamp, AppFile.FromBytes(new byte[1], "a.bin"), cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_file_that_comes()
    {
        await using AppFile photo = await _client.Tickets.ReadPhotoAsync(s_lamp, cancellationToken: Cancellation);
        using MemoryStream content = new();
        await photo.CopyToAsync(content, Cancellation);

        Assert.Equal(("lamp.png", "image/png"), (photo.FileName, photo.ContentType));
        Assert.Equal([137, 80, 78, 71], content.ToArray());
    }

    [Fact]
    public async Task Each_case_of_a_union()
    {
        CommentOrMove comment = await _client.Tickets.EchoEventAsync(new Comment { Text = "one" }, cancellationToken: Cancellation);
        CommentOrMove move = await _client.Tickets.EchoEventAsync(
            new Move { To = "shelf", At = new DateTimeOffset(2026, 3, 1, 12, 30, 0, TimeSpan.FromHours(1)) }, cancellationToken: Cancellation);

        Assert.Equal("comment one", Describe(comment));
        Assert.Equal("move shelf 2026-03-01T12:30:00.0000000+01:00", Describe(move));

        static string Describe(CommentOrMove it) =>
            it.Match(comment => $"{comment.Kind} {comment.Text}", move => $"{move.Kind} {move.To} {move.At:O}", unknown => "unknown");
    }

    [Fact]
    public async Task Events() =>
        Assert.Equal(
            [
                new AppEvent<Comment>(new Comment { Text = "one" }, "comment", "1", null),
                new AppEvent<Comment>(new Comment { Text = "zwei \u00fc" }, "message", null, null),
            ],
            await _client.Tickets.WatchEventsAsync(cancellationToken: Cancellation).ToListAsync(Cancellation));

    [Fact]
    public async Task Headers() =>
        Assert.Equal(
            new Dictionary<string, string> { ["depth"] = "-3", ["kind"] = "number", ["team"] = "oak; a, b" },
            await _client.Tickets.ReadCallerAsync(-3, "oak; a, b", cancellationToken: Cancellation));
}
