using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Binding.Shapes;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Binding.Sameness;

/// <summary>Tells whether the successes of a call are of one type.</summary>
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
    public static AnswerTypes Call(CallChoice call, NamedTypes types)
    {
        List<AnswerChoice> withBody = call.Answers.Where(answer => answer.Kind != ResponseKind.None).ToList();
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

    private static bool IsSame(AnswerChoice a, AnswerChoice b, NamedTypes types)
    {
        if (a.Schema is null || b.Schema is null)
        {
            return a.Schema is null && b.Schema is null && a.Scalar == b.Scalar;
        }

        ShapeUse first = types.Resolve(types.Graph.Use(a.Schema, Direction.Received));
        ShapeUse second = types.Resolve(types.Graph.Use(b.Schema, Direction.Received));
        return types.IsSame(first, second) && first.IsNullable == second.IsNullable;
    }
}
