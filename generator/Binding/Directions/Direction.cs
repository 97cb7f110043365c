namespace DatabricksApps.Gen.Binding.Directions;

/// <summary>Which way a value goes, which <c>readOnly</c> and <c>writeOnly</c> ask.</summary>
internal enum Direction
{
    /// <summary>From the app, or nowhere: the model that has the component's name.</summary>
    Received,

    /// <summary>To the app.</summary>
    Sent,
}
