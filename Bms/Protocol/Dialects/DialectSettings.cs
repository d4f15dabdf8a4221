namespace BatterySim.Bms.Protocol.Dialects
{
    /// <summary>How the bank speaks: which frames, in which form, in which order and at which times.</summary>
    /// <remarks>A named dialect (<see cref="Dialects"/>) is a set of these; each may then be changed by itself.</remarks>
    public sealed class DialectSettings
    {
        /// <summary>Most characters of the name in 0x35E.</summary>
        public const int NameLengthMax = 8;

        /// <summary>Shortest time from one burst to the next, ms.</summary>
        public const int PeriodMillisecondsMin = 100;

        /// <summary>Longest time from one burst to the next, ms.</summary>
        public const int PeriodMillisecondsMax = 5000;

        /// <summary>Longest time from one frame of a burst to the next, ms.</summary>
        public const int GapMillisecondsMax = 500;

        /// <summary>Name of the dialect that these settings started from.</summary>
        public string Name = "";

        /// <summary>Data length of every frame.</summary>
        public DataLength DataLength = DataLength.Padded;

        /// <summary>Voltage unit of 0x356.</summary>
        public VoltageScale VoltageScale = VoltageScale.Centivolt;

        /// <summary>Meaning of a positive current in 0x356.</summary>
        public CurrentSign CurrentSign = CurrentSign.ChargePositive;

        /// <summary>Name sent in 0x35E, up to eight characters; empty for the name of the battery's own profile.</summary>
        public string ManufacturerName = "";

        /// <summary>Whether 0x379 is sent where <see cref="Order"/> has it.</summary>
        public bool SendsCapacity = true;

        /// <summary>Whether 0x355 carries SOC in 0.01 % in bytes 4-5 as well.</summary>
        public bool SendsFineSoc;

        /// <summary>How SOC becomes the whole percent of 0x355.</summary>
        public SocRounding SocRounding = SocRounding.Nearest;

        /// <summary>Whether 0x35A says "ok" (10) of what is watched and well, as BYD does; Pylontech sends zeros.</summary>
        public bool SendsOkPairs;

        /// <summary>Frames of a burst in the order in which they are sent.</summary>
        public FrameDefinition[] Order = new FrameDefinition[0];

        /// <summary>Time from one burst to the next, 100 to 5000 ms.</summary>
        public int PeriodMilliseconds = 1000;

        /// <summary>Time from one frame of a burst to the next, 0 to 500 ms. Receivers of the MCP2515 class lose bursts.</summary>
        public int GapMilliseconds = 20;

        /// <summary>Each burst starts up to this much late, drawn anew for every burst from the seed, ms; the period does not drift.</summary>
        public int JitterMilliseconds;

        /// <summary>True where each frame runs on a timer of its own (<see cref="FrameTimers"/>) instead of in a burst.</summary>
        public bool HasOwnTimers;

        /// <summary>Makes these settings equal to others.</summary>
        public void CopyFrom(DialectSettings other)
        {
            Name = other.Name;
            DataLength = other.DataLength;
            VoltageScale = other.VoltageScale;
            CurrentSign = other.CurrentSign;
            ManufacturerName = other.ManufacturerName;
            SendsCapacity = other.SendsCapacity;
            SendsFineSoc = other.SendsFineSoc;
            SocRounding = other.SocRounding;
            SendsOkPairs = other.SendsOkPairs;
            Order = other.Order;
            PeriodMilliseconds = other.PeriodMilliseconds;
            GapMilliseconds = other.GapMilliseconds;
            JitterMilliseconds = other.JitterMilliseconds;
            HasOwnTimers = other.HasOwnTimers;
        }

        /// <summary>Says in one sentence why these settings cannot be used; null if they can.</summary>
        public string FindProblem()
        {
            if (Order.Length == 0 || Order.Length > FrameTable.Count)
            {
                return "order names " + Order.Length + " frames; a burst has 1 to " + FrameTable.Count + ".";
            }

            for (int index = 0; index < Order.Length; index++)
            {
                for (int earlier = 0; earlier < index; earlier++)
                {
                    if (Order[earlier] == Order[index])
                    {
                        return "order names 0x" + Order[index].Id.ToString("X3") + " twice; name each frame once.";
                    }
                }
            }

            if (PeriodMilliseconds < PeriodMillisecondsMin || PeriodMilliseconds > PeriodMillisecondsMax)
            {
                return "period " + PeriodMilliseconds + " ms is outside " + PeriodMillisecondsMin + " to " + PeriodMillisecondsMax + " ms.";
            }

            if (GapMilliseconds < 0 || GapMilliseconds > GapMillisecondsMax)
            {
                return "gap " + GapMilliseconds + " ms is outside 0 to " + GapMillisecondsMax + " ms.";
            }

            if (JitterMilliseconds < 0)
            {
                return "jitter " + JitterMilliseconds + " ms is negative.";
            }

            if (BurstMilliseconds + JitterMilliseconds >= PeriodMilliseconds)
            {
                return "a burst of " + Order.Length + " frames with gap " + GapMilliseconds + " ms and jitter " + JitterMilliseconds
                    + " ms does not fit into a period of " + PeriodMilliseconds + " ms; lengthen the period or shorten gap or jitter.";
            }

            return null;
        }

        /// <summary>Time from the first frame of a burst to its last, ms.</summary>
        public int BurstMilliseconds { get { return GapMilliseconds * (Order.Length - 1); } }
    }
}
