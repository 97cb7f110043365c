using System.Buffers;

namespace DatabricksApps.Http;

/// <summary>Which characters go on the wire as they are.</summary>
internal enum Escaping
{
    /// <summary>All of them: header values.</summary>
    None,

    /// <summary>The unreserved ones of RFC 3986 §2.3.</summary>
    Value,

    /// <summary>
    /// Also the reserved ones that a query may hold (RFC 3986 §3.4), save <c>&amp;</c> and <c>+</c>, which would split
    /// the value or be read as a blank, and what is percent-encoded already (RFC 6570 §3.2.3): <c>allowReserved</c> in a query.
    /// </summary>
    ReservedInQuery,

    /// <summary>
    /// Also the reserved ones that a path may hold (RFC 3986 §3.3), slashes among them, and what is percent-encoded
    /// already: <c>allowReserved</c> in a path.
    /// </summary>
    ReservedInPath,

    /// <summary><c>application/x-www-form-urlencoded</c> as the WHATWG URL standard §5 spells it: a blank is <c>+</c>.</summary>
    Form,

    /// <summary>The octets that a cookie's value may hold (RFC 6265 §4.1.1); few servers decode what is escaped.</summary>
    Cookie,

    /// <summary>As <see cref="ReservedInPath"/>, but a percent sign is the value's own: Starlette's <c>{file_path:path}</c>.</summary>
    Segments,
}

/// <summary>The characters of each <see cref="Escaping"/>.</summary>
internal static class EscapingSets
{
    private const string AlphaNumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string Unreserved = AlphaNumeric + "-._~";

    private static readonly SearchValues<char> s_value = SearchValues.Create(Unreserved);
    private static readonly SearchValues<char> s_query = SearchValues.Create(Unreserved + ":/?@!$'()*,;=");
    private static readonly SearchValues<char> s_path = SearchValues.Create(Unreserved + "/:@!$&'()*+,;=");
    private static readonly SearchValues<char> s_form = SearchValues.Create(AlphaNumeric + "-._*");
    private static readonly SearchValues<char> s_cookie = SearchValues.Create(Unreserved + "!#$%&'()*+/:<=>?@[]^`{|}");

    /// <summary>Tells whether text that is percent-encoded already goes as it is.</summary>
    public static bool KeepsTriplets(Escaping escaping) => escaping is Escaping.ReservedInQuery or Escaping.ReservedInPath;

    public static SearchValues<char> Kept(Escaping escaping) => escaping switch
    {
        Escaping.ReservedInQuery => s_query,
        Escaping.ReservedInPath or Escaping.Segments => s_path,
        Escaping.Form => s_form,
        Escaping.Cookie => s_cookie,
        _ => s_value,
    };
}
