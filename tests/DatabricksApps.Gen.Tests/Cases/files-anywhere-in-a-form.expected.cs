// DBXAPP0108 /paths/~1api~1books/post/requestBody/content/application~1json

public sealed partial class ShopClient
{
    // POST /api/books
    // body multipart/form-data
    // field author[name]: authorName
    // field author[photo]: authorPhoto
    public Task AddBookAsync(
        string title,
        string authorName,
        AppFile? authorPhoto = null,
        AppFile? cover = null,
        IReadOnlyDictionary<string, AppFile>? pages = null,
        BookTags? tags = null);

    // POST /api/upload
    // body multipart/form-data
    public Task UploadAsync(string kind, AppFile? @file = null, string? url = null);

    // POST /api/folder
    // body multipart/form-data
    public Task FolderAsync(IReadOnlyDictionary<string, AppFile>? body = null);
}

public sealed partial class Book
{
    public required string Title { get; init; }

    public required BookAuthor Author { get; init; }

    public string? Cover { get; init; } // sent when assigned

    public IReadOnlyDictionary<string, string>? Pages { get; init; }

    public BookTags? Tags { get; init; }
}

public sealed partial class BookAuthor
{
    public required string Name { get; init; }

    public string? Photo { get; init; }
}

public readonly partial struct BookTags
{
    public static BookTags FromStringList(IReadOnlyList<string> value);
    public static BookTags FromString(string value);
}
