namespace DatabricksApps.Auth;

/// <summary>Where the value of an attribute comes from; what comes first wins.</summary>
internal enum AuthSource
{
    /// <summary>The options, set in code or bound from the program's configuration.</summary>
    Options,

    /// <summary>An environment variable.</summary>
    Environment,

    /// <summary>A profile of the configuration file, <c>~/.databrickscfg</c>.</summary>
    Profile,
}
