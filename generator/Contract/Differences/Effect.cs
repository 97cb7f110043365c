namespace DatabricksApps.Gen.Contract.Differences;

/// <summary>What a change means for code that was right before it, the least first.</summary>
internal enum Effect
{
    /// <summary>Nothing: more is promised, or less is demanded.</summary>
    None,

    /// <summary>Something to know: code goes on as it is.</summary>
    Note,

    /// <summary>Only the wire moved: code is right once it is built anew, and what is deployed is broken.</summary>
    Wire,

    /// <summary>Code compiles and means something else, or its call is refused or misread.</summary>
    Meaning,

    /// <summary>Code that uses it no longer compiles.</summary>
    Compile,
}
