using System;
using System.IO;
using DatabricksApps.Gen.Tasks.Reading;
using Microsoft.Build.Framework;

namespace DatabricksApps.Gen.Tasks;

/// <summary>
/// Writes for each document of a project what the project's code uses of its client. It runs after the compiler and never fails
/// a build: what is not known counts as used.
/// </summary>
public sealed class WriteUsage : ITask
{
    /// <summary>Gets or sets the build that runs this.</summary>
    public IBuildEngine BuildEngine { get; set; } = null!;

    /// <summary>Gets or sets what hosts the task.</summary>
    public ITaskHost HostObject { get; set; } = null!;

    /// <summary>Gets or sets the assembly that was compiled.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>Gets or sets the documents, each with the files to write as <c>UsageFile</c> and <c>ContractFile</c>.</summary>
    [Required]
    public ITaskItem[] Documents { get; set; } = [];

    /// <summary>Gets or sets whether the program may compare the documents with those that are served, and needs files for that.</summary>
    public bool WritesContracts { get; set; }

    /// <summary>Gets or sets what the project does not want to be told.</summary>
    public string NoWarn { get; set; } = "";

    /// <inheritdoc/>
    public bool Execute()
    {
        try
        {
            AssemblyUsage usage = AssemblyUsage.Read(Assembly);
            foreach ((ITaskItem document, ClientUsage? client) in DocumentClients.Match(Documents, usage.Clients))
            {
                if (client is null)
                {
                    // An old answer would pass for one about this build.
                    Delete(document);
                    Say($"DatabricksApps.Gen: the client of {document.ItemSpec} was not found in {Assembly}; what is used of it is not known.");
                }
                else
                {
                    Write(document, client, usage);
                }
            }
        }
        catch (Exception exception)
        {
            foreach (ITaskItem document in Documents)
            {
                TryDelete(document);
            }

            Say($"DatabricksApps.Gen: what the code uses of its clients is not known: {exception.Message}");
        }

        return true;
    }

    private void Write(ITaskItem document, ClientUsage client, AssemblyUsage usage)
    {
        string accepted = Path.ChangeExtension(document.GetMetadata("FullPath"), ".lock");
        string[]? lines = File.Exists(accepted) ? File.ReadAllLines(accepted) : null;
        File.WriteAllText(document.GetMetadata("UsageFile"), UsageFile.Write(document, lines ?? [], client, usage));

        // What a Gradio app serves is no OpenAPI.
        string contract = document.GetMetadata("ContractFile");
        if (WritesContracts && lines is not null && !document.ItemSpec.EndsWith(".gradio.json", StringComparison.OrdinalIgnoreCase))
        {
            File.WriteAllText(contract, ContractText.Write(document, lines, client, usage));
        }
        else
        {
            File.Delete(contract);
        }

        if (lines is not null && MissingScopes.Of(document, lines, client) is { } missing && NoWarn.IndexOf(MissingScopes.Id, StringComparison.OrdinalIgnoreCase) < 0)
        {
            Tell(document.GetMetadata("FullPath"), missing);
        }
    }

    private static void Delete(ITaskItem document)
    {
        File.Delete(document.GetMetadata("UsageFile"));
        File.Delete(document.GetMetadata("ContractFile"));
    }

    private static void TryDelete(ITaskItem document)
    {
        try
        {
            Delete(document);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Whoever reads it says that the project has to be built.
        }
    }

    private void Say(string text) => BuildEngine.LogMessageEvent(new BuildMessageEventArgs(text, null, nameof(WriteUsage), MessageImportance.Low));

    // As the compiler tells information, but so that it shows.
    private void Tell(string file, string text) => BuildEngine.LogMessageEvent(
        new BuildMessageEventArgs(null, MissingScopes.Id, file, 0, 0, 0, 0, text, null, nameof(WriteUsage), MessageImportance.High));
}
