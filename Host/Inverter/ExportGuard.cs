using System;

namespace BatterySim.Host.Inverter
{
    /// <summary>A CVL below the bank's voltage: the inverter discharges the bank down to it.</summary>
    /// <remarks>
    /// Field (Deye 12K): it begins about 200 mV above CVL and goes into the grid where selling is allowed. Assumed: without that it
    /// discharges into the house, and it ends when holding the bank at CVL takes less than 1 A.
    /// </remarks>
    internal sealed class ExportGuard(InverterSettings settings)
    {
        private const int EndMilliamps = 1_000;

        public bool IsExporting { get; private set; }

        public void Run(int terminalMillivolts, int currentMilliamps, int cvlMillivolts)
        {
            bool isAbove = terminalMillivolts - (long)cvlMillivolts > settings.Quirks.ExportMarginMillivolts;
            bool goesOn = IsExporting && Math.Abs(currentMilliamps) >= EndMilliamps;
            IsExporting = settings.UsesBms && settings.Quirks.ExportsAboveCvl && (isAbove || goesOn);
        }

        public void Restart() => IsExporting = false;
    }
}
