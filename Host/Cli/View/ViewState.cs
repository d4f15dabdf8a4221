using System;
using BatterySim.Bms.Stack;

namespace BatterySim.Host.Cli.View
{
    /// <summary>What the person at the keyboard has chosen to see.</summary>
    internal sealed class ViewState
    {
        /// <summary>Battery that the keys act on, 0 for the first.</summary>
        public int Selected { get; set; }

        /// <summary>Order of the batteries.</summary>
        public BatteryOrder Order { get; set; }

        /// <summary>True for bytes alone, false for decoded signals beside them; null for what the screen has room for.</summary>
        public bool? IsRaw { get; set; }

        /// <summary>What <see cref="IsRaw"/> came to when the screen was last composed.</summary>
        public bool IsRawShown { get; set; }

        /// <summary>True while the keys are explained.</summary>
        public bool IsHelpShown { get; set; }

        /// <summary>First line of the page that is shown, where it has more lines than the screen.</summary>
        public int FirstLine { get; set; }

        /// <summary>The line at the bottom: what was sent last, or what a key could not do.</summary>
        public string Message { get; set; } = "";

        /// <summary>Moves the selection in the order that is shown.</summary>
        public void Move(int by, BatteryBank bank)
        {
            int[] places = BatterySort.Places(bank, Order);
            Selected = places[Math.Clamp(Array.IndexOf(places, Selected) + by, 0, places.Length - 1)];
        }

        /// <summary>Selects a battery; one that the bank does not have becomes the last.</summary>
        public void Select(int place, int batteryCount) => Selected = Math.Clamp(place, 0, batteryCount - 1);
    }
}
