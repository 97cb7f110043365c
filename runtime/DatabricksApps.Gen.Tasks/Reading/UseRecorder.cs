using System;
using System.Collections.Generic;
using System.Reflection.Metadata;

namespace DatabricksApps.Gen.Tasks.Reading;

/// <summary>Says what a use of a generated member is: a call, a read, a write, a value, a case, or of the whole type.</summary>
internal sealed class UseRecorder(Func<MethodDefinitionHandle, Member?> caseOf)
{
    private const string Getter = "get_", Setter = "set_", Make = "From", Take = "TryGet";

    public void Call(Member member, IReadOnlyList<GeneratedType[]?> given)
    {
        if (member.Generated is not null)
        {
            Refer(member);
        }
        else if (member.IsOwn)
        {
            OutsideCode.CallOwn(member, given);
        }
        else
        {
            OutsideCode.Call(member, given);
        }
    }

    /// <summary>Records a member that is named, whether or not it is called at once.</summary>
    public void Refer(Member member)
    {
        if (member.Definition.IsNil && !member.IsPublic)
        {
            // A field of a generated type, in its own accessor.
            return;
        }

        switch (member.Generated)
        {
            case { Kind: GeneratedKind.Operations, Client: not null } type: Operation(type, member); break;
            case { Kind: GeneratedKind.Model } type: OfModel(type, member); break;
            case { Kind: GeneratedKind.Choice } type: OfChoice(type, member); break;
        }
    }

    private static void Operation(GeneratedType type, Member member)
    {
        if (member.Name.EndsWith("Async", StringComparison.Ordinal))
        {
            type.Client!.Calls.Add(type.Group.Length == 0 ? member.Name : $"{type.Group}.{member.Name}");
        }
    }

    private static void OfModel(GeneratedType type, Member member)
    {
        if (Behind(member.Name, Getter) is { } read)
        {
            type.Names.Reads.Add($"{type.Name}.{read}");
        }
        else if (Behind(member.Name, Setter) is { } set)
        {
            type.Names.Sets.Add($"{type.Name}.{set}");
        }
        else if (member.Name == ".ctor" && member.Parameters.IsEmpty)
        {
            type.Names.Sets.Add(type.Name);
        }
        else
        {
            // A copy has all members, a comparison reads them.
            type.Names.Whole.Add(type.Name);
        }
    }

    private void OfChoice(GeneratedType type, Member member)
    {
        string name = member.Name;
        if (member.Definition.IsNil)
        {
            // A value of an enum is a field.
            type.Names.Uses.Add($"{type.Name}.{name}");
        }
        else if (name is Take + "Unknown" or "op_Equality" or "op_Inequality" or "Equals")
        {
            // What it is compared with is named beside it.
            type.Names.Uses.Add(type.Name);
        }
        else if (Behind(name, Take) is { } taken && taken != "Value")
        {
            type.Names.Uses.Add($"{type.Name}.{taken}");
        }
        else if (Behind(name, Make) is { } made)
        {
            type.Names.Uses.Add($"{type.Name}.{made}");
        }
        else if (caseOf(member.Definition) is { } same)
        {
            // Constructors, conversions and TryGetValue of a case are made of the methods that have its name.
            OfChoice(type, same);
        }
        else
        {
            if (Behind(name, Getter) is { } read)
            {
                type.Names.Reads.Add($"{type.Name}.{read}");
            }

            // A switch over its kind, or a text that is a value of it: which values are meant is not seen.
            if (name is not "get_JsonMembers")
            {
                type.Names.Whole.Add(type.Name);
            }
        }
    }

    private static string? Behind(string name, string start) =>
        name.Length > start.Length && name.StartsWith(start, StringComparison.Ordinal) ? name.Substring(start.Length) : null;
}
