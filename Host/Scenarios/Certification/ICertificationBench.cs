using System;
using System.Collections.Generic;
using BatterySim.Host.Modbus.Observing;
using BatterySim.Host.Scenarios.Observing;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>A bank that can be broken on purpose, an inverter that is known by its registers and its frames alone.</summary>
    internal interface ICertificationBench : IDisposable
    {
        /// <summary>Time since <see cref="Begin"/>, ms.</summary>
        long NowMilliseconds { get; }

        /// <summary>Frames on the bus since <see cref="Begin"/>, with times since then.</summary>
        IReadOnlyList<FrameRecord> Frames { get; }

        /// <summary>Best estimate of when something came to be that the reading of <see cref="Read"/> is the first to show, ms.</summary>
        long ReadMilliseconds { get; }

        /// <summary>When that reading began, ms.</summary>
        long ReadStartMilliseconds { get; }

        /// <summary>Longest time by which a change may be seen late in the registers, ms.</summary>
        int ResolutionMilliseconds { get; }

        /// <summary>Error of the times of frames, ms: that of the port.</summary>
        int FrameErrorMilliseconds { get; }

        /// <summary>Current into the bank as its own shunt has it, mA; null where nobody knows.</summary>
        int? BankMilliamps { get; }

        /// <summary>Makes bank and inverter ready; everything that was broken is whole again.</summary>
        /// <returns>Null if it was done; else why these conditions cannot be made here, in one sentence.</returns>
        string? Begin(ProbeConditions conditions);

        /// <summary>Has the instrument carry out a line.</summary>
        void Do(string line);

        /// <summary>Lets time pass.</summary>
        void Wait(int milliseconds);

        /// <summary>Waits for registers that are as new as this moment.</summary>
        void Settle();

        /// <summary>The last registers that were read.</summary>
        InverterReading Read();
    }
}
