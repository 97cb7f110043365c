using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace DatabricksApps.Gen.Tasks.Reading;

/// <summary>The instructions of code, as the platform's own table has them.</summary>
internal static class Instructions
{
    private static readonly OpCode[] s_short = new OpCode[256];
    private static readonly OpCode[] s_long = new OpCode[256];

    static Instructions()
    {
        foreach (FieldInfo field in typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            if (field.GetValue(null) is OpCode code)
            {
                (code.Size == 1 ? s_short : s_long)[code.Value & 0xFF] = code;
            }
        }
    }

    public static OpCode Read(ref BlobReader code) => code.ReadByte() is var first && first == 0xFE ? s_long[code.ReadByte()] : s_short[first];

    /// <summary>Reads what stands behind an instruction: a token, a number of a variable, the offset of a target.</summary>
    /// <param name="code">The code, which is left behind it.</param>
    /// <param name="instruction">The instruction.</param>
    /// <param name="targets">The targets of a switch.</param>
    public static int ReadOperand(ref BlobReader code, OpCode instruction, out int[] targets)
    {
        targets = [];
        switch (instruction.OperandType)
        {
            case OperandType.InlineNone: return Implied(instruction.Name ?? "");
            case OperandType.ShortInlineVar: return code.ReadByte();
            case OperandType.ShortInlineI: return code.ReadSByte();
            case OperandType.InlineVar: return code.ReadUInt16();
            case OperandType.ShortInlineBrTarget: return code.ReadSByte() + code.Offset;
            case OperandType.InlineBrTarget: return code.ReadInt32() + code.Offset;
            case OperandType.InlineI8 or OperandType.InlineR: code.ReadInt64(); return 0;
            case OperandType.InlineSwitch:
                targets = new int[code.ReadInt32()];
                int end = code.Offset + (4 * targets.Length);
                for (int i = 0; i < targets.Length; i++)
                {
                    targets[i] = code.ReadInt32() + end;
                }

                return 0;
            default: return code.ReadInt32();
        }
    }

    /// <summary>Gets how much an instruction takes from the stack; what calls take is not known here.</summary>
    public static int Taken(OpCode instruction) => instruction.StackBehaviourPop switch
    {
        StackBehaviour.Pop0 or StackBehaviour.Varpop => 0,
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi or StackBehaviour.Popi_popi8
            or StackBehaviour.Popi_popr4 or StackBehaviour.Popi_popr8 or StackBehaviour.Popref_pop1 or StackBehaviour.Popref_popi => 2,
        _ => 3,
    };

    /// <summary>Gets how much an instruction leaves on the stack; what calls leave is not known here.</summary>
    public static int Left(OpCode instruction) => instruction.StackBehaviourPush switch
    {
        StackBehaviour.Push0 or StackBehaviour.Varpush => 0,
        StackBehaviour.Push1_push1 => 2,
        _ => 1,
    };

    // ldloc.1 has its number in its name.
    private static int Implied(string name) => name.Length > 2 && name[name.Length - 2] == '.' && name[name.Length - 1] is >= '0' and <= '9' and var digit ? digit - '0' : 0;
}
