using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi.Addresses;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Operations;

/// <summary>Follows references in place of objects that are no schemas: parameters, bodies, responses, path items and the like.</summary>
/// <remarks>
/// What stands beside <c>$ref</c> is left out: anything but a summary or description there "SHALL be ignored" (OpenAPI
/// 3.1, "Reference Object"). Schemas and path items have rules of their own, because there authors mean it. A target is
/// given with the pointer of its own place, so that what is shared is known to be one.
/// </remarks>
internal sealed class ObjectReferences
{
    private readonly References _references;
    private readonly Findings _findings;

    public ObjectReferences(References references, Findings findings)
    {
        _references = references;
        _findings = findings;
    }

    /// <summary>Follows a reference.</summary>
    /// <param name="node">The object or reference.</param>
    /// <param name="pointer">Its pointer.</param>
    /// <param name="effect">What becomes of the place if there is no target.</param>
    public Place? Follow(JsonNode? node, string pointer, string effect) => Follow(node, pointer, effect, way: null);

    /// <summary>Follows a reference, and tells nothing if there is no target: the place is one that a client can do without.</summary>
    /// <param name="node">The object or reference.</param>
    /// <param name="pointer">Its pointer.</param>
    public Place? Find(JsonNode? node, string pointer)
    {
        Place? place = node is JsonObject members ? new Place(members, pointer) : null;
        for (int i = 0; i < DocumentLimits.References && place is { Node: var holder }; i++)
        {
            if (holder.Get("$ref").AsText() is not { } reference)
            {
                return place;
            }

            place = _references.Resolve(holder, reference, out _) is { Node: JsonObject next } target ? new Place(next, target.Pointer) : null;
        }

        return null;
    }

    /// <summary>Follows a reference, and notes what lies on the way.</summary>
    /// <param name="node">The object or reference.</param>
    /// <param name="pointer">Its pointer.</param>
    /// <param name="effect">What becomes of the place if there is no target.</param>
    /// <param name="way">Takes the objects on the way, the last of which is the target, if there is one.</param>
    public Place? Follow(JsonNode? node, string pointer, string effect, Stack<Place>? way)
    {
        for (int i = 0; i < DocumentLimits.References; i++)
        {
            if (node is not JsonObject members)
            {
                _findings.Repaired(pointer, $"an object is due here, not {node.KindName()}; {effect}");
                return null;
            }

            if (way?.Any(place => place.Node == members) == true)
            {
                break;
            }

            way?.Push(new Place(members, pointer));
            if (members.Get("$ref").AsText() is not { } reference)
            {
                if (members.Get("$ref") is { } odd)
                {
                    _findings.Repaired(JsonPointer.Append(pointer, "$ref"), $"'$ref' is a string, not {odd.KindName()}; it is ignored");
                }

                return new Place(members, pointer);
            }

            if (_references.Resolve(members, reference, out MessageText error) is not { } target)
            {
                _findings.DanglingReference(JsonPointer.Append(pointer, "$ref"), $"{error}; {effect}");
                return null;
            }

            (node, pointer) = target;
        }

        _findings.DanglingReference(pointer, $"the reference leads from reference to reference without end; {effect}");
        return null;
    }
}
