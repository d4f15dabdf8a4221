using BatterySim.Bms.Stack;

namespace BatterySim.Bms
{
    /// <summary>A host that keeps references into the bank or sets something in every new one, as a board does with its DIP switches.</summary>
    public interface IBankOwner
    {
        /// <summary>The bank is about to be replaced: let go of every reference to it, so that its memory is free for the next one.</summary>
        void OnBankDropped();

        /// <summary>A new bank is there, awake or asleep, and nothing of it was sent yet: set its switches, cables and breakers.</summary>
        /// <param name="bank">The new bank.</param>
        /// <param name="nowMilliseconds">Simulated time.</param>
        void OnBankBuilt(BatteryBank bank, long nowMilliseconds);
    }
}
