// Compiled into a copy of the tests, to learn which test reaches what. The tests run one after another meanwhile.
#nullable enable

using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace MutantRecording
{
    internal static class MutantRecorder
    {
        private const int Most = 65536;

        private static readonly ConcurrentDictionary<string, bool[]> s_reached = new();
        private static readonly ConcurrentDictionary<int, string> s_initializers = new();
        private static readonly bool[] s_seen = new bool[Most];
        private static ITestMethod? s_lastMethod;
        private static bool[] s_last = new bool[Most];

#pragma warning disable CA2255 // It has to be there before the product runs.
        [ModuleInitializer]
        internal static void Start()
        {
            if (Environment.GetEnvironmentVariable("MUTANT_RECORD") is { } file)
            {
                AppDomain.CurrentDomain.SetData("MutantProbe", (Action<int>)Record);
                AppDomain.CurrentDomain.ProcessExit += (_, _) => Write(file);
            }
        }
#pragma warning restore CA2255

        private static void Record(int place)
        {
            // What runs in the background belongs to no test by itself: it is the work of the one that runs.
            ITestMethod? method = TestContext.Current.TestMethod;
            if (method is not null && method != Volatile.Read(ref s_lastMethod))
            {
                s_last = s_reached.GetOrAdd($"{method.TestClass.TestClassName}.{method.MethodName}", _ => new bool[Most]);
                Volatile.Write(ref s_lastMethod, method);
            }

            s_last[place] = true;
            if (!s_seen[place])
            {
                s_seen[place] = true;
                NoteInitializer(place);
            }
        }

        // What runs while a type is initialized runs once: every test that uses the type depends on it.
        private static void NoteInitializer(int place)
        {
            foreach (StackFrame frame in new StackTrace(2, fNeedFileInfo: false).GetFrames())
            {
                if (frame.GetMethod() is { Name: ".cctor", DeclaringType: { } type })
                {
                    s_initializers.TryAdd(place, (type.DeclaringType ?? type).Name);
                    return;
                }
            }
        }

        private static void Write(string file)
        {
            IEnumerable<string> tests = s_reached.Select(test => $"{test.Key} {string.Join(' ', test.Value.Select((isReached, place) => isReached ? place : -1).Where(place => place >= 0))}");
            IEnumerable<string> initializers = s_initializers.Select(place => $"initializer {place.Key} {place.Value}");
            File.WriteAllLines(file, tests.Concat(initializers));
        }
    }
}
