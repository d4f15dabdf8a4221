using System.Collections.Generic;
using System.Globalization;
using BatterySim.Host.Modbus.Client;
using BatterySim.Host.Modbus.Map;

namespace BatterySim.Host.Modbus.Server
{
    /// <summary>A served address with its options taken apart: how the unit behaves, and what is disputed about its registers.</summary>
    /// <param name="Url">The address.</param>
    /// <param name="Options">How the unit behaves on the line.</param>
    /// <param name="Quirks">What is disputed about its registers.</param>
    public sealed record ServedUnit(ModbusUrl Url, ModbusServerOptions Options, SolArkModbusQuirks Quirks)
    {
        /// <summary>Options of a served address, for messages and help.</summary>
        public const string OptionNames =
            "unit, turnaround (ms), writes, write-single, drop, gateway, temperature-offset, f58-bit, relay-zero and bms-block";

        /// <summary>Reads a served address. Never throws.</summary>
        public static ServedUnit? Parse(string text, out string error)
        {
            ModbusUrl? url = ModbusUrl.ParseServed(text, out error);
            if (url == null)
            {
                return null;
            }

            var unit = new ServedUnit(url, new ModbusServerOptions { Unit = url.Unit ?? 1 }, new SolArkModbusQuirks());
            foreach (KeyValuePair<string, string> option in url.Options)
            {
                ServedUnit? changed = unit.With(option.Key, option.Value);
                if (changed == null)
                {
                    error = $"option '{option.Key}={option.Value}' in '{text}' is not understood; there are {OptionNames}, the switches with on or off";
                    return null;
                }

                unit = changed;
            }

            return unit;
        }

        private ServedUnit? With(string name, string value)
        {
            bool isSwitch = value is "on" or "off";
            bool isOn = value == "on";
            bool isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
            return name switch
            {
                "turnaround" when isNumber && number <= 10_000 => this with { Options = Options with { TurnaroundMilliseconds = number } },
                "drop" when isNumber => this with { Options = Options with { DropEvery = number } },
                "f58-bit" when isNumber && number <= 63 => this with { Quirks = Quirks with { CommunicationFaultBit = number } },
                "writes" when isSwitch => this with { Options = Options with { TakesWrites = isOn } },
                "write-single" when isSwitch => this with { Options = Options with { AnswersWriteSingle = isOn } },
                "gateway" when isSwitch => this with { Options = Options with { ActsAsGateway = isOn } },
                "temperature-offset" when isSwitch => this with { Quirks = Quirks with { HasTemperatureOffset = isOn } },
                "relay-zero" when isSwitch => this with { Quirks = Quirks with { RelayIsZeroWithoutGrid = isOn } },
                "bms-block" when isSwitch => this with { Quirks = Quirks with { HasBmsBlock = isOn } },
                _ => null,
            };
        }
    }
}
