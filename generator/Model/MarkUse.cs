namespace DatabricksApps.Gen.Model;

/// <summary>The uses that a change matters to.</summary>
internal enum MarkUse
{
    /// <summary>Any call, and a method that is handed on.</summary>
    Call,

    /// <summary>A call whose result is used. The part is <c>?</c> if it may be null.</summary>
    Result,

    /// <summary>A call whose answer, beside its result, may be looked at.</summary>
    Answer,

    /// <summary>A call that leaves the parameter out. The part may have what that meant: <c>limit=20</c>.</summary>
    Omitted,

    /// <summary>A call that gives the parameter.</summary>
    Given,

    /// <summary>A call that gives the parameter by its place.</summary>
    Positional,

    /// <summary>A call that gives the options or the token of cancellation by the place of another parameter.</summary>
    Placed,

    /// <summary>A call that gives what is no parameter any more: by its name, or by the place after <c>@</c> or one behind it.</summary>
    Argument,

    /// <summary>A value that may be null, given to the parameter or property.</summary>
    Null,

    /// <summary>A value, given to the parameter or property, that its new bound may refuse.</summary>
    Bound,

    /// <summary>A value, given to the parameter or property, that C# does not convert to its new type.</summary>
    Unfit,

    /// <summary>A <c>catch</c> of the error, around the call.</summary>
    Catch,

    /// <summary>A <c>catch</c> of the error with a filter, around the call.</summary>
    Filter,

    /// <summary>The property is read. The part is <c>?</c> if it may be null.</summary>
    Read,

    /// <summary>The property or result is read and asked for null, which C# refuses of what cannot be null.</summary>
    NullCheck,

    /// <summary>The property is given a value.</summary>
    Write,

    /// <summary>The property is left out where the model is made. The part may have what that meant: <c>Urgent=false</c>.</summary>
    Unset,

    /// <summary>The property is left out, or given a value, where a model that is only received is made, and C# refuses that: in a test.</summary>
    Made,

    /// <summary>A name of the type that is gone, where the compiler alone says that it is.</summary>
    Gone,

    /// <summary>A value of the enum is named.</summary>
    Value,

    /// <summary>A text that becomes the enum.</summary>
    Text,

    /// <summary>Code that goes through the values of the enum or the cases of the union, and has nothing that takes the rest.</summary>
    Cases,

    /// <summary>Code that goes through them, and has something that takes the rest.</summary>
    Rest,

    /// <summary>
    /// What has the place of something that is gone, for the fixes; nothing is told of it. The part is the former name: of a type,
    /// property, value or case alone, of a method after its class (<c>ItemsOperations.ReadItemAsync</c>).
    /// </summary>
    Successor,

    /// <summary>
    /// A method whose arguments went by other places or names, for the fixes; nothing is told of it. The part has the former
    /// parameters in their order, with what each is called now, or nothing if it is gone: <c>q=text, limit=limit, old=</c>.
    /// </summary>
    Order,
}
