using System;
using System.Collections.Generic;
using System.Linq;

namespace DatabricksApps.Gen.Binding.Shapes;

/// <summary>The words for what a schema is in what holds it.</summary>
internal static class Roles
{
    /// <summary>How much of a pointer names a component, or an operation: <c>/components/schemas/Item</c>.</summary>
    private const int RootSegments = 4;

    /// <summary>Tells whether a word says nothing by itself: what lists, maps, tuples, unions and calls call their parts.</summary>
    public static bool IsPlain(string role) =>
        role is "Value" or "Rest" or "List" or "Map" or "Text" or "Base" or "Response" or "Body" or "Payload" or "Answer"
        || IsNumbered(role, "Item") || IsNumbered(role, "Option") || IsNumbered(role, "Object");

    /// <summary>Gets what a schema means where it stands: its role, and before one that says nothing by itself the last that does.</summary>
    /// <returns>Words such as <c>level</c>, <c>tags/Item</c>; empty if none of them says anything.</returns>
    public static string Meaning(string holder, IReadOnlyList<string> roles)
    {
        string meaning = holder;
        foreach (string role in roles)
        {
            meaning = Meaning(meaning, role);
        }

        return meaning;
    }

    private static string Meaning(string holder, string role)
    {
        if (!IsPlain(role) || holder.Length == 0)
        {
            return IsPlain(role) ? "" : role;
        }

        int end = holder.IndexOf('/');
        return (end < 0 ? holder : holder.Substring(0, end)) + "/" + role;
    }

    /// <summary>Gives each inline shape its meaning, that of a part by what holds it. Nobody asks what a scalar means.</summary>
    public static void Assign(ShapeGraph graph)
    {
        List<Shape> shapes = graph.All.Where(shape => shape.Content is not ScalarContent).ToList();

        // What stands in a schema has a longer pointer than that, and so comes after it.
        shapes.Sort(Shape.CompareByPlace);
        foreach (Shape holder in shapes)
        {
            foreach (ShapeUse part in ShapeContents.Parts(holder.Content))
            {
                if (!part.IsReference && part.Shape is { Meaning.Length: 0, Component: null, Content: not ScalarContent })
                {
                    part.Shape.Meaning = holder.Content is SameContent ? holder.Meaning : Meaning(holder.Meaning, part.Shape.Role);
                }
            }
        }

        // What has no word of its own can mean the same only where it stands.
        foreach (Shape shape in shapes.Where(shape => shape.Meaning.Length == 0 && shape.Role.Length > 0))
        {
            shape.Meaning = string.Join("/", shape.Schema.Pointer.Split('/').Take(RootSegments)) + " " + shape.Role;
        }
    }

    private static bool IsNumbered(string role, string word) =>
        role.StartsWith(word, StringComparison.Ordinal) && role.Skip(word.Length).All(char.IsDigit);
}
