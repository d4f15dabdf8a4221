using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;

namespace BatterySim.Bms.Instrument
{
    /// <summary>BANK:DIALect and BANK:CADence: how the bank speaks.</summary>
    internal static class DialectCommands
    {
        private const int NameLengthMax = 8;

        private static readonly string[] LengthNames = { "PADDed", "NATive" };
        private static readonly string[] ScaleNames = { "CENTivolt", "DECivolt" };
        private static readonly string[] SignNames = { "CHARge", "DISCharge" };
        private static readonly string[] CadenceNames = { "BROadcast", "POLL", "BOTH" };

        public static void Select(ScpiCall call)
        {
            if (call.IsQuery)
            {
                call.Answer().Add(call.Staged.Dialect.Name);
            }
            else if (call.ReadChoice("dialect", Dialects.Names, 0))
            {
                call.Staged.Dialect.CopyFrom(Dialects.Create(Dialects.Names[call.Value]));
                call.Staged.NoteDialect();
            }
        }

        public static void Catalog(ScpiCall call)
        {
            for (int index = 0; index < Dialects.Names.Length; index++)
            {
                call.Answer().Add(Dialects.Names[index]);
            }
        }

        public static void DataLength(ScpiCall call)
        {
            if (IsChosen(call, "length", LengthNames, (int)call.Staged.Dialect.DataLength))
            {
                call.Staged.Dialect.DataLength = (DataLength)call.Value;
            }
        }

        public static void VoltageScale(ScpiCall call)
        {
            if (IsChosen(call, "scale", ScaleNames, (int)call.Staged.Dialect.VoltageScale))
            {
                call.Staged.Dialect.VoltageScale = (VoltageScale)call.Value;
            }
        }

        public static void CurrentSign(ScpiCall call)
        {
            if (IsChosen(call, "sign", SignNames, (int)call.Staged.Dialect.CurrentSign))
            {
                call.Staged.Dialect.CurrentSign = (CurrentSign)call.Value;
            }
        }

        public static void Cadence(ScpiCall call)
        {
            if (IsChosen(call, "cadence", CadenceNames, (int)call.Staged.Cadence))
            {
                call.Staged.Cadence = (Cadence)call.Value;
            }
        }

        public static void Name(ScpiCall call)
        {
            if (call.IsQuery)
            {
                call.Answer().AddQuoted(call.Staged.Dialect.ManufacturerName);
            }
            else if (call.ReadText("name", NameLengthMax))
            {
                string name = call.ArgumentText();
                if (name.IndexOf('"') >= 0)
                {
                    call.Fail(ScpiError.InvalidString).Add("name with a quote in it");
                    return;
                }

                call.Staged.Dialect.ManufacturerName = name;
                call.Staged.NoteDialect();
            }
        }

        public static void Flag(ScpiCall call)
        {
            DialectSettings dialect = call.Staged.Dialect;
            bool isCapacity = call.Tag == 0;
            if (call.IsQuery)
            {
                call.Switch("switch", isCapacity, isCapacity ? dialect.SendsCapacity : dialect.SendsFineSoc);
            }
            else if (call.ReadSwitch("switch", isCapacity))
            {
                dialect.SendsCapacity = isCapacity ? call.Value != 0 : dialect.SendsCapacity;
                dialect.SendsFineSoc = isCapacity ? dialect.SendsFineSoc : call.Value != 0;
                call.Staged.NoteDialect();
            }
        }

        public static void Period(ScpiCall call)
        {
            if (IsTimed(
                call, "period", DialectSettings.PeriodMillisecondsMin, DialectSettings.PeriodMillisecondsMax, 1000,
                call.Staged.Dialect.PeriodMilliseconds))
            {
                call.Staged.Dialect.PeriodMilliseconds = call.Value;
            }
        }

        public static void Gap(ScpiCall call)
        {
            if (IsTimed(call, "gap", 0, DialectSettings.GapMillisecondsMax, 20, call.Staged.Dialect.GapMilliseconds))
            {
                call.Staged.Dialect.GapMilliseconds = call.Value;
            }
        }

        public static void Jitter(ScpiCall call)
        {
            if (IsTimed(call, "jitter", 0, DialectSettings.PeriodMillisecondsMax - 1, 0, call.Staged.Dialect.JitterMilliseconds))
            {
                call.Staged.Dialect.JitterMilliseconds = call.Value;
            }
        }

        // Identifiers as hexadecimal numbers: #H351,#H355.
        public static void Order(ScpiCall call)
        {
            FrameDefinition[] order = call.Staged.Dialect.Order;
            if (call.IsQuery)
            {
                for (int index = 0; index < order.Length; index++)
                {
                    TextBuffer reply = call.Answer();
                    reply.Add("#H");
                    reply.AddHex(order[index].Id, order[index].IsExtended ? 8 : 3);
                }

                return;
            }

            FrameDefinition[] named = new FrameDefinition[FrameTable.Count];
            int count = 0;
            do
            {
                if (count == named.Length)
                {
                    TextBuffer detail = call.Fail(ScpiError.TooMuchData);
                    detail.Add("a burst has at most ");
                    detail.AddNumber(named.Length);
                    detail.Add(" frames");
                    return;
                }

                if (!call.ReadNumber("identifier", ScpiUnit.None, 0, (int)CanFrame.ExtendedIdMax, (int)FrameTable.At(0).Id))
                {
                    return;
                }

                FrameDefinition definition = FrameTable.Find((uint)call.Value);
                if (definition == null)
                {
                    WriteUnknown(call.Fail(ScpiError.DataOutOfRange), (uint)call.Value);
                    return;
                }

                named[count] = definition;
                count++;
            }
            while (call.HasMore);

            FrameDefinition[] chosen = new FrameDefinition[count];
            for (int index = 0; index < count; index++)
            {
                chosen[index] = named[index];
            }

            call.Staged.Dialect.Order = chosen;
            call.Staged.NoteDialect();
        }

        private static void WriteUnknown(TextBuffer detail, uint id)
        {
            detail.Add("the bank does not send 0x");
            detail.AddHex(id, 3);
            detail.Add("; it sends");
            for (int index = 0; index < FrameTable.Count; index++)
            {
                detail.Add(index == 0 ? " " : ", ");
                detail.AddHex(FrameTable.At(index).Id, 3);
            }
        }

        private static bool IsChosen(ScpiCall call, string name, string[] names, int current)
        {
            if (call.IsQuery)
            {
                return call.Choice(name, names, 0, current);
            }

            return IsTaken(call, call.ReadChoice(name, names, 0));
        }

        private static bool IsTimed(ScpiCall call, string name, int min, int max, int fallback, int current)
        {
            if (call.IsQuery)
            {
                return call.Number(name, ScpiUnit.Second, min, max, fallback, current);
            }

            return IsTaken(call, call.ReadNumber(name, ScpiUnit.Second, min, max, fallback));
        }

        // What is staged is staged while checking too: the end of the line is checked against it.
        private static bool IsTaken(ScpiCall call, bool isRead)
        {
            if (isRead)
            {
                call.Finish();
                call.Staged.NoteDialect();
            }

            return isRead && !call.HasFailed;
        }
    }
}
