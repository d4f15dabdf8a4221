using System;
using System.Collections.Generic;
using System.Net;
using BatterySim.Bms;
using BatterySim.Host.Inverter;
using Prometheus;

namespace BatterySim.Host.Cli.Fleets
{
    /// <summary>The state of every bank for Prometheus, under /metrics. Values are read when they are asked for.</summary>
    internal sealed class FleetMetrics : IDisposable
    {
        private const string Bank = "bank";
        private const double Milli = 1000;

        private readonly IReadOnlyList<FleetBank> _banks;
        private readonly MetricServer _server;
        private readonly Gauge _voltage;
        private readonly Gauge _current;
        private readonly Gauge _online;
        private readonly Gauge _output;
        private readonly Counter _frames;
        private readonly Counter _replies;
        private readonly Gauge _fault;
        private readonly Counter _slips;
        private readonly Gauge _slipWorst;

        private FleetMetrics(IReadOnlyList<FleetBank> banks, IPAddress address, int port)
        {
            _banks = banks;
            CollectorRegistry registry = Metrics.NewCustomRegistry();
            MetricFactory factory = Metrics.WithCustomRegistry(registry);
            _voltage = factory.CreateGauge("batterysim_bank_voltage_volts", "Voltage at the bank's terminals.", Bank);
            _current = factory.CreateGauge("batterysim_bank_current_amperes", "Current into the bank; negative while it discharges.", Bank);
            _online = factory.CreateGauge("batterysim_bank_batteries", "Batteries of the bank.", Bank);
            _output = factory.CreateGauge("batterysim_bank_output_on", "1 while the bank sends.", Bank);
            _frames = factory.CreateCounter("batterysim_can_frames_total", "Frames completed on the bank's bus.", Bank);
            _replies = factory.CreateCounter("batterysim_inverter_frames_total", "Frames of the virtual inverter that were acknowledged.", Bank);
            _fault = factory.CreateGauge("batterysim_inverter_fault", "Number of the virtual inverter's fault, 58 for F58; 0 for none.", Bank);
            _slips = factory.CreateCounter("batterysim_slips_total", "Times that the machine was late by more than 50 ms.", Bank);
            _slipWorst = factory.CreateGauge("batterysim_slip_worst_seconds", "The worst of them.", Bank);
            registry.AddBeforeCollectCallback(Update);
            string host = address.Equals(IPAddress.Any) ? "+" : address.ToString();
            _server = new MetricServer(host, port, "metrics/", registry);
        }

        /// <summary>Starts to serve.</summary>
        /// <param name="banks">The banks.</param>
        /// <param name="address">Address to listen on.</param>
        /// <param name="port">Port to listen on.</param>
        public static FleetMetrics Start(IReadOnlyList<FleetBank> banks, IPAddress address, int port)
        {
            FleetMetrics metrics = new(banks, address, port);
            try
            {
                metrics._server.Start();
                return metrics;
            }
            catch (HttpListenerException problem)
            {
                throw CliException.Failure($"metrics cannot be served on {new IPEndPoint(address, port)} ({problem.Message.TrimEnd('.')}); choose another port with 'metrics:'.");
            }
        }

        /// <inheritdoc/>
        public void Dispose() => _server.Stop();

        private void Update()
        {
            foreach (FleetBank bank in _banks)
            {
                Simulator simulator = bank.Session.Simulator;
                _voltage.WithLabels(bank.Name).Set(simulator.Bank.VoltageMillivolts / Milli);
                _current.WithLabels(bank.Name).Set(simulator.Bank.CurrentMilliamps / Milli);
                _online.WithLabels(bank.Name).Set(simulator.Bank.Count);
                _output.WithLabels(bank.Name).Set(simulator.IsOutputOn ? 1 : 0);
                _frames.WithLabels(bank.Name).IncTo(bank.Session.Bus.FrameCount);
                _slips.WithLabels(bank.Name).IncTo(bank.Runner.Slips.Count);
                _slipWorst.WithLabels(bank.Name).Set(bank.Runner.Slips.WorstMilliseconds / Milli);
                if (bank.Session.Inverter is VirtualSolArk inverter)
                {
                    _replies.WithLabels(bank.Name).IncTo(bank.Session.InverterFrameCount);
                    _fault.WithLabels(bank.Name).Set((int)inverter.Fault);
                }
            }
        }
    }
}
