using System.Net;
using System.Text.Json;
using DatabricksApps.EndToEnd.Tests.DjangoApi;
using DatabricksApps.EndToEnd.Tests.Paging;

namespace DatabricksApps.EndToEnd.Tests.Servers.Django;

/// <summary>Every operation of an app of Django REST framework.</summary>
public sealed class DjangoTests(DjangoApp app) : IClassFixture<DjangoApp>
{
    private static readonly Guid s_lamp = new("11111111-2222-3333-4444-555555555555");

    private static readonly Guid s_rug = new("66666666-7777-8888-9999-000000000000");

    private static readonly Guid s_none = new("99999999-2222-3333-4444-555555555555");

    private readonly DjangoClient _client = new(new HttpClient { BaseAddress = app.BaseAddress });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task The_app_serves_the_document() => app.CheckDocumentAsync(Cancellation);

    [Fact]
    public async Task A_list_with_parameters_of_each_kind()
    {
        Assert.Equal("2 Lamp, Rug", Show(await _client.Books.ListAsync(cancellationToken: Cancellation)));
        Assert.Equal("1 Rug", Show(await _client.Books.ListAsync(binding: ListBinding.Soft, cancellationToken: Cancellation)));
        Assert.Equal("2 Lamp, Rug", Show(await _client.Books.ListAsync(tag: ["oak", "light"], cancellationToken: Cancellation)));
        Assert.Equal("0 ", Show(await _client.Books.ListAsync(tag: ["oak", "a&b"], cancellationToken: Cancellation)));
        Assert.Equal("0 ", Show(await _client.Books.ListAsync(printedSince: new DateOnly(2026, 3, 2), cancellationToken: Cancellation)));
        Assert.Equal("0 ", Show(await _client.Books.ListAsync("nobody", cancellationToken: Cancellation)));

        PaginatedBookList page = await _client.Books.ListAsync(limit: 1, offset: 1, cancellationToken: Cancellation);
        Assert.Equal("2 Rug", Show(page));
        Assert.Null(page.Next);
        Assert.Equal(new Uri(app.BaseAddress, "/api/books/?limit=1"), page.Previous);

        static string Show(PaginatedBookList page) => $"{page.Count} {string.Join(", ", page.Results!.Select(book => book.Title))}";
    }

