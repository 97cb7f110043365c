using System.ComponentModel;
using System.Text;
using DatabricksApps.Errors;
using DatabricksApps.Http;

namespace DatabricksApps.Generated;

/// <summary>An answer with its body, from which generated code picks by status what it reads.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AppResponse
{
    private readonly AppRequest _request;
    private readonly HttpResponseMessage _message;
    private readonly PooledBuffer _body;

    internal AppResponse(AppRequest request, HttpResponseMessage message, PooledBuffer body)
    {
        _request = request;
        _message = message;
        _body = body;
    }

    /// <summary>Gets the status code.</summary>
    public int StatusCode => (int)_message.StatusCode;

    /// <summary>Reads the body as JSON.</summary>
    /// <exception cref="AppException">The body is not JSON of the type.</exception>
    public T ReadJson<T, TJson>()
        where TJson : IJson<T> => JsonBody.Read<T, TJson>(_request, _message, _body.WrittenSpan) is { } value
            ? value
            : throw JsonFailure.Of(_request, _message, _body.WrittenSpan, 0, JsonFault.NoCase());

    /// <summary>Reads the body as JSON that may be null; an empty one is null.</summary>
    /// <exception cref="AppException">The body is not JSON of the type.</exception>
    public T ReadJsonOrNull<T, TJson>()
        where TJson : IJson<T> => JsonBody.IsEmpty(_body.WrittenSpan) ? default! : JsonBody.Read<T, TJson>(_request, _message, _body.WrittenSpan)!;

    /// <summary>Reads the body as text.</summary>
    public string ReadText() => Encoding.UTF8.GetString(_body.WrittenSpan);

    /// <summary>Makes the exception of a declared error.</summary>
    /// <param name="description">The document's words for it.</param>
    /// <returns>The exception; null: the body is not of the type.</returns>
    public AppException? ReadError<T, TJson>(string? description = null)
        where TJson : IJson<T>
    {
        // As of a success, a text is the string that was promised.
        if (!JsonBody.TryRead<T, TJson>(_body.WrittenSpan, out T? error)
            && !(TextBody.IsString<T, TJson>() && TextBody.Quote(_message, _body.WrittenSpan, mayBeEmpty: false) is { } quoted && JsonBody.TryRead<T, TJson>(quoted, out error)))
        {
            return null;
        }

        string body = Failure.BodyText(_request, _body.WrittenSpan);
        Explanation explanation = StatusExplanation.Explain(_request, _message, body);

        // FastAPI describes its own errors by the status' phrase, which is there already.
        if (description is not null && !explanation.What.Contains(description.TrimEnd('.'), StringComparison.OrdinalIgnoreCase))
        {
            explanation = explanation with { What = $"{explanation.What} [{description}]" };
        }

        return Failure.Of(_request, _message, explanation, body, error!);
    }

    /// <summary>Makes the exception of FastAPI's <c>HTTPValidationError</c>.</summary>
    /// <returns>The exception; null: the body is something else.</returns>
    public AppException? ReadValidationError()
    {
        IReadOnlyList<AppValidationError>? errors = ValidationReader.Read(_body.WrittenSpan, _request.HasBodyFields);
        return errors is null ? null : Failure.Of(_request, _message, errors, Failure.BodyText(_request, _body.WrittenSpan));
    }

    /// <summary>Makes the exception of refused values that were read in another form than FastAPI's.</summary>
    internal AppException Refuse(IReadOnlyList<AppValidationError> errors) =>
        Failure.Of(_request, _message, errors, Failure.BodyText(_request, _body.WrittenSpan));

    /// <summary>Makes the exception of a success that the document does not declare.</summary>
    public AppException UnexpectedStatus() => Failure.Of(
        _request,
        _message,
        new Explanation(
            AppErrorReason.UnexpectedContent,
            $"the app answered {StatusCode}, which the document does not declare",
            "the document is not the one of the app's present version.",
            "Refresh the document from the app."),
        Failure.BodyText(_request, _body.WrittenSpan));

    /// <summary>Makes the exception of an error: the declared one, FastAPI's, or one that explains the status.</summary>
    internal AppException ToException(AppErrorReader? errors)
    {
        AppException? declared = errors?.Invoke(this);
        if (declared is null && StatusCode == 422)
        {
            declared = ReadValidationError();
        }

        return declared ?? Undeclared();
    }

    private AppException Undeclared()
    {
        string body = Failure.BodyText(_request, _body.WrittenSpan);
        return Failure.Of(_request, _message, StatusExplanation.Explain(_request, _message, body), body);
    }
}
