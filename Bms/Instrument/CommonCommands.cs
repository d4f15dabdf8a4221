namespace BatterySim.Bms.Instrument
{
    /// <summary>The common commands of IEEE 488.2.</summary>
    internal static class CommonCommands
    {
        /// <summary>Places in which settings can be kept.</summary>
        public const int PlaceCount = 11;

        private const string Identification = Product.Name + ",Simulated battery bank,0," + Product.Version;

        /// <summary>Carries out a command of the group.</summary>
        public static void Run(ScpiCall call)
        {
            switch (call.Command)
            {
                case CommandId.Clear: Clear(call); break;
                case CommandId.EventEnable: EventEnable(call); break;
                case CommandId.EventStatus: EventStatus(call); break;
                case CommandId.Identify: Identify(call); break;
                case CommandId.OperationComplete: OperationComplete(call); break;
                case CommandId.Reset: Reset(call); break;
                case CommandId.ServiceEnable: ServiceEnable(call); break;
                case CommandId.StatusByte: StatusByte(call); break;
                case CommandId.SelfTest: SelfTest(call); break;
                case CommandId.Wait: Wait(call); break;
                case CommandId.Save: Save(call); break;
                default: Recall(call); break;
            }
        }

        private static void Identify(ScpiCall call)
        {
            call.Answer().Add(Identification);
        }

        private static void Clear(ScpiCall call)
        {
            if (call.EndSetting())
            {
                call.Instrument.Errors.Clear();
                call.Instrument.Status.Clear();
            }
        }

        private static void EventStatus(ScpiCall call)
        {
            call.Answer().AddNumber(call.IsChecking ? 0 : call.Instrument.Status.ConsumeEvents());
        }

        private static void EventEnable(ScpiCall call)
        {
            if (call.Number(call.Instrument.Status.EventEnable))
            {
                call.Instrument.Status.EventEnable = call.Value;
            }
        }

        private static void ServiceEnable(ScpiCall call)
        {
            if (call.Number(call.Instrument.Status.ServiceEnable))
            {
                call.Instrument.Status.ServiceEnable = call.Value;
            }
        }

        private static void StatusByte(ScpiCall call)
        {
            bool hasMessage = !call.Reply.IsEmpty;
            call.Answer().AddNumber(call.Instrument.Status.StatusByte(call.Instrument.Errors.Count, hasMessage));
        }

        private static void OperationComplete(ScpiCall call)
        {
            // Every command is done before the next one is looked at.
            if (call.IsQuery)
            {
                call.Answer().Add('1');
            }
            else if (call.EndSetting())
            {
                call.Instrument.Status.Record(StatusRegisters.OperationComplete);
            }
        }

        private static void Wait(ScpiCall call)
        {
            call.EndSetting();
        }

        private static void SelfTest(ScpiCall call)
        {
            // What can be found wrong here are the settings in force; cells and bus have their own registers.
            call.Answer().AddNumber(call.Simulator.Schedule.Dialect.FindProblem() == null ? 0 : 1);
        }

        private static void Reset(ScpiCall call)
        {
            bool isReady = call.EndSetting();
            if (call.HasFailed)
            {
                return;
            }

            SimulatorSettings start = call.Simulator.Settings;
            string problem = call.Simulator.FindRebuildProblem(start.Profile, start.BatteryCount);
            if (problem == null && isReady)
            {
                IInstrumentHost host = call.Instrument.Host;
                if (host == null || !host.HasInverter)
                {
                    call.Simulator.SetCurrent(0);
                }

                problem = call.Simulator.Reset();
            }

            if (problem != null)
            {
                call.Fail(ScpiError.OutOfMemory).Add(problem);
                return;
            }

            call.Staged.Reset(call.Simulator);
        }

        private static void Save(ScpiCall call)
        {
            if (call.ReadNumber() && call.EndSetting())
            {
                int place = call.Value;
                ISettingsStore store = call.Instrument.Store;
                if (!store.BeginWrite(place) || !SettingsWriter.Write(call.Instrument, call.Simulator, store) || !store.EndWrite())
                {
                    call.Fail(ScpiError.SaveRecallMemoryLost).Add("the place cannot be written");
                }
            }
        }

        private static void Recall(ScpiCall call)
        {
            if (!call.ReadNumber())
            {
                return;
            }

            int place = call.Value;
            call.Finish();
            if (!call.HasFailed && !call.Instrument.RunStored(place, call.IsChecking))
            {
                call.Fail(ScpiError.SaveRecallMemoryLost).Add("nothing usable is kept there");
            }
        }
    }
}
