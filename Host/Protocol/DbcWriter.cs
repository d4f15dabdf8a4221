using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace BatterySim.Host.Protocol
{
    /// <summary>Writes a dialect as a DBC file, the form in which CAN tools take signal tables.</summary>
    /// <remarks>Little endian throughout (@1); 29-bit identifiers carry bit 31, as the format wants; ASCII only; lines end in a line feed.</remarks>
    public static class DbcWriter
    {
        private const uint ExtendedIdBit = 0x80000000;

        private static readonly string[] NewSymbols =
        [
            "NS_DESC_", "CM_", "BA_DEF_", "BA_", "VAL_", "CAT_DEF_", "CAT_", "FILTER", "BA_DEF_DEF_", "EV_DATA_", "ENVVAR_DATA_", "SGTYPE_",
            "SGTYPE_VAL_", "BA_DEF_SGTYPE_", "BA_SGTYPE_", "SIG_TYPE_REF_", "VAL_TABLE_", "SIG_GROUP_", "SIG_VALTYPE_", "SIGTYPE_VALTYPE_",
            "BO_TX_BU_", "BA_DEF_REL_", "BA_REL_", "BA_DEF_DEF_REL_", "BU_SG_REL_", "BU_EV_REL_", "BU_BO_REL_", "SG_MUL_VAL_",
        ];

        /// <summary>The DBC text of a dialect.</summary>
        public static string Write(DecodeDialect dialect)
        {
            ArgumentNullException.ThrowIfNull(dialect);
            List<(uint Id, string Name, MessageDefinition Message)> messages = Expand(dialect);
            var text = new StringBuilder();
            text.Append("VERSION \"BatterySim ").Append(dialect.Name).Append("\"\n\nNS_ :\n");
            foreach (string symbol in NewSymbols)
            {
                text.Append('\t').Append(symbol).Append('\n');
            }

            text.Append("\nBS_:\n\nBU_: Battery Inverter\n");
            foreach ((uint id, string name, MessageDefinition message) in messages)
            {
                WriteMessage(text, id, name, message);
            }

            text.Append("\nCM_ ").Append(Quoted(dialect.Summary)).Append(";\n");
            foreach ((uint id, _, MessageDefinition message) in messages)
            {
                WriteComments(text, id, message);
            }

            text.Append("BA_DEF_ BO_ \"GenMsgCycleTime\" INT 0 65535;\nBA_DEF_ \"BusType\" STRING ;\n");
            text.Append("BA_DEF_DEF_ \"GenMsgCycleTime\" 0;\nBA_DEF_DEF_ \"BusType\" \"CAN\";\nBA_ \"BusType\" \"CAN\";\n");
            foreach ((uint id, _, MessageDefinition message) in messages)
            {
                if (message.CycleMilliseconds > 0)
                {
                    text.Append(CultureInfo.InvariantCulture, $"BA_ \"GenMsgCycleTime\" BO_ {id} {message.CycleMilliseconds};\n");
                }
            }

            foreach ((uint id, _, MessageDefinition message) in messages)
            {
                WriteValueNames(text, id, message);
            }

            return text.ToString();
        }

        // A message with an identifier for each battery address becomes one message for each.
        private static List<(uint Id, string Name, MessageDefinition Message)> Expand(DecodeDialect dialect)
        {
            var messages = new List<(uint Id, string Name, MessageDefinition Message)>();
            foreach (MessageDefinition message in dialect.Messages)
            {
                for (uint address = 0; address < message.AddressCount; address++)
                {
                    uint id = (message.Id + address) | (message.IsExtended ? ExtendedIdBit : 0);
                    string name = message.AddressCount == 1 ? message.Name : $"{message.Name}_{address + (message.IsExtended ? 0 : 1)}";
                    messages.Add((id, name, message));
                }
            }

            return messages;
        }

        private static void WriteMessage(StringBuilder text, uint id, string name, MessageDefinition message)
        {
            bool isFromBattery = message.Sender == MessageSender.Battery;
            text.Append(CultureInfo.InvariantCulture, $"\nBO_ {id} {name}: {message.Length} {(isFromBattery ? "Battery" : "Inverter")}\n");
            foreach (SignalDefinition signal in message.Signals)
            {
                // Bytes beyond a short message's length cannot be declared.
                int bitLength = Math.Min(signal.BitLength, (message.Length * 8) - signal.StartBit);
                if (bitLength <= 0)
                {
                    continue;
                }

                text.Append(CultureInfo.InvariantCulture, $" SG_ {signal.Name} : {signal.StartBit}|{bitLength}@1{(signal.IsSigned ? '-' : '+')} ");
                text.Append(CultureInfo.InvariantCulture, $"({signal.Scale},{signal.Offset}) [{signal.Minimum}|{signal.Maximum}] ");
                text.Append(Quoted(signal.Unit)).Append(isFromBattery ? " Inverter\n" : " Battery\n");
            }
        }

        private static void WriteComments(StringBuilder text, uint id, MessageDefinition message)
        {
            text.Append(CultureInfo.InvariantCulture, $"CM_ BO_ {id} {Quoted(message.Comment)};\n");
            foreach (SignalDefinition signal in message.Signals)
            {
                if (signal.Comment.Length > 0 && signal.StartBit < message.Length * 8)
                {
                    text.Append(CultureInfo.InvariantCulture, $"CM_ SG_ {id} {signal.Name} {Quoted(signal.Comment)};\n");
                }
            }
        }

        private static void WriteValueNames(StringBuilder text, uint id, MessageDefinition message)
        {
            foreach (SignalDefinition signal in message.Signals)
            {
                if (signal.ValueNames.Count == 0 || signal.StartBit >= message.Length * 8)
                {
                    continue;
                }

                text.Append(CultureInfo.InvariantCulture, $"VAL_ {id} {signal.Name}");
                foreach (KeyValuePair<long, string> value in signal.ValueNames)
                {
                    text.Append(CultureInfo.InvariantCulture, $" {value.Key} {Quoted(value.Value)}");
                }

                text.Append(" ;\n");
            }
        }

        private static string Quoted(string text)
        {
            return "\"" + text.Replace("\"", "'", StringComparison.Ordinal) + "\"";
        }
    }
}
