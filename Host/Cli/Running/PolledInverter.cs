using System;
using BatterySim.Host.Modbus.Client;
using BatterySim.Host.Modbus.Observing;
using BatterySim.Host.Panel.Engine.Pictures;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>A real inverter that is read over Modbus for the page.</summary>
    internal sealed class PolledInverter : IDisposable
    {
        private readonly InverterObserver _observer;

        private PolledInverter(InverterObserver observer)
        {
            _observer = observer;
            Pictures = new RegisterPictures(observer);
        }

        /// <summary>What the page gets of it.</summary>
        public RegisterPictures Pictures { get; }

        /// <summary>Finds it, says who it is, and polls it from then on; null if none was named.</summary>
        /// <param name="url">Where it is; null for none.</param>
        /// <param name="say">Says a sentence without its full stop.</param>
        public static PolledInverter? Find(ModbusUrl? url, Action<string> say)
        {
            if (url is null)
            {
                return null;
            }

            InverterObserver observer = new(url);
            try
            {
                InverterFacts facts = observer.Find();
                say($"inverter at {url}: {facts.Summary}");
                foreach (string remark in facts.Remarks)
                {
                    say(remark.TrimEnd('.'));
                }

                observer.Start();
                return new PolledInverter(observer);
            }
            catch (ModbusConnectionException problem)
            {
                observer.Dispose();
                throw CliException.Failure(problem.Message);
            }
        }

        /// <inheritdoc/>
        public void Dispose() => _observer.Dispose();
    }
}
