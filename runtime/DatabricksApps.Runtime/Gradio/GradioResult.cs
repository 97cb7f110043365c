using System.ComponentModel;
using System.Text.Json;
using DatabricksApps.Errors;
using DatabricksApps.Generated;
using DatabricksApps.Gradio;

namespace DatabricksApps;

/// <summary>The base of the results of Gradio endpoints with several outputs.</summary>
/// <remarks>
/// An output that is not of its type costs the others nothing: it is kept as it came, written again as it came, and reading
/// its property throws the <see cref="GradioOutputException"/> that has it.
/// </remarks>
public abstract class GradioResult : JsonModel
{
    private Dictionary<int, GradioOutputException>? _misfits;

    /// <summary>Initializes a result without assigned members.</summary>
    protected GradioResult()
    {
    }

    /// <summary>Initializes a copy.</summary>
    /// <param name="original">The result to copy.</param>
    protected GradioResult(GradioResult original)
        : base(original) => _misfits = original?._misfits is { } misfits ? new(misfits) : null;

    /// <summary>Gets the outputs that are not of their types, as they came; empty: all are.</summary>
    public IReadOnlyList<GradioOutputException> Misfits => _misfits is null ? [] : [.. _misfits.OrderBy(misfit => misfit.Key).Select(misfit => misfit.Value)];

    /// <summary>Reads an output.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void ReadOutput(int member, ref Utf8JsonReader reader);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected sealed override void ReadMember(int member, ref Utf8JsonReader reader)
    {
        Utf8JsonReader start = reader;
        try
        {
            ReadOutput(member, ref reader);
        }
        catch (Exception exception) when (GradioScope.Current?.Run is not null && JsonFailure.IsMisfit(exception))
        {
            reader = start;
            (_misfits ??= [])[member] = GradioScope.Current.Run.Misfit(member, AnyJson.Read(ref reader), exception);
        }
    }

    /// <summary>Gives an output that is of its type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected T GetOutput<T>(int member, T value) => _misfits is null || !_misfits.TryGetValue(member, out GradioOutputException? misfit) ? value : throw misfit;

    /// <summary>Notes that an output is of its type from now on.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected T SetOutput<T>(int member, T value)
    {
        _misfits?.Remove(member);
        return value;
    }

    /// <summary>Writes an output, one that is not of its type as it came.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void WriteOutput<T, TJson>(ref JsonMemberWriter writer, int member, T value)
        where TJson : IJson<T>
    {
        if (_misfits is not null && _misfits.TryGetValue(member, out GradioOutputException? misfit))
        {
            writer.Write<JsonElement, AnyJson>(misfit.Value);
        }
        else
        {
            writer.Write<T, TJson>(value);
        }
    }
}
