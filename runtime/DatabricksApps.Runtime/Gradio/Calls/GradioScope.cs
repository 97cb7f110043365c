using DatabricksApps.Generated;

namespace DatabricksApps.Gradio;

/// <summary>Which app is called by what is read or written on this thread just now: its files, its outputs.</summary>
/// <remarks>JSON is read and written by static code without arguments of ours, and never across an await.</remarks>
internal sealed class GradioScope : IDisposable
{
    [ThreadStatic]
    private static GradioScope? t_current;

    private readonly GradioScope? _outer;
    private readonly IReadOnlyDictionary<AppFile, string>? _paths;
    private readonly List<AppFile> _missing = [];

    private GradioScope(GradioServer server, GradioConfig config, IReadOnlyDictionary<AppFile, string>? paths, GradioRun? run)
    {
        Run = run;
        Server = server;
        Config = config;
        _paths = paths;
        _outer = t_current;
    }

    /// <summary>Gets the scope of this thread; null: no app is being called.</summary>
    public static GradioScope? Current => t_current;

    /// <summary>Gets the call whose outputs are read; null: none.</summary>
    public GradioRun? Run { get; }

    public GradioServer Server { get; }

    public GradioConfig Config { get; }

    /// <summary>Gets the files that were to be written and are not on the server yet, each once.</summary>
    public IReadOnlyList<AppFile> Missing => _missing;

    public static GradioScope Begin(
        GradioServer server, GradioConfig config, IReadOnlyDictionary<AppFile, string>? paths = null, GradioRun? run = null) =>
        t_current = new GradioScope(server, config, paths, run);

    /// <summary>Gets where an uploaded file is on the server; null: it has to be uploaded first.</summary>
    public string? PathOf(AppFile file)
    {
        if (_paths is not null && _paths.TryGetValue(file, out string? path))
        {
            return path;
        }

        if (!_missing.Contains(file))
        {
            _missing.Add(file);
        }

        return null;
    }

    public void Dispose() => t_current = _outer;
}
