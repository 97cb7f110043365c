using System;
using System.IO;
using System.Linq;
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

    /// <summary>Gets or sets the documents, each with the file to write as <c>UsageFile</c>.</summary>
    [Required]
    public ITaskItem[] Documents { get; set; } = [];

    /// <inheritdoc/>
    public bool Execute()
    {
        try
        {
            AssemblyUsage usage = AssemblyUsage.Read(Assembly);
            foreach ((ITaskItem document, ClientUsage? client) in DocumentClients.Match(Documents, usage.Clients))
            {
                string file = document.GetMetadata("UsageFile");
                if (client is null)
                {
                    // An old answer would pass for one about this build.
                    File.Delete(file);
                    Say($"DatabricksApps.Gen: the client of {document.ItemSpec} was not found in {Assembly}; what is used of it is not known.");
                }
                else
                {
                    File.WriteAllText(file, UsageFile.Write(document, client, usage));
                }
            }
        }
        catch (Exception exception)
        {
            foreach (string file in Documents.Select(document => document.GetMetadata("UsageFile")))
            {
                TryDelete(file);
            }

            Say($"DatabricksApps.Gen: what the code uses of its clients is not known: {exception.Message}");
        }

        return true;
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Whoever reads it says that the project has to be built.
        }
    }

    private void Say(string text) => BuildEngine.LogMessageEvent(new BuildMessageEventArgs(text, null, nameof(WriteUsage), MessageImportance.Low));
}
