using System;
using System.Collections.Generic;
using System.Threading;
using BatterySim.Bms;
using BatterySim.Host.Can.Virtual;
using BatterySim.Host.Inverter;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Panel.Engine.Pictures;

namespace BatterySim.Host.Panel.Engine.Boards
{
    /// <summary>A simulated board: its bank is asked over the console, as a real board's is; bus and inverter are seen.</summary>
    /// <remarks>For the thread of the page. The one that runs the board holds <see cref="Gate"/> while time passes.</remarks>
    public sealed class SimulatedBoardEngine : IPanelEngine
    {
        private readonly ScpiEngine _console;
        private readonly VirtualBus _bus;
        private readonly VirtualSolArk _inverter;
        private readonly VirtualBusNode _inverterNode;
        private readonly Func<Simulator> _bank;
        private readonly double _speed;
        private readonly InverterPictures _inverterPictures = new();
        private FrameTap? _tap;

        /// <summary>Makes one.</summary>
        /// <param name="ask">Has a line carried out by the console: its answer, and its error or null.</param>
        /// <param name="bus">The bus.</param>
        /// <param name="inverter">The inverter on it.</param>
        /// <param name="inverterNode">Its place there: what others send is the board's.</param>
        /// <param name="bank">The bank of the firmware that runs now; another one after a restart.</param>
        /// <param name="speed">Simulated seconds in a second.</param>
        public SimulatedBoardEngine(
            Func<string, (string Answer, string? Error)> ask,
            VirtualBus bus,
            VirtualSolArk inverter,
            VirtualBusNode inverterNode,
            Func<Simulator> bank,
            double speed)
        {
            _console = new ScpiEngine(ask, BenchKind.SimulatedBoard);
            _bus = bus;
            _inverter = inverter;
            _inverterNode = inverterNode;
            _bank = bank;
            _speed = speed;
        }

        /// <summary>Held by whoever lets time pass for bus and inverter, or looks at them.</summary>
        public Lock Gate { get; } = new();

        /// <inheritdoc/>
        public BenchKind Kind => _console.Kind;

        /// <inheritdoc/>
        public bool IsWatched
        {
            get => _console.IsWatched;
            set
            {
                if (value == _console.IsWatched)
                {
                    return;
                }

                _console.IsWatched = value;
                lock (Gate)
                {
                    _tap?.Close();
                    _tap = value ? new FrameTap(_bus, node => node != _inverterNode) : null;
                }
            }
        }

        /// <inheritdoc/>
        public bool Pass() => _console.Pass();

        /// <inheritdoc/>
        public BenchPicture TakePicture()
        {
            BenchPicture picture = _console.TakePicture();
            lock (Gate)
            {
                // The board's own clock begins anew when it restarts; the inverter's does not.
                InverterPicture inverter = _inverterPictures.Of(_inverter, _bank().Report, _inverter.NowMilliseconds);
                return picture with { Speed = _speed, Inverter = inverter };
            }
        }

        /// <inheritdoc/>
        public IReadOnlyList<EventPicture> ConsumeEvents() => _console.ConsumeEvents();

        /// <inheritdoc/>
        public IReadOnlyList<BusFramePicture> ConsumeFrames()
        {
            lock (Gate)
            {
                return _tap?.Take() ?? [];
            }
        }

        /// <inheritdoc/>
        public Func<BenchReply> Execute(PanelRequest request)
        {
            ArgumentNullException.ThrowIfNull(request);
            if (request.Verb != PanelVerb.SetInverter)
            {
                return _console.Execute(request);
            }

            lock (Gate)
            {
                // Cable and power switch of this inverter are the board's, at the terminal of the program.
                BenchReply reply = InverterSwitch.Change(_inverter.Settings, request.First, request.Second, static (_, _) => false);
                return () => reply;
            }
        }
    }
}
