using BatterySim.Bms.Can;

namespace BatterySim.Hardware
{
    /// <summary>Bus states in words.</summary>
    public static class CanStateNames
    {
        /// <summary>A bus state and what it means to the person at the bench.</summary>
        public static string Of(CanBusState state)
        {
            switch (state)
            {
                case CanBusState.ErrorActive: return "error-active";
                case CanBusState.ErrorWarning: return "error-warning";
                case CanBusState.ErrorPassive: return "error-passive (nobody acknowledges: is the inverter on and the cable right?)";
                default: return "bus-off (CAN-H and CAN-L swapped or shorted, or another bit rate?)";
            }
        }
    }
}
