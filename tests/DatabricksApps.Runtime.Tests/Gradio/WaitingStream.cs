using System.Text;

namespace DatabricksApps.Tests.Gradio;

/// <summary>A stream that says nothing before a text is there.</summary>
internal sealed class WaitingStream(Task<string> text) : ForwardOnly
{
    private bool _isRead;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_isRead)
        {
            return 0;
        }

        _isRead = true;
        return Encoding.UTF8.GetBytes(await text.WaitAsync(cancellationToken), buffer.Span);
    }
}
