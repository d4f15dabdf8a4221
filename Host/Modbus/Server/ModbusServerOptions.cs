namespace BatterySim.Host.Modbus.Server
{
    /// <summary>How a served unit behaves on the line.</summary>
    public sealed record ModbusServerOptions
    {
        /// <summary>Unit id that answers, 1 to 247; 0 answers nothing, as a Sol-Ark does whose Modbus SN an update has reset (field).</summary>
        public int Unit { get; init; } = 1;

        /// <summary>Time from a request to its reply, ms. Field: 75 to 85 ms on an 8K, computed from the log of its dongle.</summary>
        public int TurnaroundMilliseconds { get; init; } = 80;

        /// <summary>True to take function 16 with one register (field: 15K); false answers it with exception 01.</summary>
        public bool TakesWrites { get; init; }

        /// <summary>True to answer function 06 as 16 is answered; false leaves it unanswered (field: 15K).</summary>
        public bool AnswersWriteSingle { get; init; }

        /// <summary>Leaves every Nth reply out; 0 for none: a disturbed line.</summary>
        public int DropEvery { get; init; }

        /// <summary>True to answer for units that are not there with exception 0B, as gateways do; false stays silent, as RS485 does.</summary>
        public bool ActsAsGateway { get; init; }
    }
}
