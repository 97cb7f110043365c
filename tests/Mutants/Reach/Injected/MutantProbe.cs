// Compiled into a copy of the product, to learn which test reaches what.
#nullable enable

namespace MutantRecording
{
    internal static class MutantProbe
    {
        private static readonly global::System.Action<int>? s_record =
            global::System.AppDomain.CurrentDomain.GetData("MutantProbe") as global::System.Action<int>;

        public static void At(int place) => s_record?.Invoke(place);
    }
}
