using BatterySim.Host.Scenarios.Observing;

namespace BatterySim.Host.Panel.Engine.Pictures
{
    /// <summary>Protections and alarms in the words that scenarios have for them.</summary>
    internal static class FlagWords
    {
        private static readonly ObservableKind Kind = Observables.Find(Observables.Inverter, "protections")!.Kind;

        /// <summary>The words of bits of BmsFlags; "none" where there is none.</summary>
        public static string Of(int flags) => Kind.Format(Observed.Of(flags));
    }
}
