using System;
using System.Threading;
using BatterySim.Host.Modbus.Observing;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Plans;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>What a case runs on: bank, bus and inverter, inside the process or on a bench. One stand serves one run.</summary>
    /// <remarks>A stand that cannot go on throws <see cref="StandException"/>.</remarks>
    internal interface IStand : IScenarioStand
    {
        /// <summary>Time on the scenario's clock, ms.</summary>
        long NowMilliseconds { get; }

        /// <summary>Time of the next thing that will happen, ms; the present where that cannot be known.</summary>
        long NextEventMilliseconds => NowMilliseconds;

        /// <summary>Lets the next thing happen, where its time can be known, and nothing besides.</summary>
        /// <exception cref="NotSupportedException">A bench goes on by itself.</exception>
        void StepToNextEvent() => throw new NotSupportedException($"{Name} goes on by itself and cannot be stepped.");

        /// <summary>Time before its moment at which an action is done, ms; 0 where what is done takes no time.</summary>
        long ActionLeadMilliseconds => 0;

        /// <summary>Everything that was on the bus.</summary>
        FrameWatch Frames { get; }

        /// <summary>Told of every frame on the bus, with its time in us.</summary>
        event Action<FrameRecord>? FrameSeen;

        /// <summary>Told whenever something may have happened.</summary>
        event Action? Stepped;

        /// <summary>Told of what bank and inverter report of themselves, with the time in ms.</summary>
        event Action<Results.MarkKind, long, string>? Reported;

        /// <summary>False where only a hand reaches the inverter's menus; what is expected after such an action is not judged.</summary>
        bool IsComplete { get; }

        /// <summary>
        /// The longest time for which this machine, or the one that plays the bank, did not let the program run since the clock stood at 0, ms.
        /// </summary>
        /// <remarks>What was to happen meanwhile happened late; a verdict that depends on less is none.</remarks>
        long ReadWorstSlipMilliseconds();

        /// <summary>Lateness of the machine that plays the bank which nobody is told of, ms; 0 where none can be.</summary>
        int UntoldLatenessMilliseconds => 0;

        /// <summary>Makes bank and inverter ready; the scenario's clock then stands at 0.</summary>
        void SetUp(SetupPlan plan, uint seed, CancellationToken stop);

        /// <summary>Lets time pass up to and including its end.</summary>
        void AdvanceTo(long milliseconds, CancellationToken stop);

        /// <summary>Has the instrument carry out a line.</summary>
        /// <returns>Null if it was carried out, otherwise why not, in one sentence.</returns>
        string? Execute(string line);

        /// <summary>Changes the inverter.</summary>
        /// <returns>Null if it was done, otherwise why not, in one sentence.</returns>
        string? SetInverter(InverterKey key, in FormValue value);

        /// <summary>Has a third node send a frame.</summary>
        /// <returns>Null if it was done, otherwise why not, in one sentence.</returns>
        string? Send(in FrameRecord frame);

        /// <summary>Finds how something can be looked at.</summary>
        /// <returns>A reader, or null if it cannot be seen from here.</returns>
        Func<Observed>? Bind(ObservableReference what);

        /// <summary>How well something can be looked at.</summary>
        ObservationLimits LimitsOf(ObservableReference what) => ObservationLimits.None;

        /// <summary>Why the inverter is not what the scenario begins with, in one sentence; null if it is, or if nobody can say.</summary>
        /// <remarks>What does not fit then says nothing of the inverter, and what fits only where it was read from the bus.</remarks>
        string? Obstacle => null;

        /// <summary>What may be otherwise around the inverter than the file takes for granted, in one sentence; null for nothing.</summary>
        /// <remarks>What does not fit may come of it and says nothing then; what fits counts.</remarks>
        string? Doubt => Conditions.Doubt;

        /// <summary>What is known of the inverter's set-up; all as it should be where the stand makes the inverter.</summary>
        InverterConditions Conditions => InverterConditions.None;

        /// <summary>What the inverter said of itself; null where it cannot be asked.</summary>
        InverterFacts? Inverter => null;

        /// <summary>Logs the inverter's registers to a file, on the clock of the run; nothing where they are not read.</summary>
        void LogRegisters(string path)
        {
        }

        /// <summary>Quantities of the plot at this moment.</summary>
        Results.PlotSample Sample();
    }
}
