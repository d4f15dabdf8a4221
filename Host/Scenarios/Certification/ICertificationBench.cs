using System;
using System.Collections.Generic;
using BatterySim.Host.Modbus.Observing;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>A bank that can be broken on purpose, an inverter that is known by its registers and its frames alone.</summary>
    internal interface ICertificationBench : IDisposable
    {
        /// <summary>Time since <see cref="Begin"/>, ms.</summary>
        long NowMilliseconds { get; }

        /// <summary>Identifiers and times, us, of the frames on the bus since <see cref="Begin"/>.</summary>
        IReadOnlyList<(long Microseconds, uint Id)> Frames { get; }

        /// <summary>Makes bank and inverter ready; everything that was broken is whole again.</summary>
        /// <returns>Null if it was done; else why these conditions cannot be made here, in one sentence.</returns>
        string? Begin(ProbeConditions conditions);

        /// <summary>Has the instrument carry out a line.</summary>
        void Do(string line);

        /// <summary>Lets time pass.</summary>
        void Wait(int milliseconds);

        /// <summary>The registers now.</summary>
        InverterReading Read();
    }
}
