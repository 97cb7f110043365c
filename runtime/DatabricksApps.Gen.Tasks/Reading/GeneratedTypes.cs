using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;

namespace DatabricksApps.Gen.Tasks.Reading;

/// <summary>Finds the types that were generated, by the mark that the generator puts on each.</summary>
internal sealed class GeneratedTypes
{
    private const string Mark = "DatabricksApps.Gen";

    private readonly MetadataReader _reader;
    private readonly Dictionary<TypeDefinitionHandle, GeneratedType> _types = new();
    private readonly Dictionary<string, NamesUsed> _names = new(StringComparer.Ordinal);

    private GeneratedTypes(MetadataReader reader) => _reader = reader;

    public List<ClientUsage> Clients { get; } = new();

    public static GeneratedTypes Find(MetadataReader reader)
    {
        GeneratedTypes found = new(reader);
        foreach (CustomAttributeHandle handle in reader.CustomAttributes)
        {
            CustomAttribute attribute = reader.GetCustomAttribute(handle);
            if (attribute.Parent.Kind == HandleKind.TypeDefinition && found.IsMark(attribute))
            {
                found.Add((TypeDefinitionHandle)attribute.Parent);
            }
        }

        found.FindGroups();
        return found;
    }

    public bool IsEmpty => _types.Count == 0;

    /// <summary>Gets the generated type that a type is, or is nested in; null: it is none.</summary>
    public GeneratedType? Of(TypeDefinitionHandle handle) => Of(handle, out _);

    /// <inheritdoc cref="Of(TypeDefinitionHandle)"/>
    public GeneratedType? Of(TypeDefinitionHandle handle, out bool isNested)
    {
        isNested = false;
        while (!handle.IsNil)
        {
            if (_types.TryGetValue(handle, out GeneratedType? type))
            {
                return type;
            }

            isNested = true;
            handle = _reader.GetTypeDefinition(handle).GetDeclaringType();
        }

        return null;
    }

    private bool IsMark(CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference
            || _reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is not { Kind: HandleKind.TypeReference } parent
            || !_reader.StringComparer.Equals(_reader.GetTypeReference((TypeReferenceHandle)parent).Name, "GeneratedCodeAttribute"))
        {
            return false;
        }

        BlobReader value = _reader.GetBlobReader(attribute.Value);
        return value.ReadUInt16() == 1 && value.ReadSerializedString() == Mark;
    }

    private void Add(TypeDefinitionHandle handle)
    {
        TypeDefinition type = _reader.GetTypeDefinition(handle);
        string space = _reader.GetString(type.Namespace), name = _reader.GetString(type.Name);
        if (!_names.TryGetValue(space, out NamesUsed? names))
        {
            _names.Add(space, names = new NamesUsed());
        }

        bool isStatic = (type.Attributes & (TypeAttributes.Abstract | TypeAttributes.Sealed)) == (TypeAttributes.Abstract | TypeAttributes.Sealed);
        GeneratedType found = new(
            isStatic || type.IsNested ? GeneratedKind.Other
                : type.GetFields().Any(field => _reader.StringComparer.Equals(_reader.GetFieldDefinition(field).Name, "_app")) ? GeneratedKind.Operations
                : IsStruct(type) ? GeneratedKind.Choice
                : GeneratedKind.Model,
            name,
            names);
        _types.Add(handle, found);

        // Of operations, only a client is disposed.
        if (found.Kind == GeneratedKind.Operations && type.GetInterfaceImplementations().Count > 0)
        {
            found.Client = new ClientUsage(name, space, (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public, names);
            Clients.Add(found.Client);
        }
    }

    private void FindGroups()
    {
        foreach (KeyValuePair<TypeDefinitionHandle, GeneratedType> client in _types.Where(type => type.Value.Client is not null).ToList())
        {
            foreach (PropertyDefinitionHandle handle in _reader.GetTypeDefinition(client.Key).GetProperties())
            {
                PropertyDefinition property = _reader.GetPropertyDefinition(handle);
                BlobReader signature = _reader.GetBlobReader(property.Signature);
                signature.ReadSignatureHeader();
                signature.ReadCompressedInteger();
                if (signature.ReadSignatureTypeCode() == SignatureTypeCode.TypeHandle
                    && signature.ReadTypeHandle() is { Kind: HandleKind.TypeDefinition } type
                    && _types.TryGetValue((TypeDefinitionHandle)type, out GeneratedType? group)
                    && group is { Kind: GeneratedKind.Operations, Client: null })
                {
                    group.Client = client.Value.Client;
                    group.Group = _reader.GetString(property.Name);
                }
            }
        }
    }

    private bool IsStruct(TypeDefinition type) =>
        type.BaseType.Kind == HandleKind.TypeReference
        && _reader.StringComparer.Equals(_reader.GetTypeReference((TypeReferenceHandle)type.BaseType).Name, "ValueType");
}
