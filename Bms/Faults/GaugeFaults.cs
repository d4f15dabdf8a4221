using BatterySim.Bms.Battery;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Faults
{
    /// <summary>Lets the gauges of a bank lie as the plan of faults says; what is set of them stays as it is, and holds again afterwards.</summary>
    internal static class GaugeFaults
    {
        private const int NoHold = -1;

        /// <summary>Takes up the faults as they are now. Due whenever one began, ended or was changed, and for a new bank.</summary>
        /// <remarks>Each battery shows it in its next second: a refresh of the whole bank would be the deepest chain of calls on a board.</remarks>
        public static void Fit(FaultPlan plan, BatteryBank bank, long nowMilliseconds)
        {
            FaultWindow voltage = plan.At(FaultPlan.IndexOf(GaugeFaultKind.Voltage));
            FaultWindow error = plan.At(FaultPlan.IndexOf(GaugeFaultKind.Error));
            FaultWindow hold = plan.At(FaultPlan.IndexOf(GaugeFaultKind.Hold));
            int voltageBattery = voltage.IsActiveAt(nowMilliseconds) ? voltage.Value : -1;
            int errorBattery = error.IsActiveAt(nowMilliseconds) ? (int)error.Detail : -1;
            int holdPermille = hold.IsActiveAt(nowMilliseconds) ? hold.Value : NoHold;
            bank.SetFaultHold(holdPermille);
            bank.Policies.SetSocOfMaster(plan.At(FaultPlan.IndexOf(GaugeFaultKind.Master)).IsActiveAt(nowMilliseconds));
            for (int index = 0; index < bank.Count; index++)
            {
                BatteryModule module = bank.ModuleAt(index);
                module.HasVoltageFault = IsMeant(voltageBattery, index);
                module.FaultErrorPermille = IsMeant(errorBattery, index) ? error.Value : 0;
            }

            bank.UseGauges();
        }

        // A number of a battery from 1 on, 0 for every one, below 0 for none.
        private static bool IsMeant(int battery, int index)
        {
            return battery == 0 || battery == index + 1;
        }
    }
}
