using System.Collections.Generic;
using System.Linq;

namespace DatabricksApps.Gen.Contract.Differences;

/// <summary>Compares the further methods of a call, each of which reads another kind of its answers.</summary>
internal static class MethodChanges
{
    public static IEnumerable<Change> Of(IReadOnlyList<Fact> was, IReadOnlyList<Fact> now, string owner)
    {
        Pairs methods = Pairs.Of(was, now);
        foreach (Fact gone in methods.Gone)
        {
            yield return new Change("method.removed", gone, null, $"{owner} gives no {AnswerKinds.Spell(gone.Part, "")} any more");
        }

        // A method for all pages comes with the generator: it is the parameters that an app adds.
        foreach (Fact added in methods.Added.Where(added => added.Part != AnswerKinds.Pages))
        {
            yield return new Change("method.added", null, added, $"{owner} can give {AnswerKinds.Spell(added.Part)} too now");
        }

        foreach ((Fact before, Fact after) in methods.Same)
        {
            foreach (Change change in AnswerChanges.Success(before, after, after.Subject))
            {
                yield return change;
            }

            if (before.Name != after.Name)
            {
                yield return new Change("name.changed", before, after, $"{after.Subject} is read by {after.Name} now, was {before.Name}");
            }
        }
    }
}
