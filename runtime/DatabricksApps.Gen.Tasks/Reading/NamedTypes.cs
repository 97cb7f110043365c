using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace DatabricksApps.Gen.Tasks.Reading;

/// <summary>
/// Notes which generated types code names by themselves: of parameters, results, fields, locals, type arguments. Without such a type
/// the code does not compile, whatever it does with it.
/// </summary>
internal sealed class NamedTypes(MetadataReader reader, GeneratedTypes generated) : ISignatureTypeProvider<bool, object?>
{
    /// <summary>Notes what a type names: what it is made from, and its fields.</summary>
    public void Read(TypeDefinition type)
    {
        Read(type.BaseType);
        foreach (InterfaceImplementationHandle implementation in type.GetInterfaceImplementations())
        {
            Read(reader.GetInterfaceImplementation(implementation).Interface);
        }

        foreach (FieldDefinitionHandle field in type.GetFields())
        {
            reader.GetFieldDefinition(field).DecodeSignature(this, null);
        }
    }

    /// <summary>Notes what a method names: its signature, and its code; null: it has none.</summary>
    public void Read(MethodDefinition method, MethodBodyBlock? body)
    {
        method.DecodeSignature(this, null);
        if (body is null)
        {
            return;
        }

        if (!body.LocalSignature.IsNil)
        {
            reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(this, null);
        }

        foreach (ExceptionRegion region in body.ExceptionRegions)
        {
            Read(region.CatchType);
        }

        BlobReader code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            OpCode instruction = Instructions.Read(ref code);
            int operand = Instructions.ReadOperand(ref code, instruction, out _);
            if (instruction.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                Read(MetadataTokens.EntityHandle(operand));
            }
        }
    }

    private void Read(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                GetTypeFromDefinition(reader, (TypeDefinitionHandle)handle, 0);
                break;
            case HandleKind.TypeSpecification:
                reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null);
                break;
            case HandleKind.MethodSpecification:
                MethodSpecification method = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                method.DecodeSignature(this, null);
                Read(method.Method);
                break;
            case HandleKind.MemberReference:
                Read(reader.GetMemberReference((MemberReferenceHandle)handle).Parent);
                break;
        }
    }

    public bool GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        if (generated.Of(handle) is { AsMention: not null } type)
        {
            type.Names.Types.Add(type.Name);
        }

        return false;
    }

    public bool GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => false;

    public bool GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) => false;

    public bool GetGenericTypeParameter(object? genericContext, int index) => false;

    public bool GetGenericMethodParameter(object? genericContext, int index) => false;

    public bool GetPrimitiveType(PrimitiveTypeCode typeCode) => false;

    public bool GetFunctionPointerType(MethodSignature<bool> signature) => false;

    public bool GetArrayType(bool elementType, ArrayShape shape) => false;

    public bool GetSZArrayType(bool elementType) => false;

    public bool GetByReferenceType(bool elementType) => false;

    public bool GetPointerType(bool elementType) => false;

    public bool GetPinnedType(bool elementType) => false;

    public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => false;
}
