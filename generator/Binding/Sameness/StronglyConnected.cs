using System;
using System.Collections.Generic;

namespace DatabricksApps.Gen.Binding.Sameness;

/// <summary>Nodes of a graph that lead to each other (Tarjan's algorithm, without recursion).</summary>
internal static class StronglyConnected
{
    /// <summary>Finds the sets of nodes that lead to each other; what a set leads to comes before it.</summary>
    /// <param name="count">The number of nodes.</param>
    /// <param name="edges">The nodes that a node leads to.</param>
    public static List<List<int>> Find(int count, Func<int, IReadOnlyList<int>> edges)
    {
        List<List<int>> sets = new();
        int[] order = new int[count];
        int[] low = new int[count];
        bool[] isOpen = new bool[count];
        Stack<int> open = new();
        Stack<(int Node, IReadOnlyList<int> Next, int Position)> path = new();
        int time = 0;
        for (int root = 0; root < count; root++)
        {
            if (order[root] == 0)
            {
                Enter(root);
            }

            while (path.Count > 0)
            {
                (int node, IReadOnlyList<int> next, int position) = path.Pop();
                if (position < next.Count)
                {
                    path.Push((node, next, position + 1));
                    int target = next[position];
                    if (order[target] == 0)
                    {
                        Enter(target);
                    }
                    else if (isOpen[target])
                    {
                        low[node] = Math.Min(low[node], order[target]);
                    }

                    continue;
                }

                if (low[node] == order[node])
                {
                    sets.Add(Close(node));
                }

                if (path.Count > 0)
                {
                    int holder = path.Peek().Node;
                    low[holder] = Math.Min(low[holder], low[node]);
                }
            }
        }

        return sets;

        void Enter(int node)
        {
            order[node] = low[node] = ++time;
            isOpen[node] = true;
            open.Push(node);
            path.Push((node, edges(node), 0));
        }

        List<int> Close(int node)
        {
            List<int> set = new();
            int last;
            do
            {
                last = open.Pop();
                isOpen[last] = false;
                set.Add(last);
            }
            while (last != node);

            return set;
        }
    }
}
