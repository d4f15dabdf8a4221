using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Stack;

namespace BatterySim.Host.Cli.View
{
    /// <summary>Batteries in the order in which the list shows them.</summary>
    internal static class BatterySort
    {
        /// <summary>Places of the batteries, 0 for the first, in an order; batteries that are equal stay as they stand.</summary>
        public static int[] Places(BatteryBank bank, BatteryOrder order)
        {
            IEnumerable<int> places = Enumerable.Range(0, bank.Count);
            return order switch
            {
                BatteryOrder.Soc => [.. places.OrderBy(place => bank.ModuleAt(place).SocPermille)],
                BatteryOrder.CellMinimum => [.. places.OrderBy(place => bank.ModuleAt(place).CellMinMillivolts)],
                BatteryOrder.Temperature => [.. places.OrderByDescending(place => bank.ModuleAt(place).TemperatureDecidegrees)],
                _ => [.. places],
            };
        }

        /// <summary>The order in words.</summary>
        public static string Word(BatteryOrder order) => order switch
        {
            BatteryOrder.Soc => "by SOC",
            BatteryOrder.CellMinimum => "by lowest cell",
            BatteryOrder.Temperature => "by temperature",
            _ => "by place",
        };
    }
}
