using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DatabricksApps.Gen.Binding.Identity;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Operations;

/// <summary>Binds what a success gives.</summary>
/// <remarks>
/// Of the media types of a status one is taken, and the client asks for no other: a server that may choose would make a
/// type for each necessary. Redirections are no successes; errors are <see cref="ErrorBinder"/>'s.
/// </remarks>
internal sealed class ResponseBinder
{
    private readonly BindingContext _context;
    private readonly SchemaBinder _schemas;

    public ResponseBinder(BindingContext context, SchemaBinder schemas)
    {
        _context = context;
        _schemas = schemas;
    }

    public ResponseModel Bind(ApiOperation operation, Hint hint)
    {
        List<ApiResponse> successes = operation.Responses.Where(r => StatusRange.Of(r.StatusCode) is { First: >= 200, Last: < 300 }).ToList();
        if (successes.Count == 0)
        {
            // Without a 2xx, "default" is what a success looks like; a document that has none promises nothing.
            successes = operation.Responses.Where(r => r.StatusCode == "default" && r.Content.Count > 0).ToList();
        }

        // The answer to HEAD, 204 and 205 have no content, whatever the document declares (RFC 9110, 9.3.2, 15.3.5, 15.3.6).
        List<Success> bound = successes.Select(r => BindOne(r, hint)).ToList();
        List<Success> withBody = bound.Where(s => s.Kind != ResponseKind.None).ToList();
        if (operation.Method == "HEAD" || withBody.Count == 0)
        {
            return new ResponseModel(ResponseKind.None, null, string.Empty, EquatableArray<ResponseCaseModel>.Empty, Docs.Text(successes.FirstOrDefault()?.Description));
        }

        string accept = string.Join(", ", withBody.Select(s => s.MediaType).Distinct());
        DocModel doc = Docs.Text(withBody[0].Response.Description);
        Success first = withBody[0];
        if (withBody.All(s => s.Kind == first.Kind && Equals(s.Type, first.Type)))
        {
            // 200 with a value beside 204 is one method that may give null. A text, stream or file can be empty itself.
            bool mayBeEmpty = bound.Count > withBody.Count && first.Kind is ResponseKind.Json;
            return new ResponseModel(first.Kind, mayBeEmpty ? first.Type!.AsNullable() : first.Type, accept, EquatableArray<ResponseCaseModel>.Empty, doc);
        }

        // Only what is read whole can be a case: a stream or a file is read while the answer is still coming in.
        if (withBody.Any(s => s.Kind is not (ResponseKind.Json or ResponseKind.Text)))
        {
            _context.Findings.Ignored(operation.Pointer, $"the successes are of different kinds; the method returns that of {first.Response.StatusCode}");
            return new ResponseModel(first.Kind, first.Type, first.MediaType, EquatableArray<ResponseCaseModel>.Empty, doc);
        }

        return BindUnion(operation, bound, accept, doc, hint);
    }

    private ResponseModel BindUnion(ApiOperation operation, List<Success> bound, string accept, DocModel doc, Hint hint)
    {
        string name = _context.TypeNames.Take(hint.Name + "Result");
        NameScope names = new(ReservedNames.UnionMembers, new[] { name });
        List<UnionCaseModel> cases = new();
        List<ResponseCaseModel> responses = new();
        foreach (Success success in bound)
        {
            (int firstStatus, int lastStatus) = StatusRange.Of(success.Response.StatusCode)!.Value;
            if (success.Kind == ResponseKind.None)
            {
                responses.Add(new ResponseCaseModel(firstStatus, lastStatus, ResponseKind.None, null, null));
                continue;
            }

            TypeRef type = (success.Type ?? TypeRef.Of(TypeKind.String)).AsNotNullable();
            UnionCaseModel? known = cases.FirstOrDefault(c => c.Type == type);
            if (known is null)
            {
                known = new UnionCaseModel(names.Take(CaseNames.Of(type)), type, EquatableArray<string>.Empty);
                cases.Add(known);
            }

            responses.Add(new ResponseCaseModel(firstStatus, lastStatus, success.Kind, known.Name, type));
        }

        string sources = operation.Pointer + "/responses";
        _context.Add(new UnionTypeModel(
            name,
            hint.Origin,
            new DocModel
            {
                Sources = EquatableArray.Create(_context.Source(sources)),
            },
            false,
            null,
            cases.ToEquatableArray()));
        TypeRef union = TypeRef.Named(TypeKind.Union, name);
        return new ResponseModel(
            ResponseKind.Union, responses.Any(r => r.Kind == ResponseKind.None) ? union.AsNullable() : union, accept, responses.ToEquatableArray(), doc);
    }

