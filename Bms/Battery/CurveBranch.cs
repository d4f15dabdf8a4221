using System.Runtime.CompilerServices;

namespace BatterySim.Bms.Battery
{
    /// <summary>The branch of the voltage curve on which the cells are: above the rest voltage after charging, below it after discharging.</summary>
    internal static class CurveBranch
    {
        /// <summary>Depth of the branch of discharge, as a share of the height of that of charge.</summary>
        public const float DischargePart = -0.125f;

        // The way to a branch, in whole ways for the whole capacity: half a percent of discharge ends the branch of charge, as measured; the way
        // to it and the last bit of the other branch take 3 and 0.3 %, so that batteries in parallel follow each other.
        // Charging has the whole of its branch from 0.2C and at least the smallest part.
        private const float DischargeRate = 250f;
        private const float SettleRate = 40f;
        private const float ChargeRate = 33f;
        private const float PartPerShare = 3600f / 0.2f;
        private const float SmallestPart = 0.3f;
        private const int RelaxationBins = 16;

        // A current keeps the cells moving: with one, they come back five times as fast, as is published for a load of 0.02C.
        private const int FollowFactor = 5;

        /// <summary>Finds the branch after a second of current, or of rest, in which the cells come back.</summary>
        /// <param name="constants">Height of the branch and how fast cells come back.</param>
        /// <param name="branch">Branch before that second, mV above the rest voltage of a cell.</param>
        /// <param name="share">Charge of that second, as a share of the capacity; charging positive.</param>
        /// <param name="warmth">All resistances over those at 25 degrees Celsius.</param>
        /// <returns>The branch, mV above the rest voltage of a cell.</returns>
        [MethodImpl(Inline.Always)]
        public static float AfterOneSecond(BatteryConstants constants, float branch, float share, float warmth)
        {
            float limit = constants.BranchMillivolts * warmth;
            if (share < 0f)
            {
                float lowest = limit * DischargePart;
                branch += limit * share * (branch > 0f ? DischargeRate : SettleRate);
                branch = branch > lowest ? branch : lowest;
                if (branch > 0f)
                {
                    branch = Relaxed(constants, branch, 0f, limit, 1);
                }
            }
            else if (limit > 0f)
            {
                float part = share * PartPerShare;
                float target = share == 0f ? 0f : limit * (part < SmallestPart ? SmallestPart : part < 1f ? part : 1f);
                if (share > 0f && branch < target)
                {
                    branch += limit * share * ChargeRate;
                    branch = branch < target ? branch : target;
                }
                else if (branch != target)
                {
                    branch = Relaxed(constants, branch, target, limit, share > 0f ? FollowFactor : 1);
                }
            }

            return branch;
        }

        private static float Relaxed(BatteryConstants constants, float branch, float target, float limit, int seconds)
        {
            float above = branch - target;
            int bin = (int)((above < 0f ? -above : above) * RelaxationBins / limit);
            return branch - (above * seconds / constants.RelaxationSeconds[bin < RelaxationBins ? bin : RelaxationBins - 1]);
        }
    }
}
