using System.ComponentModel;

namespace DatabricksApps.Generated;

/// <summary>Makes the exception of an error that the document declares.</summary>
/// <param name="response">The answer.</param>
/// <returns>The exception; null: the document declares nothing for the answer, or its body is something else.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate AppException? AppErrorReader(AppResponse response);
