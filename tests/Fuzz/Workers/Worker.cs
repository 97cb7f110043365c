using System.Collections.Concurrent;
using System.Diagnostics;

namespace DatabricksApps.Fuzz.Workers;

/// <summary>
/// Runs cases in a process of its own, because a case may end it (by overflowing its stack, or by taking all memory) or
/// not end at all; the next case then gets another process.
/// </summary>
internal sealed class Worker : IDisposable
{
    // Real documents are compiled with a tenth of it.
    private const string MostMemory = "C0000000";

    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<string> _errors = new();
    private Process? _process;

    /// <summary>Runs cases.</summary>
    /// <returns>What is wrong with each.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<Failure>>> RunAsync(IReadOnlyList<FuzzCase> cases)
    {
        List<IReadOnlyList<Failure>> results = [];
        int most = cases.Count;
        while (results.Count < cases.Count)
        {
            FuzzCase[] batch = [.. cases.Skip(results.Count).Take(most)];
            Process process = await SendAsync(Messages.Write(batch));
            if (await ReadAsync(process, batch.Length, results))
            {
                continue;
            }

            string error = await EndAsync(process);
            if (batch.Length == 1 && results.Count < cases.Count)
            {
                results.Add([new Failure($"process ended: {FirstLine(error)}", error)]);
            }

            // Which of the batch it was shows one by one.
            most = 1;
        }

        return results;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_process is not null)
        {
            _process.Kill();
            _process.Dispose();
        }
    }

    // A process that has answered may have ended since: one that tells of a hanging case does.
    private async Task<Process> SendAsync(string message)
    {
        Process process = Start();
        try
        {
            await WriteAsync(process, message);
        }
        catch (IOException)
        {
            await EndAsync(process);
            process = Start();
            await WriteAsync(process, message);
        }

        return process;
    }

    private static async Task WriteAsync(Process process, string message)
    {
        await process.StandardInput.WriteLineAsync(message);
        await process.StandardInput.FlushAsync();
    }

    private async Task<bool> ReadAsync(Process process, int count, List<IReadOnlyList<Failure>> results)
    {
        for (int i = 0; i < count; i++)
        {
            using CancellationTokenSource limit = new(Messages.CaseLimit + s_grace);
            try
            {
                if (await process.StandardOutput.ReadLineAsync(limit.Token) is not { } line)
                {
                    return false;
                }

                results.Add(Messages.Read<Failure[]>(line));
            }
            catch (OperationCanceledException)
            {
                _errors.Enqueue("no answer, not even that there is none");
                return false;
            }
        }

        return true;
    }

    private async Task<string> EndAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        _process = null;
        string error = string.Join('\n', _errors.Take(30));
        _errors.Clear();
        return error.Length > 0 ? error : "without a word";
    }

    private Process Start()
    {
        if (_process is not null)
        {
            return _process;
        }

        string program = Environment.ProcessPath!;
        ProcessStartInfo start = new(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Worker).Assembly.Location);
        }

        start.ArgumentList.Add(Messages.WorkerArgument);
        start.Environment["DOTNET_GCHeapHardLimit"] = MostMemory;
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        _process.BeginErrorReadLine();
        return _process;
    }

    private static string FirstLine(string text) => text.Split('\n')[0].Trim();
}