    [Fact]
    public async Task All_pages_of_the_three_paginations()
    {
        Asked asked = new();
        DjangoClient client = new(new HttpClient(asked) { BaseAddress = app.BaseAddress });
        List<string> titles = [];
        await foreach (Book book in client.Books.ListAllAsync(limit: 1, cancellationToken: Cancellation))
        {
            titles.Add(book.Title);
        }

        Assert.Equal(["Lamp", "Rug"], titles);
        Assert.Equal(["?limit=1&offset=0", "?limit=1&offset=1"], asked.Sent);

        asked.Sent.Clear();
        List<long> numbers = [];
        await foreach (Number number in client.Numbers.ByPageAllAsync(pageSize: 3, cancellationToken: Cancellation))
        {
            numbers.Add(number.N);
        }

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], numbers);
        Assert.Equal(["?page_size=3", "?page=2&page_size=3", "?page=3&page_size=3"], asked.Sent);

        asked.Sent.Clear();
        numbers.Clear();
        await foreach (Mark mark in client.Numbers.ByCursorAllAsync(cancellationToken: Cancellation))
        {
            numbers.Add(mark.N);
        }

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], numbers);
        Assert.Equal(["", "?cursor=cD0z", "?cursor=cD02"], asked.Sent);

        Assert.Equal(7, (await client.Numbers.ByPageAsync(cancellationToken: Cancellation)).Count);
        Assert.Null((await client.Numbers.ByCursorAsync(cancellationToken: Cancellation)).Previous);
    }

    [Fact]
    public async Task A_book_with_every_member()
    {
        Book book = await _client.Books.RetrieveAsync(s_lamp, cancellationToken: Cancellation);

        Assert.Equal(s_lamp, book.Id);
        Assert.Equal("Lamp", book.Title);
        Assert.Equal(12.50m, book.Price);
        Assert.Equal(BindingEnum.Hard, book.Binding);
        Assert.Equal((Grade)GradeEnum.A, book.Grade);
        Assert.Equal(new DateOnly(2026, 3, 1), book.Printed);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 12, 30, 0, 250, TimeSpan.Zero), book.Added);
        Assert.Equal(new TimeOnly(8, 30), book.Opens);
        Assert.Equal("1 02:00:00", book.Loan);
        Assert.Equal(["light", "oak"], book.Tags);
        Assert.Equal(new Author { Name = "Ada", Born = new DateOnly(1815, 12, 10) }, book.Author);
        Assert.Equal(new Dictionary<string, long> { ["north"] = 3 }, book.Stock);
        Assert.Equal(1.25, book.Weight);
        Assert.Equal("[1,null]", JsonSerializer.Serialize(book.Extra!["any"]));
    }

    [Fact]
    public async Task A_book_with_nulls()
    {
        Book book = await _client.Books.RetrieveAsync(s_rug, cancellationToken: Cancellation);

        Assert.Null(book.Grade);
        Assert.Null(book.Author);
        Assert.Null(book.Weight);
    }

    [Fact]
    public async Task A_book_that_is_not_there()
    {
        AppException<Problem> error = await Assert.ThrowsAsync<AppException<Problem>>(
            () => _client.Books.RetrieveAsync(s_none, cancellationToken: Cancellation));

        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
        Assert.Equal(new Problem { Detail = $"There is no book {s_none}." }, error.Error);
    }

    [Fact]
    public async Task A_new_book_gives_back_what_was_sent()
    {
        Book book = await _client.Books.CreateAsync(
            new BookRequest
            {
                Title = "Mat \u00fc",
                Price = 9.05m,
                Binding = BindingEnum.Soft,
                Grade = BlankEnum.Empty,
                Printed = new DateOnly(2026, 4, 1),
                Opens = new TimeOnly(9, 15, 30),
                Loan = "03:00:00",
                Author = new AuthorRequest { Name = "Bob" },
                Weight = null,
                Extra = new Dictionary<string, JsonElement> { ["x"] = JsonSerializer.SerializeToElement(new[] { 1 }) },
            },
            cancellationToken: Cancellation);

        Assert.Equal(("Mat \u00fc", 9.05m, BindingEnum.Soft), (book.Title, book.Price, book.Binding));
        Assert.Equal((Grade)BlankEnum.Empty, book.Grade);
        Assert.Equal((new DateOnly(2026, 4, 1), new TimeOnly(9, 15, 30), "03:00:00"), (book.Printed, book.Opens, book.Loan));
        Assert.Equal(new Author { Name = "Bob" }, book.Author);
        Assert.Equal("[1]", JsonSerializer.Serialize(book.Extra!["x"]));
        Assert.Empty(book.Tags!);
        Assert.Null(book.Weight);
        Assert.Null(book.Stock);
    }

    [Fact]
    public async Task A_new_book_that_is_refused()
    {
        AppException<Invalid> error = await Assert.ThrowsAsync<AppException<Invalid>>(() => _client.Books.CreateAsync(
            new BookRequest { Title = new string('x', 21), Price = 1, Binding = BindingEnum.Soft, Printed = new DateOnly(2026, 4, 1) },
            cancellationToken: Cancellation));

        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.Equal(["Ensure this field has no more than 20 characters."], error.Error.Title);
    }

    [Fact]
    public async Task A_change_sends_what_is_set()
    {
        Book title = await _client.Books.PartialUpdateAsync(s_lamp, new PatchedBookRequest { Title = "Mat" }, cancellationToken: Cancellation);
        Book grade = await _client.Books.PartialUpdateAsync(s_lamp, new PatchedBookRequest { Grade = null, Author = null }, cancellationToken: Cancellation);
        Book nothing = await _client.Books.PartialUpdateAsync(s_lamp, cancellationToken: Cancellation);

        Assert.Equal(("Mat", (Grade)GradeEnum.A), (title.Title, title.Grade));
        Assert.Equal(("Lamp", null, null), (grade.Title, grade.Grade, grade.Author));
        Assert.Equal(("Lamp", (Grade)GradeEnum.A), (nothing.Title, nothing.Grade));
    }

    [Fact]
    public Task An_answer_without_a_body() => _client.Books.DestroyAsync(s_lamp, cancellationToken: Cancellation);

    [Fact]
    public async Task A_file_with_fields() =>
        Assert.Equal(
            new Uploaded { Name = "lamp \u00fc.png", Type = "image/png", Size = 1000, Text = "3: Gr\u00fcn" },
            await _client.Books.CoverCreateAsync(s_lamp, AppFile.FromBytes(new byte[1000], "lamp \u00fc.png", "image/png"), 3, "Gr\u00fcn", cancellationToken: Cancellation));

    [Fact]
    public async Task A_file_that_comes()
    {
        await using AppFile sample = await _client.Books.SampleRetrieveAsync(s_lamp, cancellationToken: Cancellation);
        using MemoryStream content = new();
        await sample.CopyToAsync(content, Cancellation);

        Assert.Equal(("lamp \u00fc.pdf", "application/pdf"), (sample.FileName, sample.ContentType));
        Assert.Equal("%PDF"u8.ToArray(), content.ToArray());
    }

    [Fact]
    public async Task Lines() =>
        Assert.Equal(
            [new Line { N = 1, Text = "\u00fc" }, new Line { N = 2, Text = "\u00fc" }],
            await _client.Books.LinesRetrieveAsync(cancellationToken: Cancellation).ToListAsync(Cancellation));

    [Fact]
    public async Task Each_case_of_a_union()
    {
        Event loan = await _client.Events.CreateAsync(new LoanRequest { Kind = LoanKindEnum.Loan, Until = new DateOnly(2026, 4, 1) }, cancellationToken: Cancellation);
        Event sale = await _client.Events.CreateAsync(new SaleRequest { Kind = SaleKindEnum.Sale, Price = 2.50m }, cancellationToken: Cancellation);

        Assert.Equal(new Loan { Kind = LoanKindEnum.Loan, Until = new DateOnly(2026, 4, 1) }, loan);
        Assert.Equal(new Sale { Kind = SaleKindEnum.Sale, Price = 2.50m }, sale);
    }

    [Fact]
    public async Task Fields_that_are_URL_encoded() =>
        Assert.Equal(
            new Author { Name = "a&b=\u00fc +", Born = new DateOnly(2000, 2, 29) },
            await _client.Authors.CreateAsync("a&b=\u00fc +", new DateOnly(2000, 2, 29), cancellationToken: Cancellation));
}
