using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;

namespace BatterySim.Bms.Instrument
{
    /// <summary>BANK:DIALect and BANK:CADence: how the bank speaks.</summary>
    internal static class DialectCommands
    {
        /// <summary>Carries out a command of the group.</summary>
        public static void Run(ScpiCall call)
        {
            switch (call.Command)
            {
                case CommandId.Dialect: Select(call); break;
                case CommandId.DialectCatalog: Catalog(call); break;
                case CommandId.DataLength: DataLength(call); break;
                case CommandId.VoltageScale: VoltageScale(call); break;
                case CommandId.CurrentSign: CurrentSign(call); break;
                case CommandId.ManufacturerName: Name(call); break;
                case CommandId.SendsCapacity: Flag(call); break;
                case CommandId.SendsFineSoc: Flag(call); break;
                case CommandId.SendsOkPairs: Flag(call); break;
                case CommandId.OwnTimers: Flag(call); break;
                case CommandId.SocRounding: Rounding(call); break;
                case CommandId.Order: Order(call); break;
                case CommandId.Period: Period(call); break;
                case CommandId.Gap: Gap(call); break;
                case CommandId.Jitter: Jitter(call); break;
                default: Cadence(call); break;
            }
        }

        private static void Select(ScpiCall call)
        {
            if (call.IsQuery)
            {
                call.Answer().Add(call.Staged.Dialect.Name);
            }
            else if (call.ReadChoice())
            {
                call.Staged.Dialect.CopyFrom(Dialects.Create(Dialects.Names[call.Value]));
                call.Staged.OnDialectChanged();
            }
        }

        private static void Catalog(ScpiCall call)
        {
            for (int index = 0; index < Dialects.Names.Length; index++)
            {
                call.Answer().Add(Dialects.Names[index]);
            }
        }

        private static void DataLength(ScpiCall call)
        {
            if (IsChosen(call, (int)call.Staged.Dialect.DataLength))
            {
                call.Staged.Dialect.DataLength = (DataLength)call.Value;
            }
        }

        private static void VoltageScale(ScpiCall call)
        {
            if (IsChosen(call, (int)call.Staged.Dialect.VoltageScale))
            {
                call.Staged.Dialect.VoltageScale = (VoltageScale)call.Value;
            }
        }

        private static void CurrentSign(ScpiCall call)
        {
            if (IsChosen(call, (int)call.Staged.Dialect.CurrentSign))
            {
                call.Staged.Dialect.CurrentSign = (CurrentSign)call.Value;
            }
        }

        private static void Rounding(ScpiCall call)
        {
            if (IsChosen(call, (int)call.Staged.Dialect.SocRounding))
            {
                call.Staged.Dialect.SocRounding = (SocRounding)call.Value;
            }
        }

        private static void Cadence(ScpiCall call)
        {
            if (IsChosen(call, (int)call.Staged.Cadence))
            {
                call.Staged.Cadence = (Cadence)call.Value;
            }
        }

        private static void Name(ScpiCall call)
        {
            if (call.IsQuery)
            {
                call.Answer().AddQuoted(call.Staged.Dialect.ManufacturerName);
            }
            else if (call.ReadText())
            {
                string name = call.ArgumentText();
                if (name.IndexOf('"') >= 0)
                {
                    call.Fail(ScpiError.InvalidString).Add("name with a quote in it");
                    return;
                }

                call.Staged.Dialect.ManufacturerName = name;
                call.Staged.OnDialectChanged();
            }
        }

        private static void Flag(ScpiCall call)
        {
            DialectSettings dialect = call.Staged.Dialect;
            CommandId which = call.Command;
            if (call.IsQuery)
            {
                call.Switch(which == CommandId.SendsCapacity ? dialect.SendsCapacity
                    : which == CommandId.SendsFineSoc ? dialect.SendsFineSoc
                    : which == CommandId.SendsOkPairs ? dialect.SendsOkPairs : dialect.HasOwnTimers);
            }
            else if (ReadFlag(call, which))
            {
                bool isOn = call.Value != 0;
                switch (which)
                {
                    case CommandId.SendsCapacity: dialect.SendsCapacity = isOn; break;
                    case CommandId.SendsFineSoc: dialect.SendsFineSoc = isOn; break;
                    case CommandId.SendsOkPairs: dialect.SendsOkPairs = isOn; break;
                    default: dialect.HasOwnTimers = isOn; break;
                }

                call.Staged.OnDialectChanged();
            }
        }

        // Alone among the flags, whether frames have timers of their own is said to be what the dialect has by itself.
        private static bool ReadFlag(ScpiCall call, CommandId which)
        {
            if (which == CommandId.OwnTimers)
            {
                call.Row.ParameterAt(0).Default = Dialects.Create(call.Staged.Dialect.Name).HasOwnTimers ? 1 : 0;
            }

            return call.ReadSwitch();
        }

        private static void Period(ScpiCall call)
        {
            if (IsTimed(call, call.Staged.Dialect.PeriodMilliseconds))
            {
                call.Staged.Dialect.PeriodMilliseconds = call.Value;
            }
        }

        private static void Gap(ScpiCall call)
        {
            if (IsTimed(call, call.Staged.Dialect.GapMilliseconds))
            {
                call.Staged.Dialect.GapMilliseconds = call.Value;
            }
        }

        private static void Jitter(ScpiCall call)
        {
            if (IsTimed(call, call.Staged.Dialect.JitterMilliseconds))
            {
                call.Staged.Dialect.JitterMilliseconds = call.Value;
            }
        }

        // Identifiers as hexadecimal numbers: #H351,#H355.
        private static void Order(ScpiCall call)
        {
            FrameDefinition[] order = call.Staged.Dialect.Order;
            if (call.IsQuery)
            {
                for (int index = 0; index < order.Length; index++)
                {
                    TextBuffer reply = call.Answer();
                    reply.Add("#H");
                    FrameText.WriteSuffix(reply, order[index].Suffix);
                }

                return;
            }

            if (call.ConsumeWord("DEFault"))
            {
                call.Staged.Dialect.Order = Dialects.Create(call.Staged.Dialect.Name).Order;
                call.Staged.OnDialectChanged();
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

                if (!call.ReadNumber())
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
            call.Staged.OnDialectChanged();
        }

        private static void WriteUnknown(TextBuffer detail, uint id)
        {
            detail.Add("the bank does not send 0x");
            FrameText.WriteSuffix(detail, (int)id);
            detail.Add("; it sends");
            for (int index = 0; index < FrameTable.Count; index++)
            {
                detail.Add(index == 0 ? " " : ", ");
                FrameText.WriteSuffix(detail, FrameTable.At(index).Suffix);
            }
        }

        private static bool IsChosen(ScpiCall call, int current)
        {
            return call.IsQuery ? call.Choice(current) : IsTaken(call, call.ReadChoice());
        }

        private static bool IsTimed(ScpiCall call, int current)
        {
            return call.IsQuery ? call.Number(current) : IsTaken(call, call.ReadNumber());
        }

        // What is staged is staged while checking too: the end of the line is checked against it.
        private static bool IsTaken(ScpiCall call, bool isRead)
        {
            if (isRead)
            {
                call.Finish();
                call.Staged.OnDialectChanged();
            }

            return isRead && !call.HasFailed;
        }
    }
}