    private Success BindOne(ApiResponse response, Hint hint)
    {
        if (response.Content.Count == 0 || response.StatusCode is "204" or "205")
        {
            return new Success(response, ResponseKind.None, null, string.Empty);
        }

        ApiMediaType media = response.Content.OrderBy(c => Rank(c)).First();
        string essence = MediaTypes.Essence(media.Name);
        Hint child = hint.Child("Response");
        if (MediaTypes.IsEvents(essence))
        {
            return new Success(response, ResponseKind.Events, BindEvent(media.ItemSchema ?? media.Schema, media.ItemSchema is not null, child), essence);
        }

        // Before 3.2 there was no `itemSchema`, and authors put a line's type into `schema`.
        if (MediaTypes.IsLines(essence))
        {
            return new Success(response, ResponseKind.Lines, _schemas.Bind(media.ItemSchema ?? media.Schema, child.Child("Item")), essence);
        }

        // `*/*` is what springdoc writes for an app that has named no media type. JSON is asked for first, and nothing is
        // excluded (RFC 9110, 12.5.1): the app may have no JSON to give, and would answer 406.
        if (MediaTypes.IsJson(essence) || (MediaTypes.IsAny(essence) && media.Schema is { } any && !Formats.IsBinary(SchemaFacts.Follow(any))))
        {
            return new Success(response, ResponseKind.Json, _schemas.Bind(media.Schema, child), MediaTypes.IsAny(essence) ? "application/json, */*;q=0.8" : essence);
        }

        // A text such as text/csv that the author calls binary is meant to be saved, not read.
        bool isFile = media.Schema is { } schema && Formats.IsBinary(SchemaFacts.Follow(schema));
        return MediaTypes.IsText(essence) && !isFile
            ? new Success(response, ResponseKind.Text, null, essence)
            : new Success(response, ResponseKind.File, null, MediaTypes.IsAny(essence) ? "*/*" : essence);
    }

    // FastAPI describes the envelope of an event: data as text that holds JSON of contentSchema.
    private TypeRef BindEvent(ApiSchema? item, bool isEnvelope, Hint hint)
    {
        if (item is null)
        {
            return TypeRef.Of(TypeKind.String);
        }

        // `itemSchema` is an event with its fields (3.2, "Media Type Object"), and `data` is text in each. What the text holds
        // `contentSchema` says (JSON Schema 2020-12, Validation 8.5). An item without `data` is what `data` holds: so do authors
        // write who know no envelope. A `schema` describes the stream as a whole, of which nothing follows for an event.
        ApiSchema followed = SchemaFacts.Follow(item);
        ApiProperty? data = isEnvelope ? followed.Properties.FirstOrDefault(p => p.Name == "data") : null;
        if (data is null)
        {
            return isEnvelope && SchemaFacts.TypesOf(followed) != ApiType.String ? _schemas.Bind(item, hint.Child("Item")) : TypeRef.Of(TypeKind.String);
        }

        ApiSchema content = SchemaFacts.Follow(data.Schema);
        return content.ContentSchema is { } schema ? _schemas.Bind(schema, hint.Child("Item"))
            : content.ContentMediaType == "application/json" ? TypeRef.Of(TypeKind.Any)
            : TypeRef.Of(TypeKind.String);
    }

    // What has an `itemSchema` is a stream by its author's intent, also where JSON stands beside it. ASP.NET Core lists
    // text/plain first for answers that it writes as JSON.
    private static int Rank(ApiMediaType media)
    {
        string essence = MediaTypes.Essence(media.Name);
        return media.ItemSchema is not null ? 0
            : essence == "application/json" ? 1
            : MediaTypes.IsJson(essence) ? 2
            : MediaTypes.IsEvents(essence) || MediaTypes.IsLines(essence) ? 3
            : MediaTypes.IsText(essence) ? 4
            : 5;
    }

    private sealed record Success(ApiResponse Response, ResponseKind Kind, TypeRef? Type, string MediaType);
}

/// <summary>Reads the keys of <c>responses</c>.</summary>
internal static class StatusRange
{
    /// <summary>Gets the status codes of <c>200</c> or <c>4XX</c>; null for <c>default</c> and anything else.</summary>
    public static (int First, int Last)? Of(string statusCode)
    {
        if (int.TryParse(statusCode, NumberStyles.None, CultureInfo.InvariantCulture, out int code) && code is >= 100 and <= 599)
        {
            return (code, code);
        }

        return statusCode.Length == 3 && statusCode[0] is >= '1' and <= '5' && statusCode.Substring(1).ToUpperInvariant() == "XX"
            ? ((statusCode[0] - '0') * 100, ((statusCode[0] - '0') * 100) + 99)
            : null;
    }
}
