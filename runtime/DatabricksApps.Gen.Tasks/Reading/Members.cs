using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace DatabricksApps.Gen.Tasks.Reading;

/// <summary>Finds what a token of code refers to, once each.</summary>
internal sealed class Members(MetadataReader reader, GeneratedTypes generated, SignatureTypes types)
{
    private readonly Dictionary<int, Member?> _known = new();

    /// <summary>Gets the method or field of a token; null: it is neither.</summary>
    public Member? Of(int token)
    {
        if (!_known.TryGetValue(token, out Member? member))
        {
            EntityHandle handle = MetadataTokens.EntityHandle(token);
            _known.Add(token, member = handle.Kind switch
            {
                HandleKind.MethodDefinition => OfDefinition((MethodDefinitionHandle)handle, ImmutableArray<GeneratedType[]?>.Empty),
                HandleKind.FieldDefinition => OfField((FieldDefinitionHandle)handle),
                HandleKind.MemberReference => OfReference((MemberReferenceHandle)handle, ImmutableArray<GeneratedType[]?>.Empty),
                HandleKind.MethodSpecification => OfSpecification((MethodSpecificationHandle)handle),
                _ => null,
            });
        }

        return member;
    }

    private Member? OfSpecification(MethodSpecificationHandle handle)
    {
        MethodSpecification method = reader.GetMethodSpecification(handle);
        ImmutableArray<GeneratedType[]?> arguments = method.DecodeSignature(types, TypeArguments.None);
        return method.Method.Kind switch
        {
            HandleKind.MethodDefinition => OfDefinition((MethodDefinitionHandle)method.Method, arguments),
            HandleKind.MemberReference => OfReference((MemberReferenceHandle)method.Method, arguments),
            _ => null,
        };
    }

    private Member OfDefinition(MethodDefinitionHandle handle, ImmutableArray<GeneratedType[]?> arguments)
    {
        MethodDefinition method = reader.GetMethodDefinition(handle);
        TypeDefinitionHandle owner = method.GetDeclaringType();
        TypeDefinition type = reader.GetTypeDefinition(owner);
        TypeArguments given = new(ImmutableArray<GeneratedType[]?>.Empty, arguments);
        MethodSignature<GeneratedType[]?> signature = method.DecodeSignature(types, given);
        GeneratedType? known = generated.Of(owner, out bool isNested);
        return new Member
        {
            Namespace = reader.GetString(type.Namespace),
            Type = reader.GetString(type.Name),
            Name = reader.GetString(method.Name),
            IsOwn = true,
            Generated = isNested ? null : known,
            Definition = handle,
            TypeMention = types.Of(owner),
            Arguments = given,
            IsInstance = signature.Header.IsInstance,
            IsPublic = (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public,
            IsVoid = IsVoid(method.Signature),
            Parameters = signature.ParameterTypes,
            Result = signature.ReturnType,
        };
    }

    private Member OfField(FieldDefinitionHandle handle)
    {
        FieldDefinition field = reader.GetFieldDefinition(handle);
        GeneratedType? known = generated.Of(field.GetDeclaringType(), out bool isNested);
        return new Member
        {
            Name = reader.GetString(field.Name),
            IsOwn = true,
            Generated = isNested ? null : known,
            IsPublic = (field.Attributes & FieldAttributes.FieldAccessMask) == FieldAttributes.Public,
            IsInstance = (field.Attributes & FieldAttributes.Static) == 0,
            Result = field.DecodeSignature(types, TypeArguments.None),
        };
    }

    private Member OfReference(MemberReferenceHandle handle, ImmutableArray<GeneratedType[]?> arguments)
    {
        MemberReference member = reader.GetMemberReference(handle);
        TypeArguments given = new(ArgumentsOf(member.Parent, out EntityHandle type), arguments);
        (string space, string name) = NameOf(type);
        Member found = new()
        {
            Namespace = space,
            Type = name,
            Name = reader.GetString(member.Name),
            IsOwn = type.Kind == HandleKind.TypeDefinition,
            TypeMention = types.Of(member.Parent, TypeArguments.None),
            Arguments = given,
        };
        if (member.GetKind() == MemberReferenceKind.Field)
        {
            return With(found, isInstance: true, isVoid: false, ImmutableArray<GeneratedType[]?>.Empty, member.DecodeFieldSignature(types, given));
        }

        MethodSignature<GeneratedType[]?> signature = member.DecodeMethodSignature(types, given);
        return With(found, signature.Header.IsInstance, IsVoid(member.Signature), signature.ParameterTypes, signature.ReturnType);
    }

    private static Member With(Member member, bool isInstance, bool isVoid, ImmutableArray<GeneratedType[]?> parameters, GeneratedType[]? result) => new()
    {
        Namespace = member.Namespace,
        Type = member.Type,
        Name = member.Name,
        IsOwn = member.IsOwn,
        TypeMention = member.TypeMention,
        Arguments = member.Arguments,
        IsInstance = isInstance,
        IsVoid = isVoid,
        Parameters = parameters,
        Result = result,
    };

    // Of a generic type, one by one: a signature of its members says which of them it means.
    private ImmutableArray<GeneratedType[]?> ArgumentsOf(EntityHandle parent, out EntityHandle type)
    {
        type = parent;
        if (parent.Kind != HandleKind.TypeSpecification)
        {
            return ImmutableArray<GeneratedType[]?>.Empty;
        }

        BlobReader blob = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return ImmutableArray<GeneratedType[]?>.Empty;
        }

        blob.ReadCompressedInteger();
        type = blob.ReadTypeHandle();
        SignatureDecoder<GeneratedType[]?, TypeArguments> decoder = new(types, reader, TypeArguments.None);
        int count = blob.ReadCompressedInteger();
        ImmutableArray<GeneratedType[]?>.Builder arguments = ImmutableArray.CreateBuilder<GeneratedType[]?>(count);
        for (int i = 0; i < count; i++)
        {
            arguments.Add(decoder.DecodeType(ref blob));
        }

        return arguments.ToImmutable();
    }

    private (string Space, string Name) NameOf(EntityHandle type)
    {
        if (type.Kind == HandleKind.TypeDefinition)
        {
            TypeDefinition definition = reader.GetTypeDefinition((TypeDefinitionHandle)type);
            return (reader.GetString(definition.Namespace), reader.GetString(definition.Name));
        }

        if (type.Kind != HandleKind.TypeReference)
        {
            return ("", "");
        }

        // A nested type has the namespace of the outermost.
        TypeReference reference = reader.GetTypeReference((TypeReferenceHandle)type);
        return reference.ResolutionScope.Kind == HandleKind.TypeReference
            ? NameOf(reference.ResolutionScope)
            : (reader.GetString(reference.Namespace), reader.GetString(reference.Name));
    }

    private bool IsVoid(BlobHandle signature)
    {
        BlobReader blob = reader.GetBlobReader(signature);
        if (blob.ReadSignatureHeader().IsGeneric)
        {
            blob.ReadCompressedInteger();
        }

        blob.ReadCompressedInteger();
        SignatureTypeCode code = blob.ReadSignatureTypeCode();

        // The setter of init is marked as such by a modifier of void.
        while (code is SignatureTypeCode.RequiredModifier or SignatureTypeCode.OptionalModifier)
        {
            blob.ReadTypeHandle();
            code = blob.ReadSignatureTypeCode();
        }

        return code == SignatureTypeCode.Void;
    }
}
