using Microsoft.AspNetCore.Http;

namespace LocalInventory;

/// <summary>An answer other than success, thrown where it is found.</summary>
internal sealed class Problem : Exception
{
    private Problem(int status, object body)
    {
        Status = status;
        Body = body;
    }

    public int Status { get; }

    public object Body { get; }

    public static Problem NotFound(string what, object id) =>
        new(StatusCodes.Status404NotFound, new NotFound(what, id.ToString()!));

    public static Problem NameTaken(string name, long existingId) =>
        new(StatusCodes.Status409Conflict, new NameTaken(name, existingId));

    /// <summary>FastAPI's answer to values that its models refuse.</summary>
    public static Problem Invalid(IReadOnlyList<InvalidValue> detail) =>
        new(StatusCodes.Status422UnprocessableEntity, new { Detail = detail });

    /// <summary>Writes the answer of a problem thrown further down.</summary>
    public static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Problem problem)
        {
            context.Response.StatusCode = problem.Status;
            await context.Response.WriteAsJsonAsync(problem.Body, problem.Body.GetType());
        }
    }
}

/// <summary>One error of a 422, in FastAPI's words.</summary>
internal sealed record InvalidValue(object[] Loc, string Msg, string Type);
