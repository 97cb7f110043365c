using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Binding.Shapes;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Sameness;

/// <summary>Tells whether the successes that a method reads are of one type.</summary>
internal enum AnswerTypes
{
    /// <summary>No success has content.</summary>
    None,

    /// <summary>All that have content are of one type.</summary>
    One,

    /// <summary>They are of several types, which one result holds.</summary>
    Several,

    /// <summary>They are of different kinds, which nothing holds: a stream or a file is read while the answer is still coming in.</summary>
    Different,
}

/// <summary>Decides <see cref="AnswerTypes"/>.</summary>
internal static class AnswerTypesOf
{
    public static AnswerTypes All(IReadOnlyList<AnswerChoice> answers, NamedTypes types)
    {
        List<AnswerChoice> withBody = answers.Where(answer => answer.Kind != ResponseKind.None).ToList();
        if (withBody.Count == 0)
        {
            return AnswerTypes.None;
        }

        if (withBody.All(answer => answer.Kind == withBody[0].Kind && IsSame(answer, withBody[0], types)))
        {
            return AnswerTypes.One;
        }

        return withBody.All(answer => answer.Kind is ResponseKind.Json or ResponseKind.Text) ? AnswerTypes.Several : AnswerTypes.Different;
    }

    /// <summary>Tells whether the data of events has a type by the kind of event.</summary>
    public static bool DependOnEvent(IReadOnlyList<AnswerChoice> answers, NamedTypes types) => answers
        .Where(answer => answer.Kind == ResponseKind.Events)
        .Take(1)
        .Any(answer => answer.Events.Any(one => !IsSame(one.Schema, one.Scalar, answer.Events[0].Schema, answer.Events[0].Scalar, types)));

    private static bool IsSame(AnswerChoice a, AnswerChoice b, NamedTypes types) => IsSame(a.Schema, a.Scalar, b.Schema, b.Scalar, types);

    private static bool IsSame(ApiSchema? a, TypeKind? scalarOfA, ApiSchema? b, TypeKind? scalarOfB, NamedTypes types)
    {
        if (a is null || b is null)
        {
            return a is null && b is null && scalarOfA == scalarOfB;
        }

        // Where one may be null, the method's result may.
        return types.IsSame(types.Resolve(types.Graph.Find(a, Direction.Received)), types.Resolve(types.Graph.Find(b, Direction.Received)));
    }
}
